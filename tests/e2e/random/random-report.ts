import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { LonghandName } from '../../../src/document/css/properties/longhands.ts';
import { longhandNames } from '../../../src/document/css/properties/table.ts';
import { type TreeComparison, wrongBoxes } from './compare-tree.ts';
import { recipeOf } from './dress.ts';
import { boxProperties } from './grow.ts';
import { elementsIn, pageOf, type Tree, type TreeElement, type TreeNode } from './tree.ts';

export interface TreeReport {
  readonly tree: Tree;
  readonly comparison: TreeComparison;
  /** What is left of it when all is taken away that is not needed to disagree. */
  readonly smallest?: { readonly tree: Tree; readonly comparison: TreeComparison } | undefined;
}

export interface RandomReport {
  readonly browser: string;
  readonly seed: number;
  readonly trees: readonly TreeReport[];
  /** Property → trees that have it, and of those that were asked for it, in how many it moves a box. */
  readonly occurs: ReadonlyMap<LonghandName, number>;
  readonly matters: ReadonlyMap<LonghandName, number>;
  readonly quota: number;
}

/** Trees in which each property must move a box, of all. */
export const LEAST_SHARE = 0.02;
/** Of the boxes of the random trees, how many must be as in the browser. */
export const HELD_AGREEMENT = 0.995;
export const MOST_UNCOVERED = 0;

export function boxesOf({ trees }: RandomReport): { readonly compared: number; readonly agree: number } {
  const compared = trees.reduce((sum, { comparison }) => sum + comparison.compared, 0);
  const wrong = trees.reduce((sum, { comparison }) => sum + wrongBoxes(comparison), 0);
  return { compared, agree: compared - wrong };
}

export const uncovered = ({ matters, quota }: RandomReport): readonly LonghandName[] =>
  boxProperties.filter((name) => (matters.get(name) ?? 0) < quota);

function describeRandom(report: RandomReport): string {
  const out: string[] = [`random trees, compared with ${report.browser}`];
  const wrong = report.trees.filter(({ comparison }) => wrongBoxes(comparison) > 0);
  for (const one of wrong) out.push(...describeTree(one));
  for (const { smallest } of wrong) {
    if (smallest !== undefined) out.push('', ...describeSmallest(smallest.tree, smallest.comparison));
  }
  out.push('', ...disagreementsByProperty(wrong), '', ...coverage(report), '');
  const { compared, agree } = boxesOf(report);
  const share = compared === 0 ? 0 : (100 * agree) / compared;
  const least = Math.min(...report.trees.map(({ tree }) => elementsIn(tree.body) - 1));
  out.push(`${report.trees.length} random trees from seed ${report.seed}, at least ${least} element boxes each`);
  out.push(`${report.trees.length - wrong.length} trees agree in all boxes`);
  out.push(`${compared} boxes of random trees, ${agree} agree (${share.toFixed(3)} %)`);
  return `${out.join('\n')}\n`;
}

function describeTree({ tree, comparison }: TreeReport): readonly string[] {
  const { disagreements, refused, compared } = comparison;
  const lines = [`  FAIL seed ${tree.seed}: ${compared} compared, ${compared - wrongBoxes(comparison)} agree`];
  for (const why of refused) lines.push(`         ${why}`);
  const smallest = [...disagreements].sort((a, b) => areaOf(a.theirs) - areaOf(b.theirs))[0];
  if (smallest === undefined) return lines;
  const { label, what, ours, theirs } = smallest;
  return [...lines, `         smallest: ${label} ${what}: ours ${ours.slice(0, 200)}, theirs ${theirs.slice(0, 200)}`];
}

function areaOf(box: string): number {
  const [, , width, height] = box.split(' ').map(Number);
  return Number.isFinite(width) && Number.isFinite(height) ? (width ?? 0) * (height ?? 0) : Number.POSITIVE_INFINITY;
}

function describeSmallest(tree: Tree, comparison: TreeComparison): readonly string[] {
  const boxes = comparison.disagreements.map(
    ({ label, what, ours, theirs }) => `  ${label} ${what}: ours ${ours}, theirs ${theirs}`,
  );
  return [
    `smallest page found in seed ${tree.seed}:`,
    ...comparison.refused.map((why) => `  ${why}`),
    ...boxes.slice(0, 8),
    pageOf(tree),
  ];
}

/** In how many of the smallest pages each property is left: what is left is part of the reason. */
function disagreementsByProperty(wrong: readonly TreeReport[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { tree, smallest } of wrong) {
    const names = new Set(namesIn((smallest?.tree ?? tree).body));
    if (smallest === undefined) continue;
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (sorted.length === 0) return ['no property is in a smallest page that disagrees'];
  return ['property: smallest pages that disagree with it', ...sorted.map(([name, count]) => `  ${name}: ${count}`)];
}

export function namesIn(node: TreeNode): readonly string[] {
  if (node.kind === 'text') return [];
  return [...declarationsOf(node).map(([name]) => name), ...node.children.flatMap(namesIn)];
}

const declarationsOf = (element: TreeElement) =>
  element.tag === 'body' ? [] : [...element.style, ...Object.values(element.pseudo).flat()];

function coverage(report: RandomReport): readonly string[] {
  const { occurs, matters, quota, trees } = report;
  const lines = [`property: trees that have it, trees in which it moves a box (counted up to ${quota})`];
  for (const name of longhandNames) {
    const recipe = recipeOf(name);
    if (recipe.kind === 'elsewhere') lines.push(`  ${name}: no box shows it; ${recipe.where}`);
    else lines.push(`  ${name}: ${occurs.get(name) ?? 0}, ${matters.get(name) ?? 0}`);
  }
  const missing = uncovered(report);
  lines.push(
    `${boxProperties.length} properties, ${boxProperties.length - missing.length} in at least ${quota} of ${trees.length} trees`,
  );
  return missing.length === 0 ? lines : [...lines, `shown by too few trees: ${missing.join(', ')}`];
}

/** Kept for `scripts/e2e.mjs`. */
export function writeRandomReport(report: RandomReport): void {
  const folder = process.env.BULETIN_E2E_REPORT;
  if (folder !== undefined) writeFileSync(path.join(folder, 'random.txt'), describeRandom(report));
}
