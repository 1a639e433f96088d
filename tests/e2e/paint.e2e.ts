import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, findChromium, launchChromium } from './chromium.ts';
import { type Declaration, otherNamesIn } from './coverage.ts';
import { loadTestFonts } from './fonts.ts';
import { layoutPage } from './our-boxes.ts';
import { keep, pdfOf, poppler } from './our-pdf.ts';
import { differ, type Pixels, readPng, readPpm, strayPixels } from './pixels.ts';
import { type PageReport, writeReport } from './report.ts';

const PAGES = path.join(import.meta.dirname, 'pages', 'paint');
const PICTURES = path.join(import.meta.dirname, 'pages');
/** Two device pixels a CSS pixel, which are 192 to the inch. */
const SCALE = 2;
const VIEWPORT = { widthPx: 400, heightPx: 500, scale: SCALE };
const DPI = 96 * SCALE;
/** Of all pixels: curves and corners are smoothed in different ways. */
const MOST_STRAY = 0.0005;

/** Where a line under text lies and how thick it is comes from the font here; a browser is asked for the same. */
const LINES =
  '* { text-decoration-thickness: from-font !important; text-underline-position: from-font !important; text-decoration-skip-ink: none !important }';

const executable = findChromium();
const names = readdirSync(PAGES)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length))
  .sort();
const files = new Map(
  ['picture.svg', 'picture.png'].map(
    (name) => [name, new Uint8Array(readFileSync(path.join(PICTURES, name)))] as const,
  ),
);

describe.skipIf(executable === undefined)('pictures as in Chromium', () => {
  const fonts = loadTestFonts();
  const script = readFileSync(path.join(import.meta.dirname, 'browser-script.js'), 'utf8');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'buletin-paint-'));
  const reports: PageReport[] = [];
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium(executable ?? '', SCALE);
    for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
  });
  afterAll(async () => {
    writeReport('paint', { browser: browser.version, pages: reports });
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Each declaration of the page, and whether the picture changes without it. */
  async function declarationsOf(whole: Pixels): Promise<readonly Declaration[]> {
    const found = (await browser.evaluate('harness.declarations()')) as readonly Omit<Declaration, 'matters'>[];
    const declarations: Declaration[] = [];
    for (const [i, declaration] of found.entries()) {
      await browser.evaluate(`harness.without(${i})`);
      declarations.push({ ...declaration, matters: differ(whole, await readPng(await browser.screenshot(VIEWPORT))) });
    }
    return declarations;
  }

  it.each(names)('%s', async (name) => {
    const html = readFileSync(path.join(PAGES, `${name}.html`), 'utf8');
    // Squares reach below the baseline: lines that leave room for letters would have no room left.
    const css = `@page { size: ${VIEWPORT.widthPx}px ${VIEWPORT.heightPx}px; margin: 0 } * { text-decoration-skip-ink: none }`;
    const ours = await layoutPage({ html, css, files, fonts: fonts.catalogue });
    const pdf = await pdfOf(ours);
    const file = path.join(folder, `${name}.html`);
    writeFileSync(file, html.replace('<style>', `<style id="harness">${fonts.css}\n${LINES}</style>\n<style>`));
    await browser.open(`file://${file}`, VIEWPORT);
    await browser.evaluate(script);
    const png = await browser.screenshot(VIEWPORT);
    const theirs = await readPng(png);
    const ppm = poppler('pdftoppm', ['-r', String(DPI), '-singlefile'], pdf);
    keep(`${name}.pdf`, pdf);
    keep(`${name}.png`, png);
    const picture = ppm === undefined ? undefined : readPpm(ppm);
    const stray = picture === undefined ? 0 : strayPixels(picture, theirs) + strayPixels(theirs, picture);
    const most = MOST_STRAY * theirs.width * theirs.height;
    const disagreements =
      stray > most
        ? [{ label: name, what: 'pixels', ours: `${stray} that the other has nowhere near`, theirs: `at most ${most}` }]
        : [];
    reports.push({
      name,
      compared: picture === undefined ? 0 : 1,
      disagreements,
      otherNames: otherNamesIn(html),
      diagnostics: ours.diagnostics.map(({ code, data }) => `${code} ${JSON.stringify(data)}`),
      declarations: await declarationsOf(theirs),
    });
    expect(disagreements).toEqual([]);
  });
});
