import type { ComputedStyle } from '../document/types.ts';
import type { ProcessedText } from './white-space.ts';

/**
 * CSS Text 3, section 2.1, with the mappings of Unicode that hold in every language. One character may become several:
 * each then comes from the same source offset. `previous` is the character before the text, for `capitalize`.
 */
export function transformText(
  input: ProcessedText,
  transform: ComputedStyle['textTransform'],
  previous: string,
): ProcessedText {
  switch (transform) {
    case 'none':
      return input;
    case 'uppercase':
      return mapWhole(input, (text) => text.toUpperCase());
    case 'lowercase':
      return mapWhole(input, (text) => text.toLowerCase());
    case 'capitalize':
      return capitalize(input, previous);
  }
}

function mapWhole(input: ProcessedText, change: (text: string) => string): ProcessedText {
  const whole = change(input.text);
  // The same length means that no character grew: the final sigma needs the whole word, expansions need each alone.
  if (whole.length === input.text.length) return { text: whole, sources: input.sources };
  return mapCharacters(input, (character) => change(character));
}

function capitalize(input: ProcessedText, previous: string): ProcessedText {
  let inWord = isWordCharacter(previous);
  return mapCharacters(input, (character) => {
    const startsWord = !inWord && /^[\p{L}\p{N}]/u.test(character);
    inWord = isWordCharacter(character) || (inWord && isApostrophe(character));
    return startsWord ? character.toUpperCase() : character;
  });
}

function isWordCharacter(character: string): boolean {
  return /^[\p{L}\p{N}\p{M}]/u.test(character);
}

/** Inside a word, such as "Jum'at". */
function isApostrophe(character: string): boolean {
  return character === "'" || character === '\u2019' || character === '\u02bc';
}

function mapCharacters(input: ProcessedText, change: (character: string) => string): ProcessedText {
  const sources: number[] = [];
  let text = '';
  let at = 0;
  for (const character of input.text) {
    const changed = change(character);
    const source = input.sources?.[at] ?? at;
    for (let i = 0; i < changed.length; i += 1) {
      // A surrogate pair that stays one keeps the offsets of both its halves.
      sources.push(changed.length === character.length ? (input.sources?.[at + i] ?? at + i) : source);
    }
    text += changed;
    at += character.length;
  }
  return { text, sources: Uint32Array.from(sources) };
}
