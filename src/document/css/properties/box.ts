import type { AutoLength, ComputedStyle, Display, MaxLength } from '../../types.ts';
import type { Values } from '../values/component-values.ts';
import { single } from '../values/component-values.ts';
import { constant, type Specified } from '../values/compute-context.ts';
import { parseInteger, parseNumber, ZERO } from '../values/length.ts';
import type { PropertyGroup } from './define.ts';
import {
  ANY_LENGTH,
  autoOr,
  define,
  either,
  keyword,
  keywordParser,
  keywords,
  length,
  NON_NEGATIVE,
} from './define.ts';
import type { LonghandName } from './longhands.ts';
import { POSITION_VALUES, parsePosition } from './position.ts';

type BoxName = Extract<
  LonghandName,
  | 'display'
  | 'position'
  | 'top'
  | 'right'
  | 'bottom'
  | 'left'
  | 'z-index'
  | 'float'
  | 'clear'
  | 'box-sizing'
  | 'width'
  | 'height'
  | `${'min' | 'max'}-${'width' | 'height'}`
  | `${'margin' | 'padding'}-${'top' | 'right' | 'bottom' | 'left'}`
  | 'overflow'
  | 'opacity'
  | 'visibility'
  | 'object-fit'
  | 'object-position'
>;

const DISPLAYS: readonly Display[] = [
  'inline',
  'block',
  'inline-block',
  'flow-root',
  'list-item',
  'flex',
  'inline-flex',
  'inline-table',
  'table',
  'table-caption',
  'table-row-group',
  'table-header-group',
  'table-footer-group',
  'table-column-group',
  'table-column',
  'table-row',
  'table-cell',
  'none',
];

const size = define<AutoLength>({
  initial: 'auto',
  initialValue: 'auto',
  values: 'auto | <length> | <percentage>',
  parse: autoOr(NON_NEGATIVE),
});

const maxSize = define<MaxLength>({
  initial: 'none',
  initialValue: 'none',
  values: 'none | <length> | <percentage>',
  parse: either<MaxLength>(keyword<MaxLength>('none', 'none'), length(NON_NEGATIVE)),
});

const margin = define<AutoLength>({
  initial: '0',
  initialValue: ZERO,
  values: 'auto | <length> | <percentage>',
  note: 'Margins of blocks collapse as in CSS 2.2.',
  parse: autoOr(ANY_LENGTH),
});

const padding = define({
  initial: '0',
  initialValue: ZERO,
  values: '<length> | <percentage>',
  parse: length(NON_NEGATIVE),
});

type Position = ComputedStyle['position'];

/** `running(name)`: CSS GCPM 3, section 1.2.1. */
function parseRunning(values: Values): Specified<Position> | undefined {
  const value = single(values);
  if (value?.kind !== 'function' || value.name !== 'running') return undefined;
  const name = single(value.args);
  return name?.kind === 'ident' ? constant<Position>({ kind: 'running', name: name.text }) : undefined;
}

const offset = define<AutoLength>({
  initial: 'auto',
  initialValue: 'auto',
  values: 'auto | <length> | <percentage>',
  note: 'Of positioned elements.',
  parse: autoOr(ANY_LENGTH),
});

function parseZIndex(values: Values): Specified<number> | undefined {
  const number = parseInteger(values);
  return number === undefined ? undefined : constant(number);
}

function parseAlpha(values: Values): Specified<number> | undefined {
  const value = single(values);
  const number = value?.kind === 'percentage' ? value.value / 100 : parseNumber(values);
  return number === undefined ? undefined : constant(Math.min(Math.max(number, 0), 1));
}

export const boxProperties: PropertyGroup<BoxName> = {
  display: define<Display>({
    initial: 'inline',
    initialValue: 'inline',
    values: DISPLAYS.join(' | '),
    note: 'Flex items and the root become block-level.',
    parse: keywordParser(DISPLAYS),
  }),
  position: define<Position>({
    initial: 'static',
    initialValue: { kind: 'static' },
    values: 'static | relative | absolute | running(<name>)',
    note: '`running()` takes the element out of the flow; `content: element(<name>)` in a margin box shows it.',
    parse: either<Position>(
      keyword<Position>('static', { kind: 'static' }),
      keyword<Position>('relative', { kind: 'relative' }),
      keyword<Position>('absolute', { kind: 'absolute' }),
      parseRunning,
    ),
  }),
  top: offset,
  right: offset,
  bottom: offset,
  left: offset,
  'z-index': define<number | 'auto'>({
    initial: 'auto',
    initialValue: 'auto',
    values: 'auto | <integer>',
    note: 'Of positioned elements and flex items.',
    parse: either<number | 'auto'>(keyword<number | 'auto'>('auto', 'auto'), parseZIndex),
  }),
  float: define<ComputedStyle['float']>({
    initial: 'none',
    initialValue: 'none',
    values: 'none | left | right | inline-start | inline-end | footnote',
    note: '`footnote` moves the element to the foot of the page.',
    parse: either<ComputedStyle['float']>(
      keywordParser(['none', 'left', 'right', 'footnote']),
      keyword<ComputedStyle['float']>('inline-start', 'left'),
      keyword<ComputedStyle['float']>('inline-end', 'right'),
    ),
  }),
  clear: define<ComputedStyle['clear']>({
    initial: 'none',
    initialValue: 'none',
    values: 'none | left | right | both | inline-start | inline-end',
    parse: either<ComputedStyle['clear']>(
      keywordParser(['none', 'left', 'right', 'both']),
      keyword<ComputedStyle['clear']>('inline-start', 'left'),
      keyword<ComputedStyle['clear']>('inline-end', 'right'),
    ),
  }),
  'box-sizing': keywords(['content-box', 'border-box']),
  width: size,
  height: size,
  'min-width': size,
  'min-height': size,
  'max-width': maxSize,
  'max-height': maxSize,
  'margin-top': margin,
  'margin-right': margin,
  'margin-bottom': margin,
  'margin-left': margin,
  'padding-top': padding,
  'padding-right': padding,
  'padding-bottom': padding,
  'padding-left': padding,
  overflow: keywords(['visible', 'hidden']),
  opacity: define({ initial: '1', initialValue: 1, values: '<number> | <percentage>', parse: parseAlpha }),
  visibility: keywords(['visible', 'hidden'], { inherited: true }),
  'object-fit': keywords(['fill', 'contain', 'cover', 'none', 'scale-down'], { note: 'Of pictures and drawings.' }),
  'object-position': define({
    initial: '50% 50%',
    initialValue: { x: { pt: 0, percent: 50 }, y: { pt: 0, percent: 50 } },
    values: POSITION_VALUES,
    parse: parsePosition,
  }),
};
