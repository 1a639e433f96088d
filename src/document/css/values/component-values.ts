import * as tokenizer from 'css-tree/tokenizer';

/** CSS Syntax 3, section 5: component values without white space and comments. Names are in lower case. */
export type ComponentValue =
  | { readonly kind: 'ident'; readonly name: string; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly integer: boolean }
  | { readonly kind: 'percentage'; readonly value: number }
  | { readonly kind: 'dimension'; readonly value: number; readonly unit: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'hash'; readonly text: string }
  /** `url(…)` without quotes. */
  | { readonly kind: 'url'; readonly address: string }
  /** A single character: `,` `/` `+` `-` `*` … */
  | { readonly kind: 'delim'; readonly text: string }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly ComponentValue[] }
  /** `( )`, `[ ]` or `{ }`. */
  | { readonly kind: 'block'; readonly open: string; readonly children: readonly ComponentValue[] };

export type Values = readonly ComponentValue[];

/** Blocks and functions may be nested this deep; what is deeper makes the value unreadable. */
const MAX_DEPTH = 32;

interface Frame {
  readonly name: string;
  readonly close: string;
  readonly values: ComponentValue[];
}

/** `undefined` when brackets do not match, a string or url is broken, or the nesting is too deep. */
export function readValues(text: string): Values | undefined {
  const stack: Frame[] = [{ name: '', close: '', values: [] }];
  let valid = true;
  tokenizer.tokenize(text, (type, start, end) => {
    if (valid) valid = take(stack, type, text.slice(start, end));
  });
  // The end of the text closes what is open.
  while (valid && stack.length > 1) valid = close(stack, stack.at(-1)?.close ?? '');
  return valid ? stack[0]?.values : undefined;
}

function take(stack: Frame[], type: number, text: string): boolean {
  const values = stack.at(-1)?.values;
  if (values === undefined) return false;
  switch (type) {
    case tokenizer.WhiteSpace:
    case tokenizer.Comment:
      return true;
    case tokenizer.Ident: {
      const name = unescapeCss(text);
      values.push({ kind: 'ident', name: name.toLowerCase(), text: name });
      return true;
    }
    case tokenizer.Number:
      values.push({ kind: 'number', value: Number(text), integer: /^[+-]?\d+$/.test(text) });
      return true;
    case tokenizer.Percentage:
      values.push({ kind: 'percentage', value: Number(text.slice(0, -1)) });
      return true;
    case tokenizer.Dimension: {
      const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i.exec(text)?.[0] ?? '';
      values.push({ kind: 'dimension', value: Number(number), unit: text.slice(number.length).toLowerCase() });
      return true;
    }
    case tokenizer.String:
      values.push({ kind: 'string', value: unescapeCss(text.slice(1, text.at(-1) === text[0] ? -1 : undefined)) });
      return true;
    case tokenizer.Hash:
      values.push({ kind: 'hash', text: unescapeCss(text.slice(1)) });
      return true;
    case tokenizer.Url:
      values.push({ kind: 'url', address: unescapeCss(text.replace(/^url\(\s*|\s*\)$/gi, '')) });
      return true;
    case tokenizer.BadString:
    case tokenizer.BadUrl:
      return false;
    case tokenizer.Function:
      return open(stack, unescapeCss(text.slice(0, -1)).toLowerCase(), ')');
    case tokenizer.LeftParenthesis:
      return open(stack, '(', ')');
    case tokenizer.LeftSquareBracket:
      return open(stack, '[', ']');
    case tokenizer.LeftCurlyBracket:
      return open(stack, '{', '}');
    case tokenizer.RightParenthesis:
    case tokenizer.RightSquareBracket:
    case tokenizer.RightCurlyBracket:
      return close(stack, text);
    default:
      values.push({ kind: 'delim', text });
      return true;
  }
}

function open(stack: Frame[], name: string, closing: string): boolean {
  if (stack.length > MAX_DEPTH) return false;
  stack.push({ name, close: closing, values: [] });
  return true;
}

function close(stack: Frame[], text: string): boolean {
  const frame = stack.pop();
  const parent = stack.at(-1);
  if (frame === undefined || parent === undefined || frame.close !== text) return false;
  parent.values.push(
    frame.name === '(' || frame.name === '[' || frame.name === '{'
      ? { kind: 'block', open: frame.name, children: frame.values }
      : { kind: 'function', name: frame.name, args: frame.values },
  );
  return true;
}

/** CSS Syntax 3, section 4.3.7; a backslash before a line end inside a string vanishes with it. */
function unescapeCss(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([0-9a-f]{1,6})[ \t\n]?|\n|([^\n]))/gi, (_, hex: string | undefined, plain = '') => {
    if (hex === undefined) return String(plain);
    const code = Number.parseInt(hex, 16);
    const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return valid ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** The only value, when there is just one. */
export function single(values: Values): ComponentValue | undefined {
  return values.length === 1 ? values[0] : undefined;
}

/** The name of a single identifier. */
export function identOf(values: Values): string | undefined {
  const value = single(values);
  return value?.kind === 'ident' ? value.name : undefined;
}

export function isDelim(value: ComponentValue | undefined, text: string): boolean {
  return value?.kind === 'delim' && value.text === text;
}

/** The parts between top-level commas or slashes. */
export function splitAt(values: Values, delimiter: string): readonly Values[] {
  const parts: ComponentValue[][] = [[]];
  for (const value of values) {
    if (isDelim(value, delimiter)) parts.push([]);
    else parts.at(-1)?.push(value);
  }
  return parts;
}
