import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Disagreement } from './boxes.ts';
import { type Browser, findChromium, launchChromium } from './chromium.ts';
import { type Declaration, longhandsOf, otherNamesIn, PAGED_ONLY } from './coverage.ts';
import { loadTestFonts } from './fonts.ts';
import { layoutPage } from './our-boxes.ts';
import { keep, pdfOf } from './our-pdf.ts';
import { type Word, wordsOf } from './printed-words.ts';
import { type PageReport, writeReport } from './report.ts';

const PAGES = path.join(import.meta.dirname, 'pages', 'print');
const VIEWPORT = { widthPx: 600, heightPx: 800, scale: 1 };
/** Points. The fonts in two files say in different words how high they are. */
const TOLERANCE = 1;

const executable = findChromium();
const names = readdirSync(PAGES)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length))
  .sort();

function compareWords(ours: readonly Word[], theirs: readonly Word[]): readonly Disagreement[] {
  const left = [...ours];
  const missing: Disagreement[] = [];
  for (const word of theirs) {
    const at = left.findIndex(
      (one) =>
        one.page === word.page &&
        one.text === word.text &&
        Math.abs(one.x - word.x) <= TOLERANCE &&
        Math.abs(one.y - word.y) <= TOLERANCE,
    );
    if (at !== -1) left.splice(at, 1);
    else {
      const same = left.findIndex((one) => one.text === word.text);
      missing.push({
        label: word.text,
        what: 'word',
        ours: same === -1 ? 'none' : print(left[same]),
        theirs: print(word),
      });
      if (same !== -1) left.splice(same, 1);
    }
  }
  return [...missing, ...left.map((word) => ({ label: word.text, what: 'word', ours: print(word), theirs: 'none' }))];
}

const print = (word: Word | undefined): string =>
  word === undefined ? 'none' : `page ${word.page} at ${word.x.toFixed(1)} ${word.y.toFixed(1)}`;

const places = (words: readonly Word[] | undefined): string =>
  (words ?? []).map(({ page, text, y }) => `${page} ${text} ${y.toFixed(0)}`).join('\n');

describe.skipIf(executable === undefined)('printed pages as in Chromium', () => {
  const fonts = loadTestFonts();
  const script = readFileSync(path.join(import.meta.dirname, 'browser-script.js'), 'utf8');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'buletin-print-'));
  const reports: PageReport[] = [];
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium(executable ?? '', 1);
  });
  afterAll(async () => {
    writeReport('print', { browser: browser.version, pages: reports });
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The declarations about breaks, and whether a word moves without them. */
  async function declarationsOf(whole: readonly Word[]): Promise<readonly Declaration[]> {
    const found = (await browser.evaluate('harness.declarations()')) as readonly Omit<Declaration, 'matters'>[];
    const declarations: Declaration[] = [];
    for (const [i, declaration] of found.entries()) {
      if (!longhandsOf(declaration.property).some((name) => PAGED_ONLY.includes(name))) continue;
      await browser.evaluate(`harness.without(${i})`);
      const words = wordsOf(await browser.printToPdf());
      declarations.push({ ...declaration, matters: places(words) !== places(whole) });
    }
    return declarations;
  }

  it.each(names)('%s', async (name) => {
    const html = readFileSync(path.join(PAGES, `${name}.html`), 'utf8');
    const ours = await layoutPage({ html, css: '', files: new Map(), fonts: fonts.catalogue });
    const file = path.join(folder, `${name}.html`);
    writeFileSync(file, html.replace('<style>', `<style id="harness">${fonts.css}</style>\n<style>`));
    await browser.open(`file://${file}`, VIEWPORT);
    await browser.evaluate(script);
    const pdf = await browser.printToPdf();
    const ourPdf = await pdfOf(ours);
    keep(`${name}-ours.pdf`, ourPdf);
    keep(`${name}-theirs.pdf`, pdf);
    const theirs = wordsOf(pdf);
    const disagreements = theirs === undefined ? [] : compareWords(wordsOf(ourPdf) ?? [], theirs);
    reports.push({
      name,
      compared: theirs?.length ?? 0,
      disagreements,
      otherNames: otherNamesIn(html),
      diagnostics: ours.diagnostics.map(({ code, data }) => `${code} ${JSON.stringify(data)}`),
      declarations: theirs === undefined ? [] : await declarationsOf(theirs),
    });
    expect(disagreements).toEqual([]);
  });
});
