import type { LonghandName } from '../properties/longhands.ts';
import type { Values } from '../values/component-values.ts';
import { splitAt } from '../values/component-values.ts';
import { backgroundShorthand } from './background.ts';
import type { Shorthand, SpecifiedLonghands } from './define.ts';
import { fourSides, inAnyOrder, pair, setParsed } from './define.ts';

type Side = 'top' | 'right' | 'bottom' | 'left';
const SIDES = ['top', 'right', 'bottom', 'left'] as const;

function sides(prefix: 'margin' | 'padding', values: string): Shorthand {
  const longhands = [`${prefix}-top`, `${prefix}-right`, `${prefix}-bottom`, `${prefix}-left`] as const;
  return { longhands, values, note: '', expand: (tokens) => fourSides(tokens, longhands) };
}

function sidePair(longhands: readonly [LonghandName, LonghandName], values: string): Shorthand {
  return { longhands, values, note: '', expand: (tokens) => pair(tokens, longhands) };
}

const borderSide = (side: Side): readonly LonghandName[] => [
  `border-${side}-width`,
  `border-${side}-style`,
  `border-${side}-color`,
];

const LINE = '<width> || <style> || <color>';

function border(side: Side): Shorthand {
  const longhands = borderSide(side);
  return { longhands, values: LINE, note: '', expand: (tokens) => inAnyOrder(tokens, longhands) };
}

function borderPart(part: 'width' | 'style' | 'color', values: string): Shorthand {
  const longhands = [
    `border-top-${part}`,
    `border-right-${part}`,
    `border-bottom-${part}`,
    `border-left-${part}`,
  ] as const;
  return { longhands, values, note: '', expand: (tokens) => fourSides(tokens, longhands) };
}

/** Several borders of the same kind. */
function borders(list: readonly Side[]): Shorthand {
  const longhands = list.flatMap(borderSide);
  return {
    longhands,
    values: LINE,
    note: '',
    expand: (tokens) => {
      const result: SpecifiedLonghands = {};
      for (const side of list) {
        const one = inAnyOrder(tokens, borderSide(side));
        if (one === undefined) return undefined;
        Object.assign(result, one);
      }
      return result;
    },
  };
}

const CORNERS = [
  'border-top-left-radius',
  'border-top-right-radius',
  'border-bottom-right-radius',
  'border-bottom-left-radius',
] as const;

/** CSS Backgrounds 3, section 4.1: one to four values, and one to four more after a slash. */
function expandRadius(tokens: Values): SpecifiedLonghands | undefined {
  const parts = splitAt(tokens, '/');
  const across = fourCorners(parts[0] ?? []);
  const down = parts.length === 1 ? across : fourCorners(parts[1] ?? []);
  if (across === undefined || down === undefined || parts.length > 2) return undefined;
  const result: SpecifiedLonghands = {};
  for (const [index, name] of CORNERS.entries()) {
    const horizontal = across[index];
    const vertical = down[index];
    if (horizontal === undefined || vertical === undefined) return undefined;
    if (!setParsed(result, name, [horizontal, vertical])) return undefined;
  }
  return result;
}

function fourCorners(values: Values): Values | undefined {
  const [topLeft, topRight = topLeft, bottomRight = topLeft, bottomLeft = topRight] = values;
  if (topLeft === undefined || topRight === undefined || bottomRight === undefined || bottomLeft === undefined) {
    return undefined;
  }
  return values.length > 4 ? undefined : [topLeft, topRight, bottomRight, bottomLeft];
}

export const boxShorthands: Readonly<Record<string, Shorthand>> = {
  margin: sides('margin', '[ auto | <length> | <percentage> ]{1,4}'),
  padding: sides('padding', '[ <length> | <percentage> ]{1,4}'),
  'margin-block': sidePair(['margin-top', 'margin-bottom'], '[ auto | <length> | <percentage> ]{1,2}'),
  'margin-inline': sidePair(['margin-left', 'margin-right'], '[ auto | <length> | <percentage> ]{1,2}'),
  'padding-block': sidePair(['padding-top', 'padding-bottom'], '[ <length> | <percentage> ]{1,2}'),
  'padding-inline': sidePair(['padding-left', 'padding-right'], '[ <length> | <percentage> ]{1,2}'),
  border: borders(SIDES),
  'border-block': borders(['top', 'bottom']),
  'border-inline': borders(['left', 'right']),
  'border-top': border('top'),
  'border-right': border('right'),
  'border-bottom': border('bottom'),
  'border-left': border('left'),
  'border-width': borderPart('width', '[ <length> | thin | medium | thick ]{1,4}'),
  'border-style': borderPart(
    'style',
    '[ none | hidden | solid | dashed | dotted | double | groove | ridge | inset | outset ]{1,4}',
  ),
  'border-color': borderPart('color', '<color>{1,4}'),
  'border-radius': {
    longhands: CORNERS,
    values: '[ <length> | <percentage> ]{1,4} [ / [ <length> | <percentage> ]{1,4} ]?',
    note: '',
    expand: expandRadius,
  },
  background: backgroundShorthand,
  inset: {
    longhands: SIDES,
    values: '[ auto | <length> | <percentage> ]{1,4}',
    note: '',
    expand: (tokens) => fourSides(tokens, SIDES),
  },
  'inset-block': sidePair(['top', 'bottom'], '[ auto | <length> | <percentage> ]{1,2}'),
  'inset-inline': sidePair(['left', 'right'], '[ auto | <length> | <percentage> ]{1,2}'),
};
