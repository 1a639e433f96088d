import type { Diagnostic } from '../../../src/base/diagnostics.ts';
import { compareBoxes, type Disagreement } from '../boxes.ts';
import type { Browser } from '../chromium.ts';
import type { TestFonts } from '../fonts.ts';
import { layoutPage, ourBoxes } from '../our-boxes.ts';
import { theirBoxes } from '../their-boxes.ts';
import { elementsIn, pageOf, partsOf, type Tree } from './tree.ts';

export const WIDTH_PX = 600;
export const HEIGHT_PX = 6000;

/** Wide margins: what stands out of the page area on any side is still on the paper. */
const MARGIN_PX = 50_000;
const PAPER = `@page { size: ${WIDTH_PX + 2 * MARGIN_PX}px ${HEIGHT_PX + 2 * MARGIN_PX}px; margin: ${MARGIN_PX}px }`;

export const NO_ANSWER = 'the browser does not answer';

export interface Oracle {
  readonly browser: Browser;
  readonly fonts: TestFonts;
  /** Pictures beside the page. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface TreeComparison {
  /** Boxes and lines of text. */
  readonly compared: number;
  readonly disagreements: readonly Disagreement[];
  /** Why the tree as a whole is wrong, if it is. */
  readonly refused: readonly string[];
}

/** A tree that Buletin refuses, or reports a part of, is wrong in all its boxes. */
export async function compareTree(tree: Tree, oracle: Oracle): Promise<TreeComparison> {
  const { css, body } = partsOf(tree);
  const call = `trees.show(${JSON.stringify(css)}, ${JSON.stringify(body)})`;
  const shown = await oracle.browser.evaluate(call).catch(() => undefined);
  if (shown === undefined) return { compared: elementsIn(tree.body) + 1, disagreements: [], refused: [NO_ANSWER] };
  const theirs = theirBoxes(shown);
  const { files, fonts } = oracle;
  const all = theirs.reduce((sum, { lines }) => sum + 1 + lines.length, 0);
  let ours: Awaited<ReturnType<typeof layoutPage>>;
  try {
    ours = await layoutPage({ html: pageOf(tree), css: PAPER, files, fonts: fonts.catalogue });
  } catch (error) {
    const said =
      error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error);
    return { compared: all, disagreements: [], refused: [said] };
  }
  const refused = ours.diagnostics.filter(isRefusal).map(({ code, data }) => `${code} ${JSON.stringify(data)}`);
  if (ours.paged !== undefined && ours.paged.pages.length > 1) refused.push(`${ours.paged.pages.length} pages`);
  const comparison = compareBoxes(ourBoxes(ours), theirs);
  const isOther = comparison.disagreements.some(({ label, what }) => label === 'page' && what === 'elements');
  if (isOther)
    return { compared: all, disagreements: comparison.disagreements, refused: [...refused, 'other elements'] };
  return { compared: comparison.compared, disagreements: comparison.disagreements, refused };
}

/** An error, or something that was left out; that a box is wider than its place is said of many trees with reason. */
const isRefusal = ({ severity, code }: Diagnostic): boolean =>
  severity === 'error' || /unsupported|unknown|refused|invalid/.test(code);

export const wrongBoxes = ({ compared, disagreements, refused }: TreeComparison): number =>
  refused.length > 0 ? compared : disagreements.length;
