import type { LonghandName } from '../../../src/document/css/properties/longhands.ts';
import { borderWidth, byGrammar, listOf, oneOf, type ValueMaker } from './values.ts';

/** What an element is in the layout: it may be several things at once. */
export type Role =
  /** Takes a width and a height. */
  | 'sized'
  /** Block-level in the flow of a block container. */
  | 'block'
  /** Holds lines. */
  | 'lines'
  /** `display: inline`. */
  | 'inline'
  /** An inline element of text alone. */
  | 'leaf'
  /** Lines of words alone: a browser does not balance lines with forced breaks or floats. */
  | 'title'
  /** Inline-level and unbreakable: a picture or an inline block. */
  | 'atom'
  | 'flex'
  | 'flex-item'
  | 'table'
  | 'caption'
  | 'row'
  | 'cell'
  | 'list'
  | 'list-item'
  /** Has a counter or numbers. */
  | 'counted'
  /** Text in a font that has kerning, ligatures and weights. */
  | 'letters'
  | 'floated'
  /** Beside or below floats. */
  | 'beside-float'
  | 'relative'
  | 'absolute'
  | 'columns'
  | 'in-columns'
  /** Has no text inside that could be cut: that is an error on paper. */
  | 'textless';

/** A part of the grammar that a tree can be told to hold. */
export type Stage =
  | 'blocks'
  | 'paragraph'
  | 'flex'
  | 'table'
  | 'list'
  | 'counters'
  | 'pictures'
  | 'letters'
  | 'floats'
  | 'positions'
  | 'columns'
  | 'drop-cap'
  | 'title'
  | 'clip';

/** How a property comes into the trees. */
export type Recipe =
  /** How often an element with the role has it, and with which values. `stage`: where it is sure to change a box. */
  | {
      readonly kind: 'declared';
      readonly where: Partial<Record<Role, number>>;
      readonly value: ValueMaker;
      readonly stage: Stage;
      /** What a tree that is to show it declares besides on the same element, so that it changes a box more often. */
      readonly beside?: readonly (readonly [string, string])[];
    }
  /** Written by the grammar itself, which needs it to make the stage. */
  | { readonly kind: 'grammar'; readonly stage: Stage }
  /** No box on a screen shows it: `where` it is compared. */
  | { readonly kind: 'elsewhere'; readonly where: string };

const declared = (
  stage: Stage,
  where: Partial<Record<Role, number>>,
  value: ValueMaker,
  beside: readonly (readonly [string, string])[] = [],
): Recipe => ({ kind: 'declared', where, value, stage, beside });
const grammar = (stage: Stage): Recipe => ({ kind: 'grammar', stage });
const PAINT: Recipe = { kind: 'elsewhere', where: 'pictures (tests/e2e/pages/paint)' };
const PAGED: Recipe = { kind: 'elsewhere', where: 'pages (tests/e2e/weasyprint)' };
/** What the browser knows of it stands in pages; with `pretty` and without its dictionary it breaks lines elsewhere. */
const LINE_ENDS: Recipe = {
  kind: 'elsewhere',
  where: 'pages of boxes (tests/e2e/pages/hyphens.html, text-align-last.html)',
};
const NOWHERE = (why: string): Recipe => ({ kind: 'elsewhere', where: why });

/** Heights of cells and rows in percent are not defined (CSS 2.2, section 17.5.3); parts of tables have lengths. */
const cellHeight: ValueMaker = ({ random }) => `${random.integer(0, 90)}px`;

const margin = (name: LonghandName): Recipe =>
  declared(
    'blocks',
    { block: 0.12, inline: 0.04, atom: 0.15, 'flex-item': 0.1, floated: 0.3, absolute: 0.1, table: 0.1 },
    byGrammar(name, { length: [-8, 24], percentage: [1, 8] }),
  );
const padding = (name: LonghandName): Recipe =>
  declared(
    'blocks',
    { sized: 0.08, inline: 0.06, cell: 0.1, list: 0.1, caption: 0.1 },
    byGrammar(name, { length: [0, 20], percentage: [1, 6] }),
  );
const borderStyle = (name: LonghandName): Recipe =>
  declared('blocks', { sized: 0.1, inline: 0.06, cell: 0.1, caption: 0.1 }, byGrammar(name));
const borderThickness = declared('blocks', { sized: 0.1, inline: 0.06, cell: 0.1, caption: 0.1 }, borderWidth);
const inset = (name: LonghandName): Recipe =>
  declared('positions', { relative: 0.4, absolute: 0.45 }, byGrammar(name, { length: [-10, 60], percentage: [1, 60] }));
/** Where the browser counts in whole pixels, the text and what is over it and under it take whole ones. */
const even =
  (usual: ValueMaker, coarse: ValueMaker): ValueMaker =>
  (context) =>
    (context.isCoarse ? coarse : usual)(context);

const breakBetween = declared('columns', { 'in-columns': 0.08 }, oneOf('column', 'column', 'avoid-column', 'avoid'));

/** Every longhand that is supported; a new one without a recipe stops the run by its name. */
export const RECIPES: Readonly<Record<LonghandName, Recipe>> = {
  // Boxes
  display: grammar('flex'),
  position: grammar('positions'),
  top: inset('top'),
  right: inset('right'),
  bottom: inset('bottom'),
  left: inset('left'),
  'z-index': PAINT,
  float: grammar('floats'),
  clear: declared('floats', { 'beside-float': 0.2, floated: 0.2 }, byGrammar('clear', { without: ['none'] })),
  'box-sizing': declared('blocks', { sized: 0.12, cell: 0.05 }, oneOf('border-box', 'border-box', 'content-box'), [
    ['width', '120px'],
    ['padding-left', '12px'],
  ]),
  width: declared(
    'blocks',
    { sized: 0.15, floated: 0.4, absolute: 0.4, cell: 0.1, table: 0.3, 'flex-item': 0.2 },
    byGrammar('width', { length: [40, 300], percentage: [15, 100] }),
  ),
  height: declared(
    'blocks',
    { sized: 0.08, floated: 0.2, absolute: 0.2, cell: 0.1, row: 0.1, table: 0.1, flex: 0.2 },
    (context) =>
      context.roles.includes('cell') || context.roles.includes('row')
        ? cellHeight(context)
        : byGrammar('height', { length: [0, 90], percentage: [10, 110] })(context),
  ),
  'min-width': declared(
    'blocks',
    { sized: 0.05, 'flex-item': 0.1, table: 0.05 },
    byGrammar('min-width', { length: [0, 200], percentage: [1, 60] }),
  ),
  'min-height': declared(
    'blocks',
    { sized: 0.05, flex: 0.1, 'flex-item': 0.05 },
    byGrammar('min-height', { length: [0, 80], percentage: [1, 60] }),
  ),
  'max-width': declared(
    'blocks',
    { sized: 0.05, 'flex-item': 0.1, floated: 0.1 },
    byGrammar('max-width', { length: [40, 250], percentage: [15, 90] }),
  ),
  'max-height': declared(
    'blocks',
    { sized: 0.05, flex: 0.08, 'flex-item': 0.05 },
    byGrammar('max-height', { length: [0, 60], percentage: [10, 90] }),
  ),
  'margin-top': margin('margin-top'),
  'margin-right': margin('margin-right'),
  'margin-bottom': margin('margin-bottom'),
  'margin-left': margin('margin-left'),
  'padding-top': padding('padding-top'),
  'padding-right': padding('padding-right'),
  'padding-bottom': padding('padding-bottom'),
  'padding-left': padding('padding-left'),
  'border-top-width': borderThickness,
  'border-right-width': borderThickness,
  'border-bottom-width': borderThickness,
  'border-left-width': borderThickness,
  'border-top-style': borderStyle('border-top-style'),
  'border-right-style': borderStyle('border-right-style'),
  'border-bottom-style': borderStyle('border-bottom-style'),
  'border-left-style': borderStyle('border-left-style'),
  'border-top-color': PAINT,
  'border-right-color': PAINT,
  'border-bottom-color': PAINT,
  'border-left-color': PAINT,
  'border-top-left-radius': PAINT,
  'border-top-right-radius': PAINT,
  'border-bottom-right-radius': PAINT,
  'border-bottom-left-radius': PAINT,
  overflow: declared('clip', { textless: 0.6 }, oneOf('hidden')),
  opacity: PAINT,
  visibility: PAINT,
  'background-color': PAINT,
  'background-image': PAINT,
  'background-position': PAINT,
  'background-size': PAINT,
  'background-repeat': PAINT,
  'background-origin': PAINT,
  'background-clip': PAINT,
  'box-shadow': PAINT,
  'object-fit': PAINT,
  'object-position': PAINT,

  // Flex
  'flex-direction': declared('flex', { flex: 0.4 }, byGrammar('flex-direction')),
  'flex-wrap': declared('flex', { flex: 0.35 }, byGrammar('flex-wrap')),
  'flex-grow': declared('flex', { 'flex-item': 0.2 }, byGrammar('flex-grow', { number: [0, 3] })),
  'flex-shrink': declared('flex', { 'flex-item': 0.15 }, byGrammar('flex-shrink', { number: [0, 3] })),
  'flex-basis': declared(
    'flex',
    { 'flex-item': 0.2 },
    byGrammar('flex-basis', { length: [0, 250], percentage: [1, 70] }),
  ),
  'justify-content': declared('flex', { flex: 0.35 }, byGrammar('justify-content')),
  'align-items': declared('flex', { flex: 0.3 }, byGrammar('align-items')),
  'align-self': declared('flex', { 'flex-item': 0.12 }, byGrammar('align-self')),
  'align-content': declared('flex', { flex: 0.25 }, byGrammar('align-content', { without: ['normal', 'stretch'] }), [
    ['flex-wrap', 'wrap'],
    ['height', '180px'],
  ]),
  order: declared('flex', { 'flex-item': 0.12 }, byGrammar('order', { integer: [-2, 3] })),
  'row-gap': declared('flex', { flex: 0.25 }, byGrammar('row-gap', { length: [2, 20], percentage: [1, 8] }), [
    ['flex-wrap', 'wrap'],
  ]),
  'column-gap': declared(
    'flex',
    { flex: 0.25, columns: 0.3 },
    byGrammar('column-gap', { length: [0, 30], percentage: [1, 8] }),
  ),

  // Columns
  'column-count': declared('columns', { columns: 0.7 }, byGrammar('column-count', { integer: [2, 4] })),
  'column-width': declared('columns', { columns: 0.4 }, byGrammar('column-width', { length: [60, 250] })),
  'column-rule-width': PAINT,
  'column-rule-style': PAINT,
  'column-rule-color': PAINT,
  'column-fill': declared('columns', { columns: 0.3 }, oneOf('auto', 'auto', 'auto', 'balance'), [['height', '150px']]),
  'column-span': declared('columns', { 'in-columns': 0.1 }, oneOf('all', 'all', 'none')),

  // Text
  color: PAINT,
  'font-family': declared(
    'letters',
    { letters: 0.4 },
    oneOf('"Source Serif 4"', '"Plus Jakarta Sans"', '"Plus Jakarta Sans", Square'),
  ),
  'font-size': declared(
    'paragraph',
    { lines: 0.08, inline: 0.15, block: 0.03, cell: 0.05, atom: 0.08 },
    even(
      byGrammar('font-size', { length: [6, 20], percentage: [60, 160], without: ['xxx-large', 'xx-large'] }),
      oneOf('10px', '20px'),
    ),
  ),
  'font-weight': declared('letters', { letters: 0.4 }, oneOf('bold', '600', 'bolder', 'lighter', '700', '400', '650')),
  'font-style': declared('letters', { letters: 0.35 }, byGrammar('font-style')),
  'font-kerning': declared('letters', { letters: 0.35 }, byGrammar('font-kerning')),
  'font-variant-ligatures': declared(
    'letters',
    { letters: 0.35 },
    oneOf('none', 'no-common-ligatures', 'no-common-ligatures', 'common-ligatures', 'discretionary-ligatures'),
  ),
  'font-variant-numeric': declared(
    'letters',
    { letters: 0.35 },
    oneOf('tabular-nums', 'oldstyle-nums', 'lining-nums', 'proportional-nums', 'oldstyle-nums tabular-nums'),
  ),
  'font-variant-caps': declared(
    'letters',
    { letters: 0.35 },
    oneOf('small-caps', 'all-small-caps', 'small-caps', 'normal'),
  ),
  'font-feature-settings': declared(
    'letters',
    { letters: 0.35 },
    oneOf('"tnum"', '"onum" on', '"kern" 0', '"liga" off', '"pnum" 1, "kern" off', '"smcp"'),
  ),
  'line-height': declared(
    'paragraph',
    { lines: 0.12, inline: 0.12, block: 0.03, cell: 0.05 },
    // `normal` is compared where the size of the font is whole (pages/line-height.html).
    even(
      byGrammar('line-height', { length: [6, 30], percentage: [80, 220], number: [0.8, 2.4], without: ['normal'] }),
      oneOf('10px', '12px', '18px', '24px', '1.2', '140%', '2'),
    ),
  ),
  'letter-spacing': declared(
    'paragraph',
    { lines: 0.08, inline: 0.1 },
    byGrammar('letter-spacing', { length: [-2, 6] }),
  ),
  'text-align': declared('paragraph', { lines: 0.25, block: 0.06, cell: 0.15, caption: 0.2 }, byGrammar('text-align')),
  'text-indent': declared(
    'paragraph',
    { lines: 0.15, block: 0.04 },
    byGrammar('text-indent', { length: [-20, 50], percentage: [-5, 20] }),
  ),
  'text-transform': declared('letters', { letters: 0.3, lines: 0.04, inline: 0.06 }, byGrammar('text-transform')),
  'text-wrap': declared('title', { title: 0.6 }, byGrammar('text-wrap', { without: ['stable', 'pretty'] })),
  'text-align-last': LINE_ENDS,
  hyphens: LINE_ENDS,
  'hyphenate-character': LINE_ENDS,
  'hyphenate-limit-chars': LINE_ENDS,
  'hyphenate-limit-last': LINE_ENDS,
  'hyphenate-limit-lines': LINE_ENDS,
  'text-decoration-line': PAINT,
  'text-decoration-color': PAINT,
  'text-decoration-style': PAINT,
  'text-decoration-thickness': PAINT,
  'text-underline-offset': PAINT,
  'text-decoration-skip-ink': PAINT,
  'initial-letter': grammar('drop-cap'),
  // The spaces that pre-wrap lets hang count to boxes and widths in the browser (pages/white-space.html).
  'white-space': declared(
    'paragraph',
    { lines: 0.12, inline: 0.08, cell: 0.06 },
    byGrammar('white-space', { without: ['pre-wrap'] }),
  ),
  'overflow-wrap': declared('paragraph', { lines: 0.15, cell: 0.1 }, oneOf('break-word', 'anywhere')),
  'vertical-align': declared('paragraph', { inline: 0.25, leaf: 0.3, atom: 0.35, cell: 0.3, row: 0.1 }, (context) =>
    // How far sub and super move, the browser counts in pixels of the device.
    context.isCoarse && context.random.chance(0.4)
      ? context.random.pick(['sub', 'super'])
      : byGrammar('vertical-align', {
          length: [-10, 12],
          percentage: [-40, 60],
          // With a box at the top of the line the browser moves others down by half of their upper border.
          without: ['sub', 'super', ...(context.roles.includes('cell') ? [] : ['top'])],
        })(context),
  ),

  // Lists and tables
  'list-style-type': declared(
    'list',
    { list: 0.5, 'list-item': 0.1 },
    (context) =>
      context.random.chance(0.15)
        ? context.random.pick(['"- "', '">> "', '"x"'])
        : byGrammar('list-style-type')(context),
    [['list-style-position', 'inside']],
  ),
  'list-style-position': declared('list', { list: 0.5, 'list-item': 0.1 }, oneOf('inside', 'inside', 'outside')),
  'table-layout': declared('table', { table: 0.25 }, oneOf('fixed', 'fixed', 'fixed', 'auto'), [['width', '320px']]),
  'caption-side': declared('table', { caption: 0.4, table: 0.05 }, oneOf('bottom', 'bottom', 'bottom', 'top')),
  'border-collapse': declared('table', { table: 0.2 }, oneOf('collapse', 'collapse', 'separate')),
  // The browser keeps whole pixels.
  'border-spacing': declared(
    'table',
    { table: 0.4 },
    listOf(({ random }) => `${random.integer(0, 12)}px`, 1, 2),
  ),

  // Fragmentation
  'break-before': breakBetween,
  'break-after': breakBetween,
  'break-inside': declared('columns', { 'in-columns': 0.12 }, oneOf('avoid', 'avoid-column')),
  page: PAGED,
  'footnote-policy': PAGED,
  'string-set': PAGED,
  '-buletin-fit': NOWHERE('our own'),
  '-buletin-fit-size': NOWHERE('our own'),
  orphans: declared('columns', { 'in-columns': 0.12, columns: 0.1 }, byGrammar('orphans', { integer: [1, 5] })),
  widows: declared('columns', { 'in-columns': 0.12, columns: 0.1 }, byGrammar('widows', { integer: [1, 5] })),

  // Generated content
  content: grammar('counters'),
  'counter-reset': declared('counters', { counted: 0.25 }, oneOf('c', 'c 8', 'c 97', 'c -3', 'c 3 d 9', 'd 98')),
  'counter-increment': declared('counters', { counted: 0.5 }, oneOf('c', 'c 2', 'c 7', 'c -1', 'c d 30', 'd')),
  'counter-set': declared('counters', { counted: 0.2 }, oneOf('c 99', 'c 5', 'd 9', 'c 1000')),
};
