// `node scripts/contact-sheets.mjs [layout…]`: draws the first page of every sample in every layout on every paper, as the
// pictures of docs/layouts.md. One sheet a layout and paper.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = path.join(root, 'docs', 'sheets');
const asked = process.argv.slice(2);
const layouts = readdirSync(path.join(root, 'templates')).filter((name) => asked.length === 0 || asked.includes(name));
const PAPERS = ['A4', 'F4', 'A3', 'A5'];
const COLUMNS = 5;
const THUMB_WIDTH = 240;
const GAP = 12;
const GREY = { r: 214, g: 216, b: 219 };

await build();
mkdirSync(target, { recursive: true });
const pdfium = await PDFiumLibrary.init();
for (const layout of layouts.sort()) for (const paper of PAPERS) await drawSheet(layout, paper);
pdfium.destroy();

async function drawSheet(layout, paper) {
  const output = mkdtempSync(path.join(os.tmpdir(), 'buletin-sheet-'));
  const args = ['bin/buletin.js', 'build', '--layout', layout, '--paper', paper, '--output', output, '--no-verify'];
  const built = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${layout} ${paper}:\n${built.stdout}${built.stderr}`);
  const files = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'));
  const thumbs = [];
  for (const file of files.sort()) thumbs.push(await drawFirstPage(readFileSync(path.join(output, file))));
  rmSync(output, { recursive: true, force: true });

  const height = Math.max(...thumbs.map((thumb) => thumb.height));
  const rows = Math.ceil(thumbs.length / COLUMNS);
  const at = (index) => ({
    left: GAP + (index % COLUMNS) * (THUMB_WIDTH + GAP),
    top: GAP + Math.floor(index / COLUMNS) * (height + GAP),
  });
  const size = { width: GAP + COLUMNS * (THUMB_WIDTH + GAP), height: GAP + rows * (height + GAP) };
  await sharp({ create: { ...size, channels: 3, background: GREY } })
    .composite(thumbs.map(({ data }, index) => ({ input: data, ...at(index) })))
    .webp({ quality: 72, effort: 6 })
    .toFile(path.join(target, `${layout}-${paper.toLowerCase()}.webp`));
  console.log(`${layout} ${paper}: ${thumbs.length} pages`);
}

async function drawFirstPage(bytes) {
  const document = await pdfium.loadDocument(bytes);
  const page = document.getPage(0);
  const scale = (2 * THUMB_WIDTH) / page.getOriginalSize().originalWidth;
  const { data, width, height } = await page.render({ scale, render: 'bitmap' });
  document.destroy();
  const raw = { raw: { width, height, channels: 4 } };
  const image = sharp(Buffer.from(data), raw).flatten({ background: '#fff' }).resize({ width: THUMB_WIDTH });
  const made = await image.png().toBuffer({ resolveWithObject: true });
  return { data: made.data, height: made.info.height };
}
