import type { Values } from '../values/component-values.ts';
import { identOf } from '../values/component-values.ts';
import { constant } from '../values/compute-context.ts';
import { ZERO } from '../values/length.ts';
import type { Shorthand, SpecifiedLonghands } from './define.ts';
import { inAnyOrder, pair, setParsed } from './define.ts';

const number = (value: number) => constant(value);

/** CSS Flexbox 1, section 7.2: a basis that is left out is 0. */
function expandFlex(values: Values): SpecifiedLonghands | undefined {
  const name = identOf(values);
  if (name === 'none') return { 'flex-grow': number(0), 'flex-shrink': number(0), 'flex-basis': constant('auto') };
  if (name === 'auto') return { 'flex-grow': number(1), 'flex-shrink': number(1), 'flex-basis': constant('auto') };
  if (name === 'initial') return undefined;
  if (values.length === 0 || values.length > 3) return undefined;
  const result: SpecifiedLonghands = {};
  let lastWasFactor = false;
  for (const value of values) {
    const isFactor = value.kind === 'number' || value.kind === 'function';
    if (isFactor && result['flex-grow'] === undefined && setParsed(result, 'flex-grow', [value])) lastWasFactor = true;
    // The second factor follows the first at once.
    else if (lastWasFactor && result['flex-shrink'] === undefined && setParsed(result, 'flex-shrink', [value])) {
      lastWasFactor = false;
    } else if (result['flex-basis'] === undefined && setParsed(result, 'flex-basis', [value])) lastWasFactor = false;
    else return undefined;
  }
  return {
    'flex-grow': result['flex-grow'] ?? number(1),
    'flex-shrink': result['flex-shrink'] ?? number(1),
    'flex-basis': result['flex-basis'] ?? constant(ZERO),
  };
}

export const flexShorthands: Readonly<Record<string, Shorthand>> = {
  flex: {
    longhands: ['flex-grow', 'flex-shrink', 'flex-basis'],
    values: 'none | auto | [ <grow> <shrink>? || <basis> ]',
    note: 'A basis that is left out is 0.',
    expand: expandFlex,
  },
  'flex-flow': {
    longhands: ['flex-direction', 'flex-wrap'],
    values: '<direction> || <wrap>',
    note: '',
    expand: (values) => inAnyOrder(values, ['flex-direction', 'flex-wrap']),
  },
  gap: {
    longhands: ['row-gap', 'column-gap'],
    values: '[ normal | <length> | <percentage> ]{1,2}',
    note: '',
    expand: (values) => pair(values, ['row-gap', 'column-gap']),
  },
  'place-content': {
    longhands: ['align-content', 'justify-content'],
    values: '<align-content> <justify-content>?',
    note: '',
    expand: (values) => pair(values, ['align-content', 'justify-content']),
  },
};
