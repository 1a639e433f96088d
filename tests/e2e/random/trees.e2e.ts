import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LonghandName } from '../../../src/document/css/properties/longhands.ts';
import { type Browser, findChromium, launchChromium } from '../chromium.ts';
import { loadTestFonts } from '../fonts.ts';
import {
  compareTree,
  HEIGHT_PX,
  NO_ANSWER,
  type Oracle,
  type TreeComparison,
  WIDTH_PX,
  wrongBoxes,
} from './compare-tree.ts';
import { boxProperties, growTree, LEAST_BOXES } from './grow.ts';
import {
  boxesOf,
  HELD_AGREEMENT,
  LEAST_SHARE,
  MOST_UNCOVERED,
  namesIn,
  type RandomReport,
  type TreeReport,
  uncovered,
  writeRandomReport,
} from './random-report.ts';
import { shrink } from './shrink.ts';
import { elementsIn, type Tree } from './tree.ts';

const number = (name: string, usual: number): number => {
  const given = process.env[name];
  const value = given === undefined || given === '' ? usual : Number(given);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} is not a number from 0: ${given}`);
  return value;
};

/** Tree `i` of a run has the seed `SEED + i`, so that one tree alone is a run with its seed. */
const SEED = number('BULETIN_E2E_SEED', 20261);
const TREES = number('BULETIN_E2E_TREES', 500);
/** How many of those that disagree are made small. */
const SHRUNK = number('BULETIN_E2E_SHRINK', 6);
/** Fewer trees cannot show every property. */
const LEAST_TREES = 500;

/** Pixels of the device are small, so that what the browser rounds to them does not add up. */
const FINE_SCALE = 32;

/** A background makes the browser keep a box for every inline element, which it saves where nothing would be seen. */
const HARNESS_STYLE = 'html { scrollbar-width: none } * { background: rgb(0 0 0 / 1%) }';

const PAGES = path.join(import.meta.dirname, '..', 'pages');
const executable = findChromium();

describe.skipIf(executable === undefined)('random trees as in Chromium', () => {
  const fonts = loadTestFonts();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'buletin-trees-'));
  const files = new Map(
    readdirSync(PAGES)
      .filter((name) => name.startsWith('picture.'))
      .map((name) => [name, new Uint8Array(readFileSync(path.join(PAGES, name)))] as const),
  );
  const browsers = new Map<boolean, Browser>();

  beforeAll(async () => {
    for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
    const head = `<meta charset="utf-8"><style>${fonts.css}\n${HARNESS_STYLE}</style>`;
    writeFileSync(
      path.join(folder, 'trees.html'),
      `<!doctype html><html lang="id"><head>${head}</head><body></body></html>`,
    );
  });
  afterAll(async () => {
    for (const browser of browsers.values()) await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** One process shows all trees; what it counts in pixels of the device needs another. */
  async function browserFor({ isCoarse }: Tree): Promise<Browser> {
    let browser = browsers.get(isCoarse);
    if (browser === undefined) {
      const scale = isCoarse ? 1 : FINE_SCALE;
      browser = await launchChromium(executable ?? '', scale);
      browsers.set(isCoarse, browser);
      const viewport = { widthPx: WIDTH_PX, heightPx: HEIGHT_PX, scale };
      await browser.open(`file://${path.join(folder, 'trees.html')}`, viewport);
      for (const script of ['../browser-script.js', 'tree-script.js']) {
        await browser.evaluate(readFileSync(path.join(import.meta.dirname, script), 'utf8'));
      }
      await browser.evaluate('trees.ready()');
    }
    return browser;
  }

  async function compare(tree: Tree): Promise<TreeComparison> {
    const oracle: Oracle = { browser: await browserFor(tree), fonts, files };
    const comparison = await compareTree(tree, oracle);
    if (comparison.refused.includes(NO_ANSWER)) await closeBrowser(tree);
    return comparison;
  }

  /** Of the tree that is shown. A browser that is caught in one page begins anew with the next. */
  async function mattering(tree: Tree, names: readonly LonghandName[]): Promise<readonly LonghandName[]> {
    const browser = await browserFor(tree);
    try {
      return (await browser.evaluate(`trees.matters(${JSON.stringify(names)})`)) as readonly LonghandName[];
    } catch {
      await closeBrowser(tree);
      return [];
    }
  }

  async function closeBrowser({ isCoarse }: Tree): Promise<void> {
    await browsers.get(isCoarse)?.close();
    browsers.delete(isCoarse);
  }

  it(`${TREES} trees`, async () => {
    const trees = Array.from({ length: TREES }, (_, i) => growTree(SEED + i));
    const quota = Math.max(1, Math.ceil(TREES * LEAST_SHARE));
    const occurs = new Map<LonghandName, number>();
    const matters = new Map<LonghandName, number>();
    const reports: TreeReport[] = [];
    for (const tree of trees) {
      const comparison = await compare(tree);
      reports.push({ tree, comparison });
      const names = new Set(namesIn(tree.body));
      const has = boxProperties.filter((name) => names.has(name));
      for (const name of has) occurs.set(name, (occurs.get(name) ?? 0) + 1);
      const asked = has.filter((name) => (matters.get(name) ?? 0) < quota);
      if (asked.length === 0 || comparison.refused.includes(NO_ANSWER)) continue;
      const found = await mattering(tree, asked);
      for (const name of found) matters.set(name, (matters.get(name) ?? 0) + 1);
    }
    let left = SHRUNK;
    for (const [i, { tree, comparison }] of reports.entries()) {
      if (left === 0 || wrongBoxes(comparison) === 0) continue;
      left -= 1;
      const smallest = await shrink(tree, async (candidate) => wrongBoxes(await compare(candidate)) > 0);
      reports[i] = { tree, comparison, smallest: { tree: smallest, comparison: await compare(smallest) } };
    }
    const report: RandomReport = {
      browser: (await browserFor(growTree(SEED))).version,
      seed: SEED,
      trees: reports,
      occurs,
      matters,
      quota,
    };
    writeRandomReport(report);
    for (const tree of trees) expect(elementsIn(tree.body) - 1).toBeGreaterThanOrEqual(LEAST_BOXES);
    if (TREES >= LEAST_TREES) expect(uncovered(report).length).toBeLessThanOrEqual(MOST_UNCOVERED);
    const { compared, agree } = boxesOf(report);
    expect(agree / compared).toBeGreaterThanOrEqual(HELD_AGREEMENT);
  }, 900_000);
});
