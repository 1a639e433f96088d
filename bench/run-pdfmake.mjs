// Child process: pdfmake draws the same words on A4 pages. Prints figures as JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import pdfmake from 'pdfmake';
import { BRAND, dateText, HANDLES, makeArticle } from './articles.mjs';

const [outputFolder, count] = process.argv.slice(2);
const require = createRequire(new URL('../package.json', import.meta.url));
const font = (name) => require.resolve(`@expo-google-fonts/${name}`);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);
pdfmake.addFonts({
  Serif: {
    normal: font('source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
    bold: font('source-serif-4/700Bold/SourceSerif4_700Bold.ttf'),
  },
  Sans: {
    normal: font('plus-jakarta-sans/600SemiBold/PlusJakartaSans_600SemiBold.ttf'),
    bold: font('plus-jakarta-sans/800ExtraBold/PlusJakartaSans_800ExtraBold.ttf'),
  },
});
mkdirSync(outputFolder, { recursive: true });
const started = performance.now();
const cpu = process.cpuUsage();
for (let number = 0; number < Number(count); number += 1) {
  const article = makeArticle(number);
  const pdf = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [48, 40, 48, 60],
    info: { title: article.title },
    defaultStyle: { font: 'Serif', fontSize: 12.5, lineHeight: 1.3 },
    footer: {
      margin: [48, 12, 48, 0],
      columns: HANDLES.map((text) => ({ text, font: 'Sans', fontSize: 8.4, link: 'https://pasuruan.go.id' })),
    },
    content: [
      {
        columns: [
          { text: BRAND, font: 'Sans', bold: true },
          { text: dateText(article), font: 'Sans', fontSize: 8.5, alignment: 'right' },
        ],
      },
      { text: 'KABAR WARGA', font: 'Sans', fontSize: 8.5, color: '#9a5b00', margin: [0, 16, 0, 6] },
      { text: article.title, font: 'Sans', bold: true, fontSize: 27, lineHeight: 1.12, margin: [0, 0, 0, 12] },
      ...article.paragraphs.map((text) => ({ text, margin: [0, 0, 0, 8] })),
      {
        columns: [
          { qr: article.source, fit: 100, width: 120, eccLevel: 'M' },
          { text: article.source, font: 'Sans', fontSize: 8.6, link: article.source },
        ],
      },
    ],
  });
  writeFileSync(path.join(outputFolder, `${article.slug}.pdf`), await pdf.getBuffer());
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
