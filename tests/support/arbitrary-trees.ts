import fc from 'fast-check';

/** Kinds of boxes that a tree may have beside blocks and paragraphs. */
export type TreeKind =
  | 'list'
  | 'flex-column'
  | 'flex-row'
  | 'table'
  | 'columns'
  | 'float'
  | 'absolute'
  | 'relative'
  | 'picture'
  | 'inline-block'
  | 'footnote';

/** Those whose words stand in the pages in the order of the source, whatever is around them. */
export const SEQUENTIAL: readonly TreeKind[] = ['list', 'flex-column', 'columns', 'relative', 'picture'];
export const ALL_KINDS: readonly TreeKind[] = [
  ...SEQUENTIAL,
  'flex-row',
  'table',
  'float',
  'absolute',
  'inline-block',
  'footnote',
];

type InlineKind = Extract<TreeKind, 'float' | 'inline-block' | 'footnote' | 'picture'>;
type ContainerKind = 'block' | Exclude<TreeKind, 'picture' | 'inline-block' | 'footnote'>;

interface Inline {
  readonly kind: InlineKind;
  /** After which word of the paragraph. */
  readonly after: number;
  readonly words: number;
}

export type Tree =
  | { readonly kind: 'p'; readonly words: number; readonly css: string; readonly inlines: readonly Inline[] }
  | { readonly kind: 'picture'; readonly css: string }
  | { readonly kind: ContainerKind; readonly children: readonly Tree[]; readonly css: string };

/** What of the CSS a generator may use; all of it when left out. */
export interface TreeOptions {
  /** `page: a` and `page: b`. */
  readonly pageNames?: boolean;
  /** Heights that are given, so that content may stand out of its box. */
  readonly heights?: boolean;
  /** `break-before: left` and `right`, after which pages may be blank. */
  readonly sides?: boolean;
}

const often = <T>(usual: T, ...rare: readonly T[]): fc.Arbitrary<T> =>
  fc.constantFrom(...Array.from({ length: rare.length * 2 }, () => usual), ...rare);

const AVOIDED = ['avoid', 'avoid-page', 'avoid-column'];

function boxCss({ pageNames = true, heights = true, sides = true }: TreeOptions): fc.Arbitrary<string> {
  const forced = ['page', 'column', ...(sides ? ['left', 'right'] : [])];
  return fc
    .record({
      margin: fc.tuple(fc.constantFrom(0, 3, 8, 15), fc.constantFrom(0, 3, 8, 15)),
      padding: often(0, 1, 4),
      border: often(0, 1, 3),
      before: often('auto', ...forced, ...AVOIDED),
      after: often('auto', ...forced, ...AVOIDED),
      inside: often('auto', ...AVOIDED),
      size: heights
        ? often('', 'min-height: 25pt', 'min-height: 70pt', 'height: 30pt', 'height: 90pt', 'max-height: 60pt')
        : fc.constant(''),
      page: pageNames ? often('', 'page: a', '', 'page: b') : fc.constant(''),
    })
    .map(({ margin: [top, bottom], padding, border, before, after, inside, size, page }) =>
      [
        `margin: ${top}pt 0 ${bottom}pt`,
        padding === 0 ? '' : `padding: ${padding}pt 0`,
        border === 0 ? '' : `border: 0 solid; border-width: ${border}pt 0`,
        before === 'auto' ? '' : `break-before: ${before}`,
        after === 'auto' ? '' : `break-after: ${after}`,
        inside === 'auto' ? '' : `break-inside: ${inside}`,
        size,
        page,
      ]
        .filter((one) => one !== '')
        .join('; '),
    );
}

/** Lists of boxes nested up to five deep. */
export function arbitraryTrees(kinds: readonly TreeKind[], options: TreeOptions = {}): fc.Arbitrary<readonly Tree[]> {
  const css = boxCss(options);
  const inlineKinds = kinds.filter(
    (kind): kind is InlineKind =>
      kind === 'float' || kind === 'inline-block' || kind === 'footnote' || kind === 'picture',
  );
  const inline =
    inlineKinds.length === 0
      ? fc.constant<readonly Inline[]>([])
      : fc.oneof(
          { weight: 3, arbitrary: fc.constant<readonly Inline[]>([]) },
          {
            weight: 1,
            arbitrary: fc.array(
              fc.record({
                kind: fc.constantFrom(...inlineKinds),
                after: fc.integer({ min: 0, max: 12 }),
                words: fc.integer({ min: 1, max: 6 }),
              }),
              { minLength: 1, maxLength: 2 },
            ),
          },
        );
  const paragraph = fc.record({
    kind: fc.constant('p' as const),
    words: fc.integer({ min: 0, max: 24 }),
    inlines: inline,
    css: fc
      .tuple(css, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .map(([box, orphans, widows]) => `${box}; orphans: ${orphans}; widows: ${widows}`),
  });
  const containers = kinds.filter(
    (kind): kind is Exclude<ContainerKind, 'block'> =>
      kind !== 'picture' && kind !== 'inline-block' && kind !== 'footnote',
  );
  return fc.letrec<{ list: readonly Tree[]; tree: Tree }>((tie) => ({
    list: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
    tree: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      paragraph,
      ...(kinds.includes('picture') ? [fc.record({ kind: fc.constant('picture' as const), css })] : []),
      fc.record({ kind: fc.constantFrom<ContainerKind>('block', ...containers), children: tie('list'), css }),
    ),
  })).list;
}

/** HTML of trees, with what must be found in the pages. */
export interface WrittenTrees {
  readonly html: string;
  /** Words `w0`, `w1`, … in source order. */
  readonly words: number;
  /** Words that follow each other in lines of one paragraph. */
  readonly streams: readonly (readonly string[])[];
  /** Values of `id` of the pictures. */
  readonly pictures: readonly string[];
}

interface Writing {
  words: number;
  readonly streams: (readonly string[])[];
  readonly pictures: string[];
}

export function writeTrees(trees: readonly Tree[]): WrittenTrees {
  const writing: Writing = { words: 0, streams: [], pictures: [] };
  const html = trees.map((tree) => write(tree, writing)).join('');
  return { html, ...writing };
}

function write(tree: Tree, writing: Writing): string {
  if (tree.kind === 'p') return writeParagraph(tree, writing);
  if (tree.kind === 'picture') return picture(`display: block; ${tree.css}`, writing);
  const parts = tree.children.map((child) => write(child, writing));
  switch (tree.kind) {
    case 'block':
      return `<div style="${tree.css}">${parts.join('')}</div>`;
    case 'relative':
      return `<div style="position: relative; top: 2pt; ${tree.css}">${parts.join('')}</div>`;
    case 'absolute':
      return `<div style="position: absolute; width: 90pt; ${tree.css}">${parts.join('')}</div>`;
    case 'float':
      return `<div style="float: left; width: 80pt; ${tree.css}">${parts.join('')}</div>`;
    case 'columns':
      return `<div style="columns: 2; column-gap: 10pt; ${tree.css}">${parts.join('')}</div>`;
    case 'flex-column':
      return `<div style="display: flex; flex-direction: column; ${tree.css}">${parts.join('')}</div>`;
    case 'flex-row':
      return `<div style="display: flex; ${tree.css}">${parts.map((part) => `<div style="flex: 1">${part}</div>`).join('')}</div>`;
    case 'list':
      return `<ol style="${tree.css}">${parts.map((part) => `<li>${part}</li>`).join('')}</ol>`;
    case 'table':
      return writeTable(parts, tree.css, writing);
    default:
      throw new Error('A tree of an unknown kind');
  }
}

function writeTable(parts: readonly string[], css: string, writing: Writing): string {
  const head = parts.length > 2 ? `<thead><tr><td>${word(writing)}</td></tr></thead>` : '';
  const rows: string[] = [];
  // A row of one cell, then one of two.
  for (let at = 0; at < parts.length; ) {
    const cells = parts.slice(at, at + 1 + (rows.length % 2));
    at += cells.length;
    const span = cells.length === 1 ? ' colspan="2"' : '';
    rows.push(`<tr>${cells.map((cell) => `<td${span}>${cell}</td>`).join('')}</tr>`);
  }
  return `<table style="width: 100%; ${css}">${head}<tbody>${rows.join('')}</tbody></table>`;
}

const picture = (css: string, writing: Writing): string => {
  const id = `g${writing.pictures.length}`;
  writing.pictures.push(id);
  return `<img id="${id}" src="x" alt="x" style="width: 40pt; height: 24pt; ${css}">`;
};

/** One word that is a stream of its own. */
function word(writing: Writing): string {
  const text = `w${writing.words++}`;
  writing.streams.push([text]);
  return text;
}

function writeParagraph({ words, css, inlines }: Extract<Tree, { kind: 'p' }>, writing: Writing): string {
  const own: string[] = [];
  const parts: string[] = [];
  const writeInlines = (after: number): void => {
    for (const inline of inlines.filter((one) => Math.min(one.after, words) === after)) {
      parts.push(writeInline(inline, writing));
    }
  };
  writeInlines(0);
  for (let at = 1; at <= words; at++) {
    const text = `w${writing.words++}`;
    own.push(text);
    parts.push(text);
    writeInlines(at);
  }
  writing.streams.push(own);
  return `<p style="${css}">${parts.join(' ')}</p>`;
}

function writeInline({ kind, words }: Inline, writing: Writing): string {
  if (kind === 'picture') return picture('', writing);
  const own = Array.from({ length: words }, () => `w${writing.words++}`);
  writing.streams.push(own);
  const css = {
    float: 'float: right; width: 50pt',
    'inline-block': 'display: inline-block; max-width: 70pt',
    footnote: 'float: footnote',
  }[kind];
  return `<span style="${css}">${own.join(' ')}</span>`;
}
