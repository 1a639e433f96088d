import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { squareFontBytes } from '../../support/square-font.ts';
import { loadTestFonts } from '../fonts.ts';
import { layoutPage } from '../our-boxes.ts';
import { keep, pdfOf } from '../our-pdf.ts';
import { wordsOf } from '../printed-words.ts';
import { compareFiles } from './compare-files.ts';
import { differences } from './differences.ts';
import { documents } from './documents.ts';
import { type DocumentReport, writeWeasyPrintReport } from './report.ts';
import { findWeasyPrint, printWith } from './weasyprint.ts';

const PICTURES = path.join(import.meta.dirname, '..', 'pages');
const pictureNames = ['picture.png', 'picture.svg'];

/** One file for each weight and style: nothing is emboldened. */
const FONT_CSS = [400, 700]
  .flatMap((weight) => ['normal', 'italic'].map((style) => ({ weight, style })))
  .map(
    ({ weight, style }) =>
      `@font-face { font-family: Square; font-weight: ${weight}; font-style: ${style}; src: url("square.ttf") }`,
  )
  .join('\n');

const weasyPrint = await findWeasyPrint();

describe.skipIf(weasyPrint === undefined)('pages as in WeasyPrint', () => {
  const { catalogue } = loadTestFonts();
  const files = new Map(pictureNames.map((name) => [name, new Uint8Array(readFileSync(path.join(PICTURES, name)))]));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'buletin-weasyprint-'));
  const reports: DocumentReport[] = [];

  beforeAll(() => {
    writeFileSync(path.join(folder, 'square.ttf'), squareFontBytes());
    for (const name of pictureNames) copyFileSync(path.join(PICTURES, name), path.join(folder, name));
  });
  afterAll(() => {
    writeWeasyPrintReport(weasyPrint?.version ?? '', reports);
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(documents.map((document) => [document.name, document] as const))('%s', async (name, { html }) => {
    if (weasyPrint === undefined) return;
    const printing = printWith(weasyPrint, html.replace('<style>', `<style>${FONT_CSS}</style>\n<style>`), {
      folder,
      name,
    });
    const ours = await layoutPage({ html, css: '', files, fonts: catalogue });
    const ourPdf = await pdfOf(ours);
    const theirPdf = await printing;
    keep(`${name}.html`, new TextEncoder().encode(html));
    keep(`${name}-ours.pdf`, ourPdf);
    keep(`${name}-theirs.pdf`, theirPdf);
    const [ourWords, theirWords] = [wordsOf(ourPdf), wordsOf(theirPdf)];
    if (ourWords === undefined || theirWords === undefined) return;
    const areas = ours.paged?.pages.map(({ area }) => area) ?? [];
    const comparison = compareFiles(ourWords, theirWords, areas);
    const reason = differences[name];
    reports.push({
      name,
      comparison,
      reason,
      diagnostics: ours.diagnostics.map(({ code, data }) => `${code} ${JSON.stringify(data)}`),
    });
    const { breaks, flow, marginBoxes } = comparison;
    const differing = [...breaks.differing, ...flow.differing, ...marginBoxes.differing];
    if (reason === undefined) expect(differing).toEqual([]);
    else expect(differing.length, 'it agrees, so that no reason is needed').toBeGreaterThan(0);
  });

  it('says each difference in docs/css.md', () => {
    const docs = readFileSync(path.join(import.meta.dirname, '../../../docs/css.md'), 'utf8');
    const rows = docs.split('\n').filter((line) => line.startsWith('| '));
    const isTold = ([name, reason]: readonly [string, string]): boolean =>
      rows.some((row) => row.startsWith(`| ${reason} |`) && row.includes(`\`${name}\``));
    expect(Object.entries(differences).filter((one) => !isTold(one))).toEqual([]);
  });
});
