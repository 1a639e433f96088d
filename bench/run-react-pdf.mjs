// Child process: @react-pdf/renderer draws the same words on A4 pages. Prints figures as JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Document, Font, Link, Page, Path, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { BRAND, dateText, HANDLES, makeArticle } from './articles.mjs';

const [outputFolder, count] = process.argv.slice(2);
const require = createRequire(new URL('../package.json', import.meta.url));
const QRCode = require('qrcode');
const font = (name) => require.resolve(`@expo-google-fonts/${name}`);
Font.register({ family: 'Serif', src: font('source-serif-4/400Regular/SourceSerif4_400Regular.ttf') });
Font.register({
  family: 'Sans',
  fonts: [
    { src: font('plus-jakarta-sans/600SemiBold/PlusJakartaSans_600SemiBold.ttf'), fontWeight: 600 },
    { src: font('plus-jakarta-sans/800ExtraBold/PlusJakartaSans_800ExtraBold.ttf'), fontWeight: 800 },
  ],
});
Font.registerHyphenationCallback((word) => [word]);

const sans = { fontFamily: 'Sans', fontWeight: 600, fontSize: 8.5 };

function qr(value) {
  const { modules } = QRCode.create(value, { errorCorrectionLevel: 'M' });
  let d = '';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) if (modules.data[y * modules.size + x]) d += `M${x} ${y}h1v1h-1z`;
  }
  return h(Svg, { viewBox: `0 0 ${modules.size} ${modules.size}`, style: { width: 100, height: 100 } }, h(Path, { d }));
}

function page(article) {
  return h(
    Document,
    { title: article.title },
    h(
      Page,
      { size: 'A4', style: { padding: '40 48 60', fontFamily: 'Serif', fontSize: 12.5, lineHeight: 1.4 } },
      h(
        View,
        { style: { flexDirection: 'row', justifyContent: 'space-between' } },
        h(Text, { style: { ...sans, fontWeight: 800, fontSize: 13 } }, BRAND),
        h(Text, { style: sans }, dateText(article)),
      ),
      h(Text, { style: { ...sans, color: '#9a5b00', marginTop: 16 } }, 'KABAR WARGA'),
      h(Text, { style: { ...sans, fontWeight: 800, fontSize: 27, lineHeight: 1.12, marginBottom: 12 } }, article.title),
      ...article.paragraphs.map((text, key) => h(Text, { key, style: { marginBottom: 8 } }, text)),
      h(
        View,
        { style: { flexDirection: 'row' } },
        qr(article.source),
        h(Link, { src: article.source, style: { ...sans, width: 300, marginLeft: 16 } }, article.source),
      ),
      h(
        View,
        {
          fixed: true,
          style: {
            position: 'absolute',
            bottom: 24,
            left: 48,
            right: 48,
            flexDirection: 'row',
            justifyContent: 'space-between',
          },
        },
        ...HANDLES.map((text, key) => h(Link, { key, src: 'https://pasuruan.go.id', style: sans }, text)),
      ),
    ),
  );
}

mkdirSync(outputFolder, { recursive: true });
const started = performance.now();
const cpu = process.cpuUsage();
for (let number = 0; number < Number(count); number += 1) {
  const article = makeArticle(number);
  writeFileSync(path.join(outputFolder, `${article.slug}.pdf`), await renderToBuffer(page(article)));
}
const used = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    made: Number(count),
    wallMs: performance.now() - started,
    cpuMs: (used.user + used.system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
