import type { HyphenateLimitChars } from '../../types.ts';
import type { ComponentValue, Values } from '../values/component-values.ts';
import { single } from '../values/component-values.ts';
import { constant, type Specified } from '../values/compute-context.ts';
import { parseInteger } from '../values/length.ts';
import { define, either, keyword, keywords, type PropertyGroup } from './define.ts';
import type { LonghandName, Longhands } from './longhands.ts';

type HyphenationName = Extract<LonghandName, 'hyphens' | `hyphenate-${string}`>;

/** CSS Text 4, section 6.3: the values that `auto` has here. */
const AUTO_LIMITS: HyphenateLimitChars = { word: 5, before: 2, after: 2 };

/** One to three of `auto | <integer>`: the word, before the hyphen, after it. The third is the second when it is left out. */
function parseLimitChars(values: Values): Specified<HyphenateLimitChars> | undefined {
  if (values.length < 1 || values.length > 3) return undefined;
  const [word, before = AUTO, after = before] = values.map(limit);
  if (word === undefined || before === undefined || after === undefined) return undefined;
  return constant({
    word: word === AUTO ? AUTO_LIMITS.word : word,
    before: before === AUTO ? AUTO_LIMITS.before : before,
    after: after === AUTO ? AUTO_LIMITS.after : after,
  });
}

const AUTO = 'auto';

function limit(value: ComponentValue): number | typeof AUTO | undefined {
  if (value.kind === 'ident') return value.name === AUTO ? AUTO : undefined;
  const number = parseInteger([value]);
  return number === undefined || number < 0 ? undefined : number;
}

function parseLimitLines(values: Values): Specified<number> | undefined {
  const number = parseInteger(values);
  return number === undefined || number < 0 ? undefined : constant(number);
}

type HyphenateCharacter = Longhands['hyphenate-character'];

function parseCharacter(values: Values): Specified<HyphenateCharacter> | undefined {
  const value = single(values);
  return value?.kind === 'string' ? constant<HyphenateCharacter>(value.value) : undefined;
}

export const hyphenationProperties: PropertyGroup<HyphenationName> = {
  hyphens: keywords(['manual', 'auto', 'none'], {
    inherited: true,
    note: '`auto` breaks words of Indonesian and English text; `manual` at soft hyphens alone.',
  }),
  'hyphenate-character': define<HyphenateCharacter>({
    inherited: true,
    initial: 'auto',
    initialValue: '-',
    values: 'auto | <string>',
    note: '`auto` is `-`.',
    parse: either<HyphenateCharacter>(keyword<HyphenateCharacter>('auto', '-'), parseCharacter),
  }),
  'hyphenate-limit-chars': define<HyphenateLimitChars>({
    inherited: true,
    initial: 'auto',
    initialValue: AUTO_LIMITS,
    values: '[ auto | <integer> ]{1,3}',
    note: 'Letters of the word, before the hyphen and after it; `auto` is 5, 2 and 2.',
    parse: parseLimitChars,
  }),
  'hyphenate-limit-last': keywords(['none', 'always', 'column', 'page'], {
    inherited: true,
    note: 'Lines that do not end with a hyphen: the last before another page, before another column or page, and the last full line of the block too. Given up where that would break the rules of orphans and widows.',
  }),
  'hyphenate-limit-lines': define<number>({
    inherited: true,
    initial: 'no-limit',
    initialValue: Number.POSITIVE_INFINITY,
    values: 'no-limit | <integer>',
    note: 'Lines below each other that end with a hyphen. Given up where text would stick out.',
    parse: either<number>(keyword<number>('no-limit', Number.POSITIVE_INFINITY), parseLimitLines),
  }),
};
