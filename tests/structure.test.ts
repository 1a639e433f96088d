import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { markdownDocument } from './support/arbitrary-markdown.ts';
import {
  bodyOf,
  foldText,
  markdownOutline,
  type OutlineBlock,
  structureOutline,
} from './support/markdown-structure.ts';
import { openPress, type Press, printDiagnostics, REPOSITORY } from './support/press.ts';
import { nodeText, type ReadPdf, readPdf, type StructureNode } from './support/read-pdf.ts';

const GOLDEN = path.join(import.meta.dirname, 'golden');

const samples = readdirSync(path.join(REPOSITORY, 'articles'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `articles/${name.replaceAll('\\', '/')}`)
  .sort();

/**
 * Those with `errors` make no file. The layout of `paged-media` adds notes to the text, so its structure is more than that
 * of the Markdown: its golden holds it.
 */
const cases = readdirSync(GOLDEN)
  .filter((name) => name !== 'paged-media' && existsSync(path.join(GOLDEN, name, 'tags.txt')))
  .sort()
  .map((name) => `${name}/input.md`);

interface Facts {
  readonly title: string;
  readonly place?: string;
}

/** Front matter as YAML says it: another reader than the program's. Keys may be Indonesian. */
function factsOf(file: string): Facts {
  const [, yaml = ''] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(file) ?? [];
  const { title, judul, place, tempat } = parse(yaml) as Readonly<Record<string, string | undefined>>;
  return { title: title ?? judul ?? '', ...((place ?? tempat) === undefined ? {} : { place: place ?? tempat ?? '' }) };
}

function findNode(node: StructureNode, role: string): StructureNode | undefined {
  if (node.role === role) return node;
  for (const child of node.children) {
    const found = typeof child === 'string' ? undefined : findNode(child, role);
    if (found !== undefined) return found;
  }
  return undefined;
}

function tableHeads(node: StructureNode): readonly StructureNode[] {
  if (node.role === 'THead') return [node];
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : tableHeads(child)));
}

/** Where the blocks stand that agree best with the wanted ones, so that a difference is shown side by side. */
function bestMatch(blocks: readonly OutlineBlock[], wanted: readonly OutlineBlock[]): readonly OutlineBlock[] {
  let best = 0;
  let bestScore = -1;
  for (let at = 0; at + wanted.length <= blocks.length; at += 1) {
    const score = wanted.filter((block, index) => blocks[at + index] === block).length;
    if (score > bestScore) [best, bestScore] = [at, score];
  }
  return bestScore < 1 ? blocks : blocks.slice(best, best + wanted.length);
}

/** The body of the article is in the file as its Markdown says, whole, in order, and nowhere else. */
function expectStructure(pdf: ReadPdf, file: string): void {
  const { title, place = '' } = factsOf(file);
  const article = findNode(pdf.root, 'Art');
  if (article === undefined) throw new Error('No Art element');
  const heading = findNode(article, 'H1');
  expect(heading === undefined ? '' : foldText(nodeText(heading))).toBe(foldText(title));
  const wanted = markdownOutline(bodyOf(file), { dateline: place });
  expect(bestMatch(structureOutline(article), wanted)).toEqual(wanted);
  expectNoArticleInArtifacts(pdf, article);
}

/** Artifacts hold the monogram, page numbers, repeated table heads, and what was said once outside of the article. */
function expectNoArticleInArtifacts(pdf: ReadPdf, article: StructureNode): void {
  const outside: string[] = [];
  const visit = (node: StructureNode | string): void => {
    if (typeof node === 'string') outside.push(node.trim());
    else (node === article ? tableHeads(node) : node.children).forEach(visit);
  };
  visit(pdf.root);
  let rest = pdf.artifacts.replace(/(Halaman|Page) \d+ (dari|of) \d+/g, '');
  for (const text of outside.sort((a, b) => b.length - a.length)) if (text !== '') rest = rest.replaceAll(text, '');
  expect(rest.trim()).toMatch(/^\S?$/u);
}

describe('the structure tree of a finished file', () => {
  let sample: Press;
  let golden: Press;
  beforeAll(async () => {
    sample = await openPress(REPOSITORY);
    golden = await openPress(GOLDEN);
  });

  async function check(press: Press, workspace: string, name: string): Promise<void> {
    const { pdf, diagnostics } = await press.print(name, { verify: false });
    if (pdf === undefined) throw new Error(printDiagnostics(diagnostics));
    expectStructure(readPdf(pdf.bytes), readFileSync(path.join(workspace, name), 'utf8').replaceAll('\r\n', '\n'));
  }

  it.each(samples)('is that of the Markdown: %s', (name) => check(sample, REPOSITORY, name));
  it.each(cases)('is that of the Markdown: golden/%s', (name) => check(golden, GOLDEN, name));

  it('is that of the Markdown for random articles in the bulletin layout', async () => {
    const property = fc.asyncProperty(markdownDocument(), async (body) => {
      const file = `---\ntitle: "Acak"\ndate: 2021-03-01\nsource: https://contoh.id/acak\nlayout: bulletin\n---\n\n${body}`;
      const { pdf, diagnostics } = await golden.print('acak/input.md', { text: file, verify: false });
      if (pdf === undefined) throw new Error(printDiagnostics(diagnostics));
      expectStructure(readPdf(pdf.bytes), file);
    });
    await fc.assert(property, { numRuns: 40, seed: 20210301 });
  });
});
