import type { Atrule, Block, CssNode, Declaration, Rule } from 'css-tree';
import parse from 'css-tree/parser';
import * as tokenizer from 'css-tree/tokenizer';
import type { Place } from '../../../base/source.ts';
import type { ReadSelector } from '../selectors/read-selector.ts';
import { readSelector } from '../selectors/read-selector.ts';
import type { DeclarationBlock, RawDeclaration } from './declarations.ts';
import { EMPTY_BLOCK, excerpt, readDeclarations, reportElementFunction, reportInitialLetter } from './declarations.ts';
import type { PageRule, PageSelector } from './page-rules.ts';
import {
  isMarginBox,
  readFootnoteDeclarations,
  readPageDeclarations,
  readPageSelector,
  reportMarginBox,
} from './page-rules.ts';
import type { Problems } from './problems.ts';
import { createProblems } from './problems.ts';
import { type StringNames, stringNamesIn } from './string-names.ts';

/** Text of CSS and where its characters stand. */
export interface CssSource {
  readonly text: string;
  readonly placeAt: (start: number, end: number) => Place;
}

interface StyleRule {
  readonly selectors: readonly ReadSelector[];
  readonly declarations: DeclarationBlock;
}

/** A stylesheet that was parsed and checked once; used for any number of documents. */
export interface StyleSheet {
  readonly rules: readonly StyleRule[];
  readonly pages: readonly PageRule[];
  /** Of each block that has any. */
  readonly strings: readonly StringNames[];
  readonly problems: Problems;
}

interface Reading {
  readonly source: CssSource;
  readonly problems: Problems;
  readonly rules: StyleRule[];
  readonly pages: PageRule[];
  readonly strings: StringNames[];
}

/** Brackets may be nested this deep. */
const MAX_NESTING = 64;

const OPENING: ReadonlySet<number> = new Set([
  tokenizer.Function,
  tokenizer.LeftParenthesis,
  tokenizer.LeftSquareBracket,
  tokenizer.LeftCurlyBracket,
]);
const CLOSING: ReadonlySet<number> = new Set([
  tokenizer.RightParenthesis,
  tokenizer.RightSquareBracket,
  tokenizer.RightCurlyBracket,
]);

/** `@media` inside `@media` may go this deep. */
const MAX_MEDIA_DEPTH = 8;

export function readStylesheet(source: CssSource): StyleSheet {
  const problems = createProblems();
  const reading: Reading = { source, problems, rules: [], pages: [], strings: [] };
  if (isTooDeep(reading)) return { rules: [], pages: [], strings: [], problems };
  const sheet = parse(source.text, {
    positions: true,
    parseValue: false,
    parseAtrulePrelude: false,
    onParseError: (error, skipped) => reportSyntax(reading, error.offset, skipped),
  });
  if (sheet.type === 'StyleSheet') for (const node of sheet.children) readNode(reading, node, 0);
  return { rules: reading.rules, pages: reading.pages, strings: reading.strings, problems };
}

/** The declarations of a `style` attribute. */
export function readStyleAttribute(source: CssSource): {
  readonly declarations: DeclarationBlock;
  readonly problems: Problems;
} {
  const problems = createProblems();
  const reading: Reading = { source, problems, rules: [], pages: [], strings: [] };
  if (isTooDeep(reading)) return { declarations: EMPTY_BLOCK, problems };
  const list = parse(source.text, {
    context: 'declarationList',
    positions: true,
    parseValue: false,
    onParseError: (error, skipped) => reportSyntax(reading, error.offset, skipped),
  });
  const nodes = list.type === 'DeclarationList' ? list.children.toArray() : [];
  const raw = nodes.flatMap((node) => (node.type === 'Declaration' ? [rawDeclaration(reading, node)] : []));
  reportInitialLetter(raw, problems);
  return { declarations: readDeclarations(raw, problems), problems };
}

/** The parser calls itself for each bracket, so their nesting is bounded before it is asked. */
function isTooDeep({ source, problems }: Reading): boolean {
  let depth = 0;
  let tooDeepAt: number | undefined;
  tokenizer.tokenize(source.text, (type, start) => {
    if (OPENING.has(type)) depth++;
    else if (CLOSING.has(type)) depth = Math.max(0, depth - 1);
    if (depth > MAX_NESTING) tooDeepAt ??= start;
  });
  if (tooDeepAt === undefined) return false;
  const place = source.placeAt(tooDeepAt, tooDeepAt + 1);
  problems.add('document/css-too-deep', place, { limit: MAX_NESTING });
  return true;
}

function reportSyntax(reading: Reading, offset: number, skipped: CssNode): void {
  const start = skipped.loc?.start.offset ?? offset;
  const end = skipped.loc?.end.offset ?? start;
  const text = excerpt(reading.source.text.slice(start, end));
  // A lone semicolon is nothing to talk about.
  if (/^[;\s]*$/.test(text)) return;
  reading.problems.add('document/css-syntax', reading.source.placeAt(offset, Math.max(offset, end)), { text });
}

function placeOf(reading: Reading, node: CssNode): Place {
  const start = node.loc?.start.offset ?? 0;
  // White space before a closing bracket belongs to the node; nobody wants it underlined.
  const length = reading.source.text.slice(start, node.loc?.end.offset ?? start).trimEnd().length;
  return reading.source.placeAt(start, start + length);
}

function readNode(reading: Reading, node: CssNode, depth: number): void {
  if (node.type === 'Rule') readRule(reading, node);
  else if (node.type === 'Atrule') readAtrule(reading, node, depth);
}

function readRule(reading: Reading, rule: Rule): void {
  const { problems, source } = reading;
  if (rule.prelude.type !== 'SelectorList') return;
  const selectors: ReadSelector[] = [];
  for (const selector of rule.prelude.children) {
    if (selector.type !== 'Selector') continue;
    const text = source.text.slice(selector.loc?.start.offset ?? 0, selector.loc?.end.offset ?? 0).trim();
    const read = readSelector(selector, text, placeOf(reading, selector), problems);
    if (read !== undefined) selectors.push(read);
  }
  const raw = declarationsOf(reading, rule.block);
  reportElementFunction(raw, problems);
  if (raw.some(({ property }) => property.toLowerCase() === 'string-set')) reading.strings.push(stringNamesIn(raw));
  if (selectors.length > 0 && selectors.every((selector) => selector.pseudo !== 'first-letter')) {
    reportInitialLetter(raw, problems);
  }
  const declarations = readDeclarations(raw, problems);
  if (selectors.length > 0) reading.rules.push({ selectors, declarations });
}

/** The declarations of a block. Rules and at-rules among them are outside the subset. */
function declarationsOf(reading: Reading, block: Block): readonly RawDeclaration[] {
  const declarations: RawDeclaration[] = [];
  for (const node of block.children) {
    if (node.type === 'Declaration') declarations.push(rawDeclaration(reading, node));
    else if (node.type === 'Atrule') {
      reading.problems.add('document/unsupported-at-rule', placeOf(reading, node), { name: node.name });
    } else if (node.type === 'Rule') {
      const text = excerpt(reading.source.text.slice(node.loc?.start.offset ?? 0, node.block.loc?.start.offset ?? 0));
      reading.problems.add('document/unsupported-selector', placeOf(reading, node), { selector: text, part: '&' });
    }
  }
  return declarations;
}

function rawDeclaration(reading: Reading, node: Declaration): RawDeclaration {
  const value = node.value.type === 'Raw' ? node.value.value : '';
  const isImportant = node.important === true || String(node.important).toLowerCase() === 'important';
  // `!ie` and the like make the value wrong.
  const suffix = node.important === false || isImportant ? '' : ` !${String(node.important)}`;
  return {
    property: node.property,
    value: `${value}${suffix}`,
    important: isImportant,
    place: placeOf(reading, node),
  };
}

function readAtrule(reading: Reading, node: Atrule, depth: number): void {
  const name = node.name.toLowerCase();
  const prelude = node.prelude?.type === 'Raw' ? node.prelude.value.trim() : '';
  switch (name) {
    case 'charset':
      return;
    case 'media':
      readMedia(reading, node, prelude, depth);
      return;
    case 'page':
      readPage(reading, node, prelude);
      return;
    case 'import':
    case 'font-face':
      reading.problems.add('document/refused-at-rule', placeOf(reading, node), { name });
      return;
    default:
      reading.problems.add('document/unsupported-at-rule', placeOf(reading, node), { name });
  }
}

function readMedia(reading: Reading, node: Atrule, prelude: string, depth: number): void {
  let applies = false;
  for (const query of prelude.split(',').map((part) => part.trim().toLowerCase())) {
    if (query === 'print' || query === 'all' || query === '' || query === 'only print') applies = true;
    else if (query !== 'screen' && query !== 'only screen') {
      reading.problems.add('document/unsupported-media', placeOf(reading, node), { query: excerpt(query) });
    }
  }
  if (!applies || node.block === null || depth >= MAX_MEDIA_DEPTH) return;
  for (const child of node.block.children) readNode(reading, child, depth + 1);
}

function readPage(reading: Reading, node: Atrule, prelude: string): void {
  const { problems } = reading;
  if (node.block === null) return;
  const selectors: PageSelector[] = [];
  for (const text of prelude.split(',').map((part) => part.trim())) {
    const selector = readPageSelector(text);
    if (selector !== undefined) selectors.push(selector);
    else problems.add('document/unsupported-page-selector', placeOf(reading, node), { selector: excerpt(text) });
  }
  if (selectors.length === 0) return;
  const declarations: RawDeclaration[] = [];
  const boxes: PageRule['boxes'][number][] = [];
  const footnotes: DeclarationBlock[] = [];
  for (const child of node.block.children) {
    if (child.type === 'Declaration') declarations.push(rawDeclaration(reading, child));
    if (child.type !== 'Atrule') continue;
    const name = child.name.toLowerCase();
    const isBox = isMarginBox(name);
    if (!isBox && name !== 'footnote') reportMarginBox(name, placeOf(reading, child), problems);
    else if (child.block !== null) {
      const block = declarationsOf(reading, child.block);
      if (isBox) {
        boxes.push({ name, declarations: readDeclarations(block, problems) });
        reading.strings.push(stringNamesIn(block));
      } else footnotes.push(readFootnoteDeclarations(block, problems));
    }
  }
  const page = readPageDeclarations(declarations, problems);
  reading.pages.push({ selectors, ...page, boxes, footnotes });
}
