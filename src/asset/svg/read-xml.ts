import type { ElementNode, TreeNode } from '../../document/types.ts';
import { MAX_DEPTH, MAX_NODES } from './limits.ts';

export type XmlResult =
  | { readonly kind: 'tree'; readonly root: ElementNode }
  | { readonly kind: 'corrupt'; readonly line: number }
  /** Well-formed as far as it was read, but with something that is not read: a document type with declarations, an entity. */
  | { readonly kind: 'refused'; readonly feature: string }
  | { readonly kind: 'too-complex' };

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME = /[A-Za-z_][\w.:-]*/y;
const SPACE = /[ \t\r\n]*/y;
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y;

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: TreeNode[];
}

/** Ends the reading from within; never leaves this file. */
class XmlStop extends Error {
  readonly result: XmlResult;
  constructor(result: XmlResult) {
    super('XML reading ended');
    this.result = result;
  }
}

/**
 * A strict reader of UTF-8 XML 1.0: elements, attributes, text, CDATA, comments, processing instructions, the five
 * predefined entities and character references. No declaration is ever followed.
 */
export function readXml(bytes: Uint8Array): XmlResult {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'corrupt', line: 1 };
  }
  try {
    return { kind: 'tree', root: readDocument(text) };
  } catch (error) {
    if (error instanceof XmlStop) return error.result;
    throw error;
  }
}

function readDocument(text: string): ElementNode {
  const stack: OpenElement[] = [];
  let root: ElementNode | undefined;
  let nodes = 0;
  let at = 0;
  // Every turn moves `at` forward or throws.
  while (at < text.length) {
    nodes += 1;
    if (nodes > MAX_NODES * 2) throw new XmlStop({ kind: 'too-complex' });
    const parent = stack.at(-1);
    const next = text.indexOf('<', at);
    if (next !== at) {
      const end = next === -1 ? text.length : next;
      const raw = text.slice(at, end);
      if (parent !== undefined) parent.children.push(textNode(decode(raw, text, at)));
      else if (raw.trim() !== '') throw corrupt(text, at);
      at = end;
    } else if (text.startsWith('<!--', at)) at = after(text, '-->', at);
    else if (text.startsWith('<?', at)) at = after(text, '?>', at);
    else if (text.startsWith('<!DOCTYPE', at)) at = skipDocumentType(text, at);
    else if (text.startsWith('<![CDATA[', at)) {
      const end = after(text, ']]>', at);
      if (parent === undefined) throw corrupt(text, at);
      parent.children.push(textNode(text.slice(at + 9, end - 3)));
      at = end;
    } else if (text.startsWith('</', at)) {
      const name = match(NAME, text, at + 2);
      const end = skipSpace(text, at + 2 + name.length);
      const open = stack.pop();
      if (open === undefined || open.name !== name || text[end] !== '>') throw corrupt(text, at);
      at = end + 1;
      root = close(open, stack, root);
    } else {
      const { element, end, isEmpty } = readTag(text, at);
      if (root !== undefined && stack.length === 0) throw corrupt(text, at);
      if (stack.length >= MAX_DEPTH) throw new XmlStop({ kind: 'too-complex' });
      at = end;
      if (isEmpty) root = close(element, stack, root);
      else stack.push(element);
    }
  }
  if (root === undefined || stack.length > 0) throw corrupt(text, text.length);
  return root;
}

/** Hands a finished element to its parent, or makes it the root. */
function close(
  open: OpenElement,
  stack: readonly OpenElement[],
  root: ElementNode | undefined,
): ElementNode | undefined {
  const element: ElementNode = { kind: 'element', ...open, place: undefined };
  const parent = stack.at(-1);
  if (parent === undefined) return element;
  parent.children.push(element);
  return root;
}

function readTag(text: string, start: number): { element: OpenElement; end: number; isEmpty: boolean } {
  const name = match(NAME, text, start + 1);
  if (name === '') throw corrupt(text, start);
  const attributes: Record<string, string> = {};
  let at = start + 1 + name.length;
  for (;;) {
    const next = skipSpace(text, at);
    if (text[next] === '>') return { element: { name, attributes, children: [] }, end: next + 1, isEmpty: false };
    if (text.startsWith('/>', next))
      return { element: { name, attributes, children: [] }, end: next + 2, isEmpty: true };
    ATTRIBUTE.lastIndex = next;
    const found = ATTRIBUTE.exec(text);
    const key = found?.[1];
    if (found === null || key === undefined || next === at || Object.hasOwn(attributes, key)) throw corrupt(text, next);
    Object.defineProperty(attributes, key, {
      value: decode(found[2] ?? found[3] ?? '', text, next),
      enumerable: true,
    });
    at = next + found[0].length;
  }
}

/** A plain document type is passed over; one with declarations of its own is refused. */
function skipDocumentType(text: string, start: number): number {
  const end = after(text, '>', start);
  if (text.slice(start, end).includes('[')) throw new XmlStop({ kind: 'refused', feature: '<!DOCTYPE […]>' });
  return end;
}

function decode(raw: string, text: string, at: number): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([^;\s&]{1,32}))?;?/g, (whole, decimal, hex, name) => {
    if (!whole.endsWith(';')) throw corrupt(text, at);
    if (name !== undefined) {
      const value = PREDEFINED[name];
      if (value === undefined) throw new XmlStop({ kind: 'refused', feature: `&${name};` });
      return value;
    }
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
    if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) throw corrupt(text, at);
    return String.fromCodePoint(code);
  });
}

const textNode = (text: string): TreeNode => ({ kind: 'text', text, places: [] });

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

const skipSpace = (text: string, at: number): number => at + match(SPACE, text, at).length;

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at === -1) throw corrupt(text, from);
  return at + mark.length;
}

function corrupt(text: string, at: number): XmlStop {
  let line = 1;
  for (let index = 0; index < Math.min(at, text.length); index += 1) if (text.charCodeAt(index) === 10) line += 1;
  return new XmlStop({ kind: 'corrupt', line });
}
