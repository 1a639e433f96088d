import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PaperName } from '../src/config/types.ts';
import { expectGolden } from './support/golden-file.ts';
import { nameOf } from './support/pdf-objects.ts';
import { openPress, type Press, type Pressed, REPOSITORY } from './support/press.ts';
import { type Raster, rasterise } from './support/rasterise.ts';
import { printStructure, readPdf } from './support/read-pdf.ts';

const LAYOUTS = ['kop', 'papan', 'poster'];
const PAPERS: readonly PaperName[] = ['A4', 'F4', 'A3', 'A5'];

const samples = readdirSync(path.join(REPOSITORY, 'articles'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `articles/${name.replaceAll('\\', '/')}`)
  .sort();
const textOf = (name: string): string => readFileSync(path.join(REPOSITORY, name), 'utf8').replaceAll('\r\n', '\n');

let press: Press;
beforeAll(async () => {
  press = await openPress(REPOSITORY);
});

function bytesOf({ pdf, diagnostics }: Pressed): Uint8Array {
  if (pdf === undefined) throw new Error(JSON.stringify(diagnostics));
  return pdf.bytes;
}

describe.each(LAYOUTS)('%s', (layout) => {
  it.each(samples)('holds the proof of %s on every paper, with one structure', async (name) => {
    const structures = new Set<string>();
    for (const paper of PAPERS) {
      const printed = await press.print(name, { layout, paper });
      const codes = printed.diagnostics.map(({ code }) => code);
      const allowed = ['fit/too-long', 'layout/qr-small-modules'];
      expect(codes.filter((code) => !allowed.includes(code))).toEqual([]);
      structures.add(printStructure(readPdf(bytesOf(printed)).root));
    }
    const golden = path.join(import.meta.dirname, 'golden/samples', path.basename(name, '.md'), `tags-${layout}.txt`);
    for (const structure of structures) expectGolden(golden, structure);
  });

  it('comes out the same in a second run', async () => {
    const again = await openPress(REPOSITORY);
    for (const name of samples.slice(0, 3)) {
      const first = bytesOf(await press.print(name, { layout, verify: false }));
      expect(Buffer.compare(bytesOf(await again.print(name, { layout, verify: false })), first)).toBe(0);
    }
  });

  it('prints a poster of one page, and more of a text than a poster does', async () => {
    const { pdf } = await press.print('articles/2021/05/air-bersih.md', { layout, verify: false });
    if (layout === 'poster') expect(pdf?.pages).toBe(1);
    else expect(pdf?.pages).toBeGreaterThan(1);
  });
});

/** Paragraphs of the samples, one after the other, until there are so many words. */
function articleOf(words: number): string {
  const paragraphs = samples
    .flatMap((name) => textOf(name).split('\n\n'))
    .filter((part) => /^[A-Z][^|!\n]*$/.test(part) && !part.includes(']('));
  const body: string[] = [];
  let count = 0;
  for (let index = words % 7; count < words; index += 1) {
    const all = (paragraphs[index % paragraphs.length] ?? '').split(' ');
    const taken = all.slice(0, words - count);
    body.push(taken.join(' '));
    count += taken.length;
  }
  return front(words) + body.join('\n\n');
}

const front = (words: number): string =>
  `---\ntitle: "Kabar Sepanjang ${words} Kata"\ndate: 2021-06-01\nsource: https://pasuruan.go.id/contoh/uji\nai: none\n---\n\n`;

const SCALE = 2;
const PT_PER_MM = 72 / 25.4;

/**
 * From the picture of page 1: how far down its body area ink reaches. The area begins 11 mm below the edge and ends 5 mm
 * above the rule of the QR panel, which is the last thing that runs from the left margin for more than 100 mm.
 */
function fullness(raster: Raster): number {
  const isInk = (x: number, y: number): boolean => {
    const at = (y * raster.widthPx + x) * 3;
    return (raster.rgb[at] ?? 255) + (raster.rgb[at + 1] ?? 255) + (raster.rgb[at + 2] ?? 255) < 690;
  };
  const left = Math.round(16 * PT_PER_MM * SCALE) + 2;
  const right = Math.round(115 * PT_PER_MM * SCALE);
  let rule = raster.heightPx - 1;
  const runs = (y: number): boolean => {
    for (let x = left; x < right; x += 1) if (!isInk(x, y)) return false;
    return true;
  };
  while (rule > 0 && !runs(rule)) rule -= 1;
  while (rule > 0 && runs(rule - 1)) rule -= 1;
  let ink = rule - 1;
  const hasInk = (y: number): boolean => {
    for (let x = 0; x < raster.widthPx; x += 1) if (isInk(x, y)) return true;
    return false;
  };
  while (ink > 0 && !hasInk(ink)) ink -= 1;
  const top = 11 * PT_PER_MM * SCALE;
  return (ink - top) / (rule - 5 * PT_PER_MM * SCALE - top);
}

/** Sizes of type in a file, from the operators of its pages. */
function sizesIn(bytes: Uint8Array): ReadonlySet<number> {
  const { objects } = readPdf(bytes);
  const sizes = new Set<number>();
  for (let id = 1; id < objects.count; id += 1) {
    const entries = objects.entriesOf({ kind: 'ref', id });
    if (nameOf(entries.get('Type')) !== 'Page') continue;
    const content = Buffer.from(objects.dataOf(entries.get('Contents'))).toString('latin1');
    for (const [, size] of content.matchAll(/\/\S+ ([\d.]+) Tf/g)) sizes.add(Number(size));
  }
  return sizes;
}

describe('a board page', () => {
  const counts = Array.from({ length: 40 }, (_, index) => Math.round(60 + (index * (1500 - 60)) / 39));

  it.each(counts)('of %i words is full, or at a limit of its type, and never over', async (words) => {
    const text = articleOf(words);
    const { pdf, diagnostics } = await press.print('articles/uji.md', { text, layout: 'papan', verify: false });
    const tooLong = diagnostics.find(({ code }) => code === 'fit/too-long');
    const bytes = bytesOf({ pdf, diagnostics });
    const filled = fullness(await rasterise(bytes, 0, SCALE));
    expect(filled).toBeLessThanOrEqual(1.002);
    if (tooLong === undefined) {
      expect(pdf?.pages).toBe(1);
      if (!sizesIn(bytes).has(16)) expect(filled).toBeGreaterThanOrEqual(0.92);
      return;
    }
    expect(pdf?.pages).toBeGreaterThan(1);
    expect(sizesIn(bytes).has(11)).toBe(true);
    expect(filled).toBeGreaterThanOrEqual(0.92);
    // What the message says is enough, and not far more than enough.
    const { characters } = tooLong.data as { readonly characters: number };
    const fits = async (cut: number): Promise<boolean> =>
      (await press.print('articles/uji.md', { text: text.slice(0, -cut), layout: 'papan', verify: false })).pdf
        ?.pages === 1;
    expect(await fits(characters)).toBe(true);
    // A line or two more are counted by whole lines in all columns.
    if (characters >= 300) expect(await fits(Math.floor(characters * 0.5))).toBe(false);
  });
});
