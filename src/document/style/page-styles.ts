import type { Reporter } from '../../base/diagnostics.ts';
import type { Sides, Size } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { Cascaded, Computed, Situation } from '../css/cascade/compute-style.ts';
import type { Entry } from '../css/cascade/entry.ts';
import { valueEntry } from '../css/cascade/entry.ts';
import { styleFor, userAgentSheet } from '../css/cascade/style-engine.ts';
import type { CustomEntry } from '../css/cascade/variables.ts';
import type { LonghandName } from '../css/properties/longhands.ts';
import type { PageRule } from '../css/sheet/page-rules.ts';
import { DEFAULT_PAPER, MIN_PAGE, marginBoxNames } from '../css/sheet/page-rules.ts';
import type { ComputeContext } from '../css/values/compute-context.ts';
import { constant } from '../css/values/compute-context.ts';
import type {
  AutoLength,
  ComputedStyle,
  MarginBoxName,
  PageStyle,
  StyledDocument,
  StyledElement,
  StyledMarginBox,
} from '../types.ts';
import { generateContent } from './generated-content.ts';
import { pageKinds, rulesOf } from './page-kinds.ts';
import type { Styling } from './styling.ts';
import { styleWithContent } from './styling.ts';

const PAGE_SITUATION: Situation = { blockify: true, propagatesDecoration: false, rootSize: undefined };

/** CSS Paged Media 3, section 5: the page context inherits from the root element, margin boxes from the page context. */
export function computePages(styling: Styling, root: Computed, reporter: Reporter): StyledDocument['pages'] {
  const rules = [userAgentSheet(), ...styling.engine.sheets].flatMap((sheet) => sheet.pages);
  const styles = new Map<string, PageStyle>();
  return pageKinds(rules).map((kind) => {
    const applied = rulesOf(rules, kind);
    const key = applied.join(' ');
    let style = styles.get(key);
    if (style === undefined) {
      style = computePage(styling, root, { key, rules: applied.flatMap((index) => rules[index] ?? []) }, reporter);
      styles.set(key, style);
    }
    return { kind, style };
  });
}

/** What applies to one kind of page, the strongest last. */
interface AppliedRules {
  readonly key: string;
  readonly rules: readonly PageRule[];
}

function computePage(styling: Styling, root: Computed, kind: AppliedRules, reporter: Reporter): PageStyle {
  const rootFontSize = root.longhands['font-size'];
  const context = styleFor(styling.engine, root, `@page ${kind.key}`, () => [
    rootFontSize,
    cascadeOf(kind.rules.map((rule) => rule.declarations)),
    PAGE_SITUATION,
  ]);
  context.problems?.tell(reporter);
  const size = pageSize(kind.rules, context, rootFontSize);
  const marginBoxes: StyledMarginBox[] = [];
  for (const name of marginBoxNames) {
    const box = computeMarginBox(styling, name, { kind, context, rootFontSize }, reporter);
    if (box !== undefined) marginBoxes.push(box);
  }
  const footnoteArea = styling.hasFootnotes
    ? computeFootnoteArea(styling, { kind, context, rootFontSize }, reporter)
    : undefined;
  return { size, margin: usedMargins(context.style.margin, size), marginBoxes, footnoteArea };
}

function cascadeOf(blocks: readonly PageRule['declarations'][], base: readonly Entry[] = []): Cascaded {
  const entries: (readonly Entry[])[] = [base];
  const custom: (readonly CustomEntry[])[] = [];
  for (const block of blocks) {
    entries.push(block.normal);
    custom.push(block.custom);
  }
  for (const block of blocks) {
    entries.push(block.important);
    custom.push(block.importantCustom);
  }
  return { entries, custom };
}

function pageSize(rules: readonly PageRule[], computed: Computed, rootFontSize: Pt): Size {
  const declared =
    rules.findLast((rule) => rule.importantSize !== undefined)?.importantSize ??
    rules.findLast((rule) => rule.size !== undefined)?.size;
  const context: ComputeContext = {
    fontSize: computed.longhands['font-size'],
    rootFontSize,
    color: computed.longhands.color,
    parent: computed.longhands,
    variables: computed.variables,
    invalid: () => undefined,
  };
  const size = declared?.(context) ?? DEFAULT_PAPER;
  return { width: Math.max(size.width, MIN_PAGE), height: Math.max(size.height, MIN_PAGE) };
}

/** CSS Paged Media 3, section 5.2: percentages count from the page, left and right from its width; `auto` is 0. */
function usedMargins(margin: Sides<AutoLength>, size: Size): Sides<Pt> {
  const used = (value: AutoLength, base: Pt): Pt => (value === 'auto' ? 0 : value.pt + (value.percent * base) / 100);
  return {
    top: used(margin.top, size.height),
    right: used(margin.right, size.width),
    bottom: used(margin.bottom, size.height),
    left: used(margin.left, size.width),
  };
}

interface PageContext {
  readonly kind: AppliedRules;
  readonly context: Computed;
  readonly rootFontSize: Pt;
}

/**
 * It inherits from the page context as margin boxes do. CSS GCPM 3, section 2.3. The short rule of books, which is a
 * background, is there unless the author speaks of a background or a border above.
 */
function computeFootnoteArea(styling: Styling, page: PageContext, reporter: Reporter): StyledElement {
  const [own, ...authored] = page.kind.rules.flatMap((rule) => rule.footnotes);
  const isRuled = authored.some((block) => [...block.normal, ...block.important].some(({ name }) => RULES.has(name)));
  const base = own?.normal.filter(({ name }) => !isRuled || !name.startsWith('background-')) ?? [];
  const computed = styleFor(styling.engine, page.context, '@footnote', () => [
    page.rootFontSize,
    cascadeOf(authored, base),
    PAGE_SITUATION,
  ]);
  computed.problems?.tell(reporter);
  return pageElement(styling, '@footnote', computed.style);
}

const RULES: ReadonlySet<LonghandName> = new Set<LonghandName>(['background-image', 'border-top-style']);

function pageElement(styling: Styling, name: string, style: ComputedStyle): StyledElement {
  const id = styling.nextId++;
  return { kind: 'element', id, name, attributes: {}, style, children: [], svg: undefined, place: undefined };
}

/** `undefined` when its content is `none` or `normal`. */
function computeMarginBox(
  styling: Styling,
  name: MarginBoxName,
  page: PageContext,
  reporter: Reporter,
): StyledMarginBox | undefined {
  const blocks = page.kind.rules.flatMap((rule) =>
    rule.boxes.filter((box) => box.name === name).map((box) => box.declarations),
  );
  if (blocks.length === 0) return undefined;
  const computed = styleFor(styling.engine, page.context, `@${name}`, () => [
    page.rootFontSize,
    cascadeOf(blocks, defaultsOf(name)),
    PAGE_SITUATION,
  ]);
  const { content } = computed.longhands;
  if (content === 'normal' || content === 'none') return undefined;
  computed.problems?.tell(reporter);
  const parts = generateContent(content, {
    attributes: {},
    place: undefined,
    counters: styling.counters,
    targets: styling.targets,
    quotes: { depth: 0 },
    inMarginBox: true,
  });
  return { name, element: pageElement(styling, `@${name}`, styleWithContent(styling, computed, parts)) };
}

/** The alignment that CSS Paged Media 3, section 5.3.2.4, gives to each margin box. */
function defaultsOf(name: MarginBoxName): readonly Entry[] {
  const [textAlign, verticalAlign] = ALIGNMENT[name];
  return [
    valueEntry('text-align', constant(textAlign)),
    valueEntry('vertical-align', constant<ComputedStyle['verticalAlign']>(verticalAlign)),
  ];
}

type Alignment = readonly ['left' | 'center' | 'right', 'top' | 'middle' | 'bottom'];

const ALIGNMENT: Readonly<Record<MarginBoxName, Alignment>> = {
  'top-left-corner': ['right', 'middle'],
  'top-left': ['left', 'middle'],
  'top-center': ['center', 'middle'],
  'top-right': ['right', 'middle'],
  'top-right-corner': ['left', 'middle'],
  'right-top': ['center', 'top'],
  'right-middle': ['center', 'middle'],
  'right-bottom': ['center', 'bottom'],
  'bottom-right-corner': ['left', 'middle'],
  'bottom-right': ['right', 'middle'],
  'bottom-center': ['center', 'middle'],
  'bottom-left': ['left', 'middle'],
  'bottom-left-corner': ['right', 'middle'],
  'left-bottom': ['center', 'bottom'],
  'left-middle': ['center', 'middle'],
  'left-top': ['center', 'top'],
};
