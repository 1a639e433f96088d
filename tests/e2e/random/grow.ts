import type { LonghandName } from '../../../src/document/css/properties/longhands.ts';
import { longhandNames } from '../../../src/document/css/properties/table.ts';
import { dress, type Growing, recipeOf } from './dress.ts';
import type { Role, Stage } from './recipes.ts';
import { type Random, seeded } from './seeded.ts';
import { type Declaration, elementsIn, type Tree, type TreeElement, type TreeNode, text } from './tree.ts';
import { lengthOf } from './values.ts';
import { specimens, word, words } from './words.ts';

export const LEAST_BOXES = 12;
const COARSE_PROBABILITY = 0.12;

/** Those that a box can show. */
export const boxProperties: readonly LonghandName[] = longhandNames.filter(
  (name) => recipeOf(name).kind !== 'elsewhere',
);

/** Those that change a box in few of the trees that have them: they are asked for more often. */
const RARE: readonly LonghandName[] = [
  'align-content',
  'break-after',
  'break-before',
  'break-inside',
  'box-sizing',
  'caption-side',
  'clear',
  'column-fill',
  'column-span',
  'flex-grow',
  'flex-shrink',
  'font-variant-numeric',
  'justify-content',
  'list-style-type',
  'orphans',
  'overflow',
  'row-gap',
  'table-layout',
  'text-wrap',
  'border-collapse',
  'widows',
];

/** The tree of a seed: it is told to show a few properties, all of them in turn as the seeds go on. */
export function growTree(seed: number): Tree {
  const random = seeded(seed);
  const first = boxProperties[((seed % boxProperties.length) + boxProperties.length) % boxProperties.length];
  const focus = new Set([
    random.pick(RARE),
    random.pick(RARE),
    random.pick(boxProperties),
    ...(first === undefined ? [] : [first]),
  ]);
  const isCoarse = random.chance(COARSE_PROBABILITY) && ![...focus].some((name) => stageOf(name) === 'letters');
  const hasBottoms = seed % 2 === 0;
  const growing: Growing = { random, focus, isCoarse, hasBottoms, left: random.integer(8, 18), columns: 0 };
  const stages = new Set([...focus].map((name) => stageOf(name)));
  const children = [...stages].flatMap((stage) => STAGES[stage](growing, 0));
  const count = (): number => children.reduce((sum, child) => sum + elementsIn(child), 0);
  while (count() < LEAST_BOXES || growing.left > 0) {
    children.splice(random.integer(0, children.length), 0, ...blockLevel(growing, 0));
  }
  const body: TreeElement = {
    kind: 'element',
    tag: 'body',
    attributes: {},
    style: [
      ['margin', random.chance(0.8) ? '0' : '8px'],
      ['font', '10px/14px Square'],
    ],
    pseudo: {},
    children,
  };
  return { seed, isCoarse, body };
}

function stageOf(name: LonghandName): Stage {
  const recipe = recipeOf(name);
  if (recipe.kind === 'elsewhere') throw new Error(`${name} is not shown by boxes`);
  return recipe.stage;
}

type Grow = (growing: Growing, depth: number, roles?: readonly Role[]) => readonly TreeElement[];

const STAGES: Readonly<Record<Stage, Grow>> = {
  blocks: (growing, depth) => [flow(growing, depth), lines(growing)],
  paragraph: (growing) => [lines(growing), lines(growing)],
  flex: (growing, depth) => [flex(growing, depth)],
  table: (growing, depth) => [table(growing, depth)],
  list: (growing, depth) => [list(growing, depth)],
  counters: (growing) => [counters(growing)],
  pictures: (growing) => [picture(growing, ['block', 'sized'], [['display', 'block']]), lines(growing)],
  letters: (growing) => [letters(growing), letters(growing)],
  floats: (growing, depth) => [besideFloats(growing, depth)],
  positions: (growing, depth) => [positions(growing, depth)],
  columns: (growing, depth) => [columns(growing, depth)],
  'drop-cap': (growing) => [dropCap(growing)],
  title: (growing) => [title(growing), title(growing)],
  clip: (growing, depth) => [flexOfPictures(growing), besideFloats(growing, depth), lines(growing)],
};

// ---- Elements -----------------------------------------------------------------------------------------------------

interface Options {
  readonly given?: readonly Declaration[];
  readonly attributes?: Readonly<Record<string, string>>;
}

function make(
  growing: Growing,
  tag: string,
  roles: readonly Role[],
  grow: () => readonly TreeNode[],
  options: Options = {},
): TreeElement {
  growing.left -= 1;
  const { random } = growing;
  const dressed = keepMarkers(tag, dress(growing, roles, options.given), random);
  const style = keepBottoms(growing, roles, keepAligned(roles, dressed));
  return { kind: 'element', tag, attributes: options.attributes ?? {}, style, pseudo: {}, children: grow() };
}

/**
 * Where these align an inline element, the browser takes it together with what is raised and lowered inside it, though
 * the standard means its own box (CSS 2.2, section 10.8.1): they are given to elements that hold text alone.
 */
function keepAligned(roles: readonly Role[], style: Declaration[]): Declaration[] {
  if (!roles.includes('inline') || roles.includes('leaf')) return style;
  return style.map(([name, value]) =>
    name === 'vertical-align' && /^(middle|text-top|text-bottom)$/.test(value) ? [name, 'baseline'] : [name, value],
  );
}

/**
 * A box at the bottom of the line the browser moves down by half of the lower border of the inline elements beside it,
 * where the standard means their line heights (CSS 2.2, section 10.8): a tree has the one or the other.
 */
function keepBottoms({ hasBottoms }: Growing, roles: readonly Role[], style: Declaration[]): Declaration[] {
  if (!roles.includes('inline') && !roles.includes('atom')) return style;
  if (hasBottoms)
    return roles.includes('inline') ? style.filter(([name]) => !/^border-bottom-(width|style)$/.test(name)) : style;
  return style.map(([name, value]) =>
    name === 'vertical-align' && value === 'bottom' ? [name, 'baseline'] : [name, value],
  );
}

const SIGNS = /^(disc|circle|square|initial)$/;

/**
 * A disc, circle or square in the line is drawn by the browser in a width of its own; here it is the glyph and a space
 * (docs/css.md). So those stand outside, and inside stand numbers and strings.
 */
function keepMarkers(tag: string, style: Declaration[], random: Random): Declaration[] {
  const made = new Map<string, string>(style);
  const isItem = made.get('display') === 'list-item';
  if (!/^(ul|ol|li)$/.test(tag) && !isItem) return style;
  // An item of a list has the type of the list, which may be a sign.
  const type = made.get('list-style-type') ?? (tag === 'ol' ? 'decimal' : 'disc');
  if (SIGNS.test(type)) {
    const isInside = made.get('list-style-position') === 'inside';
    if (isInside) made.set('list-style-type', random.pick(['decimal', 'lower-roman', 'upper-alpha', 'none']));
    else made.set('list-style-position', 'outside');
  }
  return [...made];
}

const many = <T>(random: Random, least: number, most: number, grow: () => readonly T[]): readonly T[] =>
  Array.from({ length: random.integer(least, most) }, grow).flat();

const none = (): readonly TreeNode[] => [];

// ---- Blocks -------------------------------------------------------------------------------------------------------

const MAX_DEPTH = 3;
const BLOCK_TAGS = ['div', 'div', 'div', 'div', 'section', 'p', 'blockquote', 'h2', 'h4', 'figure', 'article'] as const;

/** Their text has the size of the text around them, and they may be broken between columns as any block. */
const EVEN_BLOCK_TAGS = ['div', 'p', 'blockquote'] as const;

/** Something block-level in the flow. */
function blockLevel(growing: Growing, depth: number, roles: readonly Role[] = ['block']): readonly TreeElement[] {
  const { random } = growing;
  if (depth >= MAX_DEPTH || growing.left <= 1) return [lines(growing, roles)];
  const kind = random.weighted({
    lines: 48,
    flow: 18,
    // A browser takes minutes to balance columns that flex containers with long texts are cut in.
    flex: growing.columns > 0 ? 0 : 9,
    // Of tables that are cut between columns each browser keeps other parts of the spacing.
    table: growing.columns > 0 ? 0 : 7,
    list: 6,
    picture: 4,
    letters: 3,
    counters: 2,
    clip: 2,
    float: 5,
    columns: growing.columns > 0 ? 0 : 2,
    positions: 3,
    caps: 1,
    title: 2,
  });
  switch (kind) {
    case 'lines':
      return [lines(growing, roles)];
    case 'flow':
      return [flow(growing, depth, roles)];
    case 'flex':
      return [flex(growing, depth, roles)];
    case 'table':
      return [table(growing, depth, roles)];
    case 'list':
      return [list(growing, depth, roles)];
    case 'picture':
      return [picture(growing, [...roles, 'sized'], [['display', 'block']])];
    case 'letters':
      return [growing.isCoarse ? lines(growing, roles) : letters(growing)];
    case 'counters':
      return [counters(growing)];
    case 'clip':
      return [textless(growing, roles)];
    case 'title':
      return [title(growing, roles)];
    case 'float':
      return roles.includes('flex-item') ? [lines(growing, roles)] : [floated(growing, depth)];
    case 'columns':
      return [columns(growing, depth, roles)];
    case 'positions':
      return [positions(growing, depth, roles)];
    case 'caps':
      // Below the last line of a column the browser lets the letter stand out (docs/css.md).
      return [growing.isCoarse || growing.columns > 0 ? lines(growing, roles) : dropCap(growing, roles)];
  }
}

/** A block of blocks, now and then with text between them. */
function flow(growing: Growing, depth: number, roles: readonly Role[] = ['block']): TreeElement {
  const { random } = growing;
  const given: Declaration[] = random.chance(0.06) ? [['display', random.pick(['flow-root', 'list-item'])]] : [];
  const grow = (): readonly TreeNode[] =>
    many<TreeNode>(random, 0, 4, () => {
      if (random.chance(0.1)) return inline(growing, 1, 2);
      return [...blockLevel(growing, depth + 1), ...(random.chance(0.2) ? [text('\n')] : [])];
    });
  return make(growing, random.pick(['div', 'div', 'section', 'article', 'main']), [...roles, 'sized'], grow, { given });
}

function lines(growing: Growing, roles: readonly Role[] = ['block']): TreeElement {
  const { random, isCoarse } = growing;
  const grow = (): readonly TreeNode[] => (random.chance(0.05) ? [] : inline(growing, 0, random.integer(1, 5)));
  const tags = isCoarse || growing.columns > 0 ? EVEN_BLOCK_TAGS : BLOCK_TAGS;
  return make(growing, random.pick(tags), [...roles, 'sized', 'lines'], grow);
}

// ---- Floats, positions, columns ------------------------------------------------------------------------------------

const MOVED: readonly Role[] = ['sized', 'lines'];

function floated(growing: Growing, depth: number, isInLines = false): TreeElement {
  const { random } = growing;
  // Balanced columns of the browser are too low for a picture that floats in their lines; ours are not (docs/css.md).
  const isText = isInLines && growing.columns > 0;
  const given: Declaration[] = [
    ['float', random.pick(['left', 'left', 'right', 'right', 'inline-start', 'inline-end'])],
  ];
  if (random.chance(0.25) && !isText) return picture(growing, ['floated', 'sized'], given);
  const grow = (): readonly TreeNode[] =>
    isText
      ? [text(words(random, 1, 8))]
      : random.chance(0.8)
        ? inline(growing, 2, random.integer(1, 2))
        : many(random, 1, 2, () => blockLevel(growing, depth + 2));
  return make(growing, random.pick(['div', 'div', 'span']), ['floated', ...MOVED], grow, { given });
}

/** Floats, and what stands beside and below them. */
function besideFloats(growing: Growing, depth: number): TreeElement {
  const { random } = growing;
  const one = (): readonly TreeNode[] => {
    const clip = growing.focus.has('overflow') ? 60 : 5;
    const kind = random.weighted({ float: 40, lines: 30, blocks: 15, root: 10, clip });
    switch (kind) {
      case 'float':
        return [floated(growing, depth)];
      case 'lines':
        return [lines(growing, ['block', 'beside-float'])];
      case 'blocks':
        return blockLevel(growing, depth + 1, ['block', 'beside-float']);
      case 'clip':
        return [textless(growing, ['block', 'beside-float'])];
      case 'root': {
        const grow = (): readonly TreeNode[] => inline(growing, 1, random.integer(1, 3));
        const given: Declaration[] = [['display', 'flow-root']];
        return [make(growing, 'div', ['block', 'sized', 'lines', 'beside-float'], grow, { given })];
      }
    }
  };
  return make(growing, 'div', ['block', 'sized'], () => [floated(growing, depth), ...many(random, 2, 4, one)]);
}

/** A box that others are placed in, and those. */
function positions(growing: Growing, depth: number, roles: readonly Role[] = ['block']): TreeElement {
  const { random } = growing;
  const one = (): readonly TreeNode[] => {
    const kind = random.weighted({ absolute: 40, relative: 25, blocks: 25, words: 10 });
    switch (kind) {
      case 'absolute':
        return [absolute(growing, depth)];
      case 'relative': {
        const grow = (): readonly TreeNode[] => inline(growing, 1, random.integer(1, 3));
        const given: Declaration[] = [['position', 'relative']];
        return [make(growing, 'div', ['block', 'sized', 'lines', 'relative'], grow, { given })];
      }
      case 'blocks':
        return blockLevel(growing, depth + 1);
      case 'words':
        return inline(growing, 1, 2);
    }
  };
  const given: Declaration[] = random.chance(0.85) ? [['position', 'relative']] : [];
  return make(growing, 'div', [...roles, 'sized', 'relative'], () => many(random, 2, 4, one), { given });
}

function absolute(growing: Growing, depth: number): TreeElement {
  const { random } = growing;
  const given: Declaration[] = [['position', 'absolute']];
  if (random.chance(0.2)) return picture(growing, ['absolute', 'sized'], given);
  const grow = (): readonly TreeNode[] =>
    random.chance(0.8)
      ? inline(growing, 2, random.integer(1, 2))
      : many(random, 1, 2, () => blockLevel(growing, depth + 2));
  return make(growing, random.pick(['div', 'span']), ['absolute', ...MOVED], grow, { given });
}

function columns(growing: Growing, depth: number, roles: readonly Role[] = ['block']): TreeElement {
  const { random, focus } = growing;
  const isLong = focus.has('orphans') || focus.has('widows') || focus.has('break-inside');
  const inside = (): readonly TreeNode[] =>
    random.chance(0.6)
      ? [isLong ? long(growing) : lines(growing, ['block', 'in-columns'])]
      : blockLevel(growing, Math.max(depth + 1, MAX_DEPTH - 1), ['block', 'in-columns']);
  const given: Declaration[] = [];
  if (!focus.has('column-width') || random.chance(0.3)) given.push(['column-count', String(random.integer(2, 4))]);
  if (random.chance(focus.has('column-fill') ? 0.9 : 0.2))
    given.push(['height', lengthOf(30, 120)({ ...growing, roles: [] })]);
  growing.columns += 1;
  const wide: readonly Role[] = [...roles, 'columns'];
  const made = make(growing, 'div', wide, () => many(random, 2, 5, inside), { given });
  growing.columns -= 1;
  return fillBehindBreaks(keepSpanners(keepForcedBreaks(made)));
}

/**
 * Where a browser goes on behind a forced break or a box across all columns, the margins of an empty box do not always
 * collapse through it (it depends on what it remembers of an earlier try), though CSS 2.2, section 8.3.1, says so.
 */
function fillBehindBreaks(element: TreeElement): TreeElement {
  let isBehind = false;
  const children = element.children.map((child) => {
    if (child.kind === 'text') return child;
    const styles = new Map<string, string>(child.style);
    const isFilled = isBehind || styles.get('break-before') === 'column';
    isBehind = styles.get('break-after') === 'column' || styles.get('column-span') === 'all';
    if (!isFilled) return fillBehindBreaks(child);
    if (isEmpty(child) && child.tag !== 'img') return { ...child, children: [text('a')] };
    // A `p` ends before a `div` in it.
    return fillBehindBreaks(child.tag === 'p' ? { ...child, tag: 'div' } : child);
  });
  return { ...element, children };
}

const isEmpty = ({ children }: TreeElement): boolean =>
  children.every((child) => (child.kind === 'text' ? child.text.trim() === '' : child.tag !== 'img' && isEmpty(child)));

const hasHeight = (style: readonly Declaration[]): boolean =>
  style.some(([name, value]) => name === 'height' && /^[\d.]/.test(value) && !value.includes('%'));

/**
 * Where boxes across all columns are too high for a container, the browser puts those below the end over what is before
 * them. Percentages of `top` and `bottom` count there from a height of the column that is found for it, and not from the
 * container's.
 */
function keepSpanners(container: TreeElement): TreeElement {
  let left = hasHeight(container.style) ? 1 : Number.POSITIVE_INFINITY;
  const keep = (element: TreeElement, isInside: boolean): TreeElement => ({
    ...element,
    style: element.style.filter(([name, value]) => {
      if (name === 'column-span') return value !== 'all' || left-- > 0;
      return isInside || !/^(top|bottom)$/.test(name) || !value.includes('%');
    }),
    children: element.children.map((child) => (child.kind === 'element' ? keep(child, element !== container) : child)),
  });
  return { ...keep(container, true), style: container.style };
}

/**
 * On paper what a forced break puts behind the last column goes to the next page, on a screen to the side: without a
 * height of its own a container has no more of them than gaps between its columns.
 */
function keepForcedBreaks(container: TreeElement): TreeElement {
  if (hasHeight(container.style)) return container;
  const made = new Map<string, string>(container.style);
  let left = made.has('column-width') ? 0 : (Number.parseInt(made.get('column-count') ?? '', 10) || 1) - 1;
  const keep = (element: TreeElement): TreeElement => ({
    ...element,
    style: element.style.filter(
      ([name, value]) => !/^break-(before|after)$/.test(name) || value !== 'column' || left-- > 0,
    ),
    children: element.children.map((child) => (child.kind === 'element' ? keep(child) : child)),
  });
  return { ...keep(container), style: container.style };
}

function title(growing: Growing, roles: readonly Role[] = ['block']): TreeElement {
  const grow = (): readonly TreeNode[] => [text(words(growing.random, 6, 24))];
  return make(growing, 'div', [...roles, 'sized', 'lines', 'title'], grow);
}

/** Lines enough to be cut between columns. */
function long(growing: Growing): TreeElement {
  const grow = (): readonly TreeNode[] => [text(words(growing.random, 15, 40))];
  return make(growing, 'p', ['block', 'sized', 'lines', 'in-columns'], grow);
}

const CAPS = ['2', '3', '2 1', '3 2', '2.5', '3 drop', '2 raise'];

function dropCap(growing: Growing, roles: readonly Role[] = ['block']): TreeElement {
  const { random } = growing;
  const grow = (): readonly TreeNode[] => [text(words(random, 12, 30))];
  // The browser gives the indent twice to a letter that is set over lines.
  const made = make(growing, 'p', [...roles, 'sized', 'lines'], grow, { given: [['text-indent', '0']] });
  const given: Declaration = random.chance(0.85) ? ['initial-letter', random.pick(CAPS)] : ['font-size', '250%'];
  return { ...made, pseudo: { '::first-letter': [given] } };
}

/** Lines in the fonts that have features. */
function letters(growing: Growing): TreeElement {
  const { random } = growing;
  const given: Declaration[] = [['font-family', '"Source Serif 4"']];
  const part = (): readonly TreeNode[] => {
    const inside = (): readonly TreeNode[] => [text(specimens(random, 1, 4))];
    return [make(growing, 'span', ['inline', 'letters'], inside), text(' ')];
  };
  const grow = (): readonly TreeNode[] => [text(`${specimens(random, 1, 4)} `), ...many(random, 1, 3, part)];
  return make(growing, 'p', ['block', 'sized', 'lines', 'letters'], grow, random.chance(0.5) ? { given } : {});
}

// ---- In lines -----------------------------------------------------------------------------------------------------

const INLINE_TAGS = ['span', 'span', 'span', 'span', 'b', 'em', 'i', 'small', 'q', 'u'] as const;

const EVEN_INLINE_TAGS = ['span', 'b', 'em', 'q'] as const;

function inline(growing: Growing, depth: number, parts: number): readonly TreeNode[] {
  const { random } = growing;
  const nodes: TreeNode[] = [];
  for (let i = 0; i < parts; i++) {
    if (i > 0 && random.chance(0.75)) nodes.push(text(' '));
    nodes.push(...inlineLevel(growing, depth));
  }
  return keepEmpty(nodes);
}

/**
 * Where the space before an element overhangs the line, the browser ends the line behind what is empty in the element, as
 * in `a <b><i></i>c</b>`, though the break is before the element (CSS Text 3, section 5.1). And it takes the end of a block
 * for a place where a line may end, so that the edges of empty elements right behind the last word overhang.
 */
function keepEmpty(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const lastContent = nodes.findLastIndex((node) => node.kind === 'text' || !isEmptySpan(node));
  const last = nodes[lastContent];
  const isBehindSpace = last?.kind === 'text' && /\s$/.test(last.text);
  return nodes.map((node, index) => {
    if (node.kind === 'text') return node;
    if (index > lastContent && !isBehindSpace) {
      return { ...node, style: node.style.filter(([name]) => !/^(margin|padding|border)-(left|right)/.test(name)) };
    }
    const [first, ...others] = node.children;
    const isFirstEmpty = first?.kind === 'element' && isEmptySpan(first);
    if (index === 0 || !isFirstEmpty || others.length === 0) return node;
    return { ...node, children: [{ ...first, children: [text('a')] }, ...others] };
  });
}

const isEmptySpan = ({ tag, children }: TreeElement): boolean => tag === 'span' && children.length === 0;

function inlineLevel(growing: Growing, depth: number): readonly TreeNode[] {
  const { random } = growing;
  const said = (): readonly TreeNode[] => [text(words(random, 1, 8))];
  const kind = random.weighted({
    words: 55,
    span: 18,
    leaf: 10,
    picture: 6,
    break: 3,
    block: 6,
    empty: 2,
    float: 2,
    absolute: 1,
    relative: 2,
  });
  switch (kind) {
    case 'words':
      return said();
    case 'break':
      // What is empty and stands after the last break has a line of no height in the browser, and none here.
      return [{ kind: 'element', tag: 'br', attributes: {}, style: [], pseudo: {}, children: [] }, ...said()];
    case 'picture':
      return [picture(growing, ['atom', 'sized'])];
    case 'empty':
      return [make(growing, 'span', ['inline', 'leaf'], none)];
    case 'leaf':
      return [make(growing, 'span', ['inline', 'leaf'], said)];
    case 'float':
      return depth > 1 || growing.left <= 0 ? said() : [floated(growing, MAX_DEPTH, true)];
    case 'absolute':
      return depth > 1 || growing.left <= 0 ? said() : [absolute(growing, MAX_DEPTH)];
    case 'relative':
      return [make(growing, 'span', ['inline', 'relative'], said, { given: [['position', 'relative']] })];
    case 'block':
      return depth > 1 || growing.left <= 0 ? said() : [inlineBlock(growing, depth)];
    case 'span': {
      if (depth > 2 || growing.left <= 0) return said();
      const grow = (): readonly TreeNode[] => inline(growing, depth + 1, random.integer(1, 3));
      if (!growing.isCoarse) return [make(growing, random.pick(INLINE_TAGS), ['inline'], grow)];
      if (random.chance(0.8)) return [make(growing, random.pick(EVEN_INLINE_TAGS), ['inline'], grow)];
      return [make(growing, random.pick(['sub', 'sup']), ['inline'], grow, { given: [['font-size', '10px']] })];
    }
  }
}

function inlineBlock(growing: Growing, depth: number): TreeElement {
  const { random } = growing;
  if (random.chance(0.15)) return inlineTable(growing);
  const given: Declaration[] = [['display', random.pick(['inline-block', 'inline-block', 'inline-flex'])]];
  const grow = (): readonly TreeNode[] =>
    random.chance(0.7) ? inline(growing, depth + 2, random.integer(1, 2)) : many(random, 1, 2, () => [lines(growing)]);
  return make(growing, 'span', ['atom', 'sized', 'lines'], grow, { given });
}

/** With rows and cells of its own: a browser drops the spaces between inline elements that stand in a table at once. */
function inlineTable(growing: Growing): TreeElement {
  const { random } = growing;
  const cell = (): readonly TreeNode[] => {
    const grow = (): readonly TreeNode[] => [text(words(random, 1, 3))];
    return [make(growing, 'span', ['cell'], grow, { given: [['display', 'table-cell']] })];
  };
  const row = (): readonly TreeNode[] => [
    make(growing, 'span', ['row'], () => many(random, 1, 3, cell), { given: [['display', 'table-row']] }),
  ];
  const given: Declaration[] = [['display', 'inline-table']];
  return make(growing, 'span', ['atom', 'table'], () => many(random, 1, 2, row), { given });
}

/** 40 × 20 or 80 × 40 pixels; now and then a drawing in the page. */
function picture(growing: Growing, roles: readonly Role[], given: readonly Declaration[] = []): TreeElement {
  const { random } = growing;
  const attributes: Record<string, string> = { src: random.pick(['picture.png', 'picture.svg']), alt: '' };
  if (random.chance(0.2)) attributes.width = String(random.integer(5, 120));
  if (random.chance(0.1)) attributes.height = String(random.integer(5, 60));
  return make(growing, 'img', roles, none, { given, attributes });
}

// ---- Flex ---------------------------------------------------------------------------------------------------------

function flex(growing: Growing, depth: number, roles: readonly Role[] = ['block']): TreeElement {
  const { random, focus } = growing;
  const isShort = focus.has('flex-grow') || focus.has('justify-content');
  const isMany = focus.has('align-content') || focus.has('row-gap');
  const grow = (): readonly TreeNode[] =>
    many<TreeNode>(random, isMany ? 4 : 1, isMany ? 7 : 5, () => {
      if (isShort && random.chance(0.6)) return [brief(growing)];
      if (random.chance(0.06)) return [text(words(random, 1, 4))];
      if (random.chance(0.12)) return [picture(growing, ['flex-item', 'sized'])];
      return blockLevel(growing, depth + 1, ['flex-item']);
    });
  return make(growing, random.pick(['div', 'div', 'ul']), [...roles, 'sized', 'flex'], grow, {
    given: [['display', 'flex']],
  });
}

/** An item of a word or two, beside which something is free. */
function brief(growing: Growing): TreeElement {
  const grow = (): readonly TreeNode[] => [text(words(growing.random, 1, 2))];
  return make(growing, 'div', ['flex-item', 'sized', 'lines'], grow);
}

const flexOfPictures = (growing: Growing): TreeElement =>
  make(
    growing,
    'div',
    ['block', 'sized', 'flex'],
    () => many(growing.random, 2, 3, () => [textless(growing, ['flex-item'])]),
    { given: [['display', 'flex']] },
  );

/** Boxes and pictures in a box that may cut them. */
function textless(growing: Growing, roles: readonly Role[] = ['block']): TreeElement {
  const { random } = growing;
  const grow = (): readonly TreeNode[] =>
    many(random, 1, 2, () =>
      random.chance(0.5)
        ? [picture(growing, ['block', 'sized'], [['display', 'block']])]
        : [
            make(growing, 'div', ['block', 'sized'], none, {
              given: [['height', lengthOf(5, 40)({ ...growing, roles: [] })]],
            }),
          ],
    );
  return make(growing, 'div', [...roles, 'sized', 'textless'], grow);
}

// ---- Tables -------------------------------------------------------------------------------------------------------

function table(growing: Growing, depth: number, roles: readonly Role[] = ['block']): TreeElement {
  const { random } = growing;
  const columns = random.integer(1, 4);
  const cell = (): TreeElement => {
    const attributes: Record<string, string> = {};
    if (random.chance(0.12)) attributes.colspan = String(random.integer(2, 3));
    if (random.chance(0.12)) attributes.rowspan = String(random.integer(2, 3));
    const grow = (): readonly TreeNode[] =>
      random.chance(0.85)
        ? [text(words(random, 1, 4))]
        : many(random, 0, 2, () => blockLevel(growing, Math.max(depth + 1, MAX_DEPTH - 1)));
    return make(growing, random.chance(0.1) ? 'th' : 'td', ['cell'], grow, { attributes });
  };
  const row = (): readonly TreeElement[] => [
    make(growing, 'tr', ['row'], () => many(random, Math.max(1, columns - 1), columns, () => [cell()])),
  ];
  const group = (tag: string, most: number): TreeElement => make(growing, tag, [], () => many(random, 1, most, row));
  const grow = (): readonly TreeNode[] => {
    const children: TreeNode[] = [];
    if (random.chance(growing.focus.has('caption-side') ? 0.95 : 0.15)) {
      children.push(make(growing, 'caption', ['caption'], () => [text(words(random, 1, 6))]));
    }
    if (random.chance(0.25)) children.push(group('thead', 1));
    children.push(group('tbody', 3));
    if (random.chance(0.15)) children.push(group('tfoot', 1));
    if (random.chance(0.1)) children.push(group('tbody', 2));
    return children;
  };
  return keepLastEdge(make(growing, 'table', [...roles, 'table'], grow));
}

/**
 * Of collapsed borders the browser keeps no more columns than have any, and looks for the right edge of the table in the
 * next row then: a border of the table reaches over all of them.
 */
function keepLastEdge(made: TreeElement): TreeElement {
  const isCollapsed = made.style.some(([name, value]) => name === 'border-collapse' && value === 'collapse');
  if (!isCollapsed) return made;
  const others = made.style.filter(([name]) => name !== 'border-bottom-style');
  return { ...made, style: [...others, ['border-bottom-style', 'solid']] };
}

// ---- Lists and counters -------------------------------------------------------------------------------------------

function list(growing: Growing, depth: number, roles: readonly Role[] = ['block']): TreeElement {
  const { random } = growing;
  const tag = random.pick(['ul', 'ol', 'ol']);
  const attributes: Record<string, string> = {};
  if (tag === 'ol' && random.chance(0.3)) attributes.start = String(random.pick([0, 4, 9, 98]));
  const item = (): TreeElement => {
    const own: Record<string, string> = random.chance(0.08) ? { value: String(random.integer(1, 120)) } : {};
    const grow = (): readonly TreeNode[] => {
      const kind = random.weighted({ lines: 75, blocks: 15, nested: 10 });
      if (kind === 'lines' || depth >= MAX_DEPTH) return inline(growing, 1, random.integer(1, 2));
      if (kind === 'blocks') return many(random, 1, 2, () => blockLevel(growing, depth + 2));
      return [...inline(growing, 1, 1), list(growing, depth + 2)];
    };
    return make(growing, 'li', ['list-item', 'lines', 'block', 'sized'], grow, { attributes: own });
  };
  return make(growing, tag, [...roles, 'sized', 'list'], () => many(random, 1, 4, () => [item()]), { attributes });
}

const CONTENTS = [
  'counter(c)',
  'counter(c) ". "',
  'counter(c, lower-roman) " "',
  '"(" counter(d) ")"',
  'counters(c, ".") " "',
  'counter(c, upper-alpha)',
  'counter(d, decimal-leading-zero) " " counter(c)',
  '"x y" counter(c)',
  'attr(title) counter(d)',
];

/** Lines that begin or end with numbers. */
function counters(growing: Growing): TreeElement {
  const { random } = growing;
  const said = (): readonly TreeNode[] => [text(random.chance(0.9) ? word(random) : '')];
  const line = (): readonly TreeNode[] => {
    const inner = make(growing, 'span', ['counted', 'inline'], said);
    const outer = make(growing, 'div', ['counted', 'block', 'sized', 'lines'], () => [
      numbered(inner, random),
      text(' tail'),
    ]);
    return [numbered(outer, random)];
  };
  return make(growing, 'section', ['counted', 'block', 'sized'], () => many(random, 2, 4, line));
}

function numbered(element: TreeElement, random: Random): TreeElement {
  const pseudo: Record<string, readonly Declaration[]> = {};
  if (random.chance(0.7)) pseudo['::before'] = [['content', random.pick(CONTENTS)]];
  if (random.chance(0.2)) pseudo['::after'] = [['content', random.pick(CONTENTS)]];
  return { ...element, attributes: { ...element.attributes, title: 'ti' }, pseudo };
}
