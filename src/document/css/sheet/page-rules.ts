import type { Size } from '../../../base/geometry.ts';
import { nearestName } from '../../../base/nearest-name.ts';
import type { Pt } from '../../../base/units.ts';
import { mm } from '../../../base/units.ts';
import type { MarginBoxName, Nth } from '../../types.ts';
import { aliases, isLonghand, properties } from '../properties/table.ts';
import { shorthands } from '../shorthands/table.ts';
import type { ComponentValue } from '../values/component-values.ts';
import { readValues } from '../values/component-values.ts';
import type { Specified } from '../values/compute-context.ts';
import { parseLength } from '../values/length.ts';
import type { DeclarationBlock, RawDeclaration } from './declarations.ts';
import { excerpt, readDeclarations } from './declarations.ts';
import type { Problems } from './problems.ts';

type PagePseudo = 'first' | 'left' | 'right' | 'blank';

/** CSS Paged Media 3, section 4: a page of that name (any, without one) to which all pseudo-classes apply. */
export interface PageSelector {
  readonly name: string | undefined;
  readonly pseudos: readonly PagePseudo[];
  /** `:nth()`, of the number of the page: CSS GCPM 3, section 4. */
  readonly nths: readonly Nth[];
}

/** One `@page` rule. */
export interface PageRule {
  /** At least one: the rule applies where any of them does. */
  readonly selectors: readonly PageSelector[];
  /** The declared sizes; the last of the cascade counts. */
  readonly size: Specified<Size> | undefined;
  readonly importantSize: Specified<Size> | undefined;
  readonly declarations: DeclarationBlock;
  readonly boxes: readonly { readonly name: MarginBoxName; readonly declarations: DeclarationBlock }[];
  /** Of each `@footnote`. */
  readonly footnotes: readonly DeclarationBlock[];
}

export const marginBoxNames: readonly MarginBoxName[] = [
  'top-left-corner',
  'top-left',
  'top-center',
  'top-right',
  'top-right-corner',
  'right-top',
  'right-middle',
  'right-bottom',
  'bottom-right-corner',
  'bottom-right',
  'bottom-center',
  'bottom-left',
  'bottom-left-corner',
  'left-bottom',
  'left-middle',
  'left-top',
];

const boxNames: ReadonlySet<string> = new Set(marginBoxNames);

export function isMarginBox(name: string): name is MarginBoxName {
  return boxNames.has(name);
}

export function reportMarginBox(name: string, place: RawDeclaration['place'], problems: Problems): void {
  problems.add('document/unknown-margin-box', place, { name, nearest: nearestName(name, marginBoxNames) });
}

/** Portrait. CSS Paged Media 3, section 7.1; F4 is the Indonesian folio of 215 × 330 mm. */
const PAPERS: ReadonlyMap<string, Size> = new Map([
  ['a5', { width: mm(148), height: mm(210) }],
  ['a4', { width: mm(210), height: mm(297) }],
  ['a3', { width: mm(297), height: mm(420) }],
  ['b5', { width: mm(176), height: mm(250) }],
  ['b4', { width: mm(250), height: mm(353) }],
  ['jis-b5', { width: mm(182), height: mm(257) }],
  ['jis-b4', { width: mm(257), height: mm(364) }],
  ['letter', { width: 612, height: 792 }],
  ['legal', { width: 612, height: 1008 }],
  ['ledger', { width: 792, height: 1224 }],
  ['f4', { width: mm(215), height: mm(330) }],
]);

export const paperNames: readonly string[] = [...PAPERS.keys()];

const SIZE_VALUES = `<length>{1,2} | [ ${paperNames.join(' | ')} ] || [ portrait | landscape ]`;

export const DEFAULT_PAPER: Size = { width: mm(210), height: mm(297) };

/** CSS Paged Media 3, section 7: without a paper, `landscape` turns the default paper. */
function parsePageSize(values: readonly ComponentValue[]): Specified<Size> | undefined {
  if (values.length === 0 || values.length > 2) return undefined;
  const lengths = values.map((value) => parseLength([value], { percent: false, negative: false }));
  const [width, height = width] = lengths;
  if (width !== undefined && height !== undefined && !lengths.includes(undefined)) {
    return (context) => ({ width: width(context).pt, height: height(context).pt });
  }
  const names = values.map((value) => (value.kind === 'ident' ? value.name : ''));
  const orientation = names.find((name) => name === 'portrait' || name === 'landscape');
  const paperName = names.find((name) => name !== orientation);
  if (paperName === 'auto' && orientation === undefined) return () => DEFAULT_PAPER;
  const paper = paperName === undefined ? DEFAULT_PAPER : PAPERS.get(paperName);
  if (paper === undefined || (names.length === 2 && orientation === undefined)) return undefined;
  const size = orientation === 'landscape' ? { width: paper.height, height: paper.width } : paper;
  return () => size;
}

const PSEUDOS: ReadonlyMap<string, PagePseudo> = new Map([
  ['first', 'first'],
  ['left', 'left'],
  ['right', 'right'],
  ['blank', 'blank'],
]);

/** `undefined` when it is none or not supported, such as `:nth(2 of name)`. Names keep their case. */
export function readPageSelector(text: string): PageSelector | undefined {
  const match =
    /^(-?[a-z_\u0080-\uffff][\w\u0080-\uffff-]*|--[\w\u0080-\uffff-]+)?((?::[a-z-]+(?:\([^()]*\))?)*)$/i.exec(text);
  if (match === null) return undefined;
  const [, name, written = ''] = match;
  if (name?.toLowerCase() === 'auto') return undefined;
  const pseudos: PagePseudo[] = [];
  const nths: Nth[] = [];
  for (const pseudo of written.toLowerCase().split(':').slice(1)) {
    const known = PSEUDOS.get(pseudo);
    const numbers = /^nth\(([^()]*)\)$/.exec(pseudo)?.[1];
    const nth = numbers === undefined ? undefined : readNth(numbers.trim());
    if (known !== undefined) pseudos.push(known);
    else if (nth !== undefined) nths.push(nth);
    else return undefined;
  }
  return { name, pseudos, nths };
}

/** CSS Syntax 3, section 6: An+B. */
function readNth(text: string): Nth | undefined {
  if (text === 'odd') return { step: 2, offset: 1 };
  if (text === 'even') return { step: 2, offset: 0 };
  if (/^[+-]?\d{1,6}$/.test(text)) return { step: 0, offset: Number(text) };
  const match = /^([+-]?\d{0,6})n(?:\s*([+-])\s*(\d{1,6}))?$/.exec(text);
  if (match === null) return undefined;
  const [, step = '', sign = '+', offset = '0'] = match;
  return { step: /\d/.test(step) ? Number(step) : Number(`${step}1`), offset: Number(`${sign}${offset}`) };
}

/** A page is at least this high and wide: smaller ones have no room for anything. */
export const MIN_PAGE: Pt = 36;

/** The declarations of `@page` itself: its size, its margins, and what its margin boxes inherit. */
export function readPageDeclarations(
  declarations: readonly RawDeclaration[],
  problems: Problems,
): Pick<PageRule, 'size' | 'importantSize' | 'declarations'> {
  let size: Specified<Size> | undefined;
  let importantSize: Specified<Size> | undefined;
  const rest: RawDeclaration[] = [];
  for (const declaration of declarations) {
    const property = declaration.property.toLowerCase();
    if (property !== 'size') {
      if (isPageProperty(property)) rest.push(declaration);
      else problems.add('document/unsupported-page-property', declaration.place, { property });
      continue;
    }
    const parsed = parsePageSize(readValues(declaration.value) ?? []);
    if (parsed === undefined) {
      problems.add('document/unsupported-value', declaration.place, {
        property,
        value: excerpt(declaration.value),
        values: SIZE_VALUES,
        advice: undefined,
      });
    } else if (declaration.important) importantSize = parsed;
    else size = parsed;
  }
  return { size, importantSize, declarations: readDeclarations(rest, problems) };
}

/** Beside the edges and the background: what `em` and `currentColor` in them count from. */
const FOOTNOTE_AREA =
  /^(?:--|margin|padding|border-(?!collapse|spacing)|border$|background|box-s|max-height$|max-block-size$|color$|font-size$)/;

/** The declarations of `@footnote`: its box. The notes in it inherit from where they stand in the text. */
export function readFootnoteDeclarations(
  declarations: readonly RawDeclaration[],
  problems: Problems,
): DeclarationBlock {
  const own = declarations.filter((declaration) => {
    const property = declaration.property.toLowerCase();
    const isKnown = isLonghand(property) || shorthands.has(property) || aliases.has(property);
    if (!isKnown || FOOTNOTE_AREA.test(property)) return true;
    problems.add('document/unsupported-footnote-property', declaration.place, { property });
    return false;
  });
  return readDeclarations(own, problems);
}

/** Margins, custom and inherited properties; and unknown ones, which get their own message. */
function isPageProperty(written: string): boolean {
  const name = aliases.get(written) ?? written;
  if (name.startsWith('--') || name.startsWith('margin')) return true;
  const longhands = shorthands.get(name)?.longhands ?? (isLonghand(name) ? [name] : []);
  return longhands.every((longhand) => properties[longhand].inherited);
}
