import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareBoxes } from './boxes.ts';
import { type Browser, findChromium, launchChromium, SCALE } from './chromium.ts';
import { type Declaration, otherNamesIn } from './coverage.ts';
import { loadTestFonts } from './fonts.ts';
import { layoutPage, ourBoxes } from './our-boxes.ts';
import { type PageReport, writeReport } from './report.ts';
import { theirBoxes } from './their-boxes.ts';

const PAGES = path.join(import.meta.dirname, 'pages');
const WIDTH_PX = 600;
const HEIGHT_PX = 1600;

const executable = findChromium();
const names = readdirSync(PAGES)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length))
  .sort();
const files = new Map(
  readdirSync(PAGES)
    .filter((name) => name.startsWith('picture.'))
    .map((name) => [name, new Uint8Array(readFileSync(path.join(PAGES, name)))] as const),
);

describe.skipIf(executable === undefined)('boxes as in Chromium', () => {
  const fonts = loadTestFonts();
  const script = readFileSync(path.join(import.meta.dirname, 'browser-script.js'), 'utf8');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'buletin-pages-'));
  const reports: PageReport[] = [];
  let browser: Browser;
  let plain: Browser | undefined;

  beforeAll(async () => {
    browser = await launchChromium(executable ?? '');
    for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
  });
  afterAll(async () => {
    writeReport('boxes', { browser: browser.version, pages: reports });
    await browser.close();
    await plain?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What a browser counts in device pixels, such as a part of `vertical-align: super`, is asked for at one for one. */
  async function browserFor(html: string): Promise<{ asked: Browser; scale: number }> {
    if (!html.includes('<meta name="scale" content="1">')) return { asked: browser, scale: SCALE };
    plain ??= await launchChromium(executable ?? '', 1);
    return { asked: plain, scale: 1 };
  }

  it.each(names)('%s', async (name) => {
    const html = readFileSync(path.join(PAGES, `${name}.html`), 'utf8');
    const css = `@page { size: ${WIDTH_PX}px ${HEIGHT_PX}px; margin: 0 }`;
    const ours = await layoutPage({ html, css, files, fonts: fonts.catalogue });
    const file = path.join(folder, `${name}.html`);
    // The fonts come first, so that the style sheet of the page is the last.
    writeFileSync(file, html.replace('<style>', `<style id="harness">${fonts.css}</style>\n<style>`));
    const { asked, scale } = await browserFor(html);
    await asked.open(`file://${file}`, { widthPx: WIDTH_PX, heightPx: HEIGHT_PX, scale });
    await asked.evaluate(script);
    const theirs = theirBoxes(await asked.evaluate('harness.measure()'));
    const declarations = (await asked.evaluate('harness.mutate()')) as readonly Declaration[];
    const comparison = compareBoxes(ourBoxes(ours), theirs);
    reports.push({
      name,
      compared: comparison.compared,
      disagreements: comparison.disagreements,
      otherNames: otherNamesIn(html),
      diagnostics: ours.diagnostics.map(({ code, data }) => `${code} ${JSON.stringify(data)}`),
      declarations,
    });
    expect(comparison.disagreements).toEqual([]);
  });
});
