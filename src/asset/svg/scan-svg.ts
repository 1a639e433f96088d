import type { ElementNode } from '../../document/types.ts';
import { MAX_DEPTH, MAX_NODES } from './limits.ts';

/** What a drawing holds, before anything is drawn. */
export type ScanResult =
  | { readonly kind: 'scanned'; readonly byId: ReadonlyMap<string, ElementNode> }
  /** It names something outside itself, or runs code. */
  | { readonly kind: 'refused'; readonly feature: string }
  | { readonly kind: 'too-complex' };

const REFUSED = new Set([
  'script',
  'foreignObject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'handler',
]);

/** Looks at every element, drawn or not, so that nothing is hidden in `defs`. */
export function scanSvg(root: ElementNode): ScanResult {
  const byId = new Map<string, ElementNode>();
  const waiting: { readonly element: ElementNode; readonly depth: number }[] = [{ element: root, depth: 0 }];
  let count = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { element, depth } = next;
    count += 1;
    if (count > MAX_NODES || depth > MAX_DEPTH) return { kind: 'too-complex' };
    const feature = REFUSED.has(element.name) ? `<${element.name}>` : outsideReference(element);
    if (feature !== undefined) return { kind: 'refused', feature };
    const { id } = element.attributes;
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    // From the last to the first, so that the first of two equal ids is met first.
    for (let index = element.children.length - 1; index >= 0; index -= 1) {
      const child = element.children[index];
      if (child?.kind === 'element') waiting.push({ element: child, depth: depth + 1 });
    }
  }
  return { kind: 'scanned', byId };
}

/** Links of editors' own name spaces and of `a` point somewhere but load nothing. */
function outsideReference(element: ElementNode): string | undefined {
  if (element.name.includes(':')) return undefined;
  for (const [name, value] of Object.entries(element.attributes)) {
    const isLink = name === 'href' || name === 'xlink:href' || name === 'src';
    if (isLink && element.name !== 'a' && !isInside(value)) return `${name}="${shorten(value)}"`;
    const url = outsideUrl(value);
    if (url !== undefined) return url;
  }
  if (element.name !== 'style') return undefined;
  const css = element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
  return /@import/i.test(css) ? '@import' : outsideUrl(css);
}

function outsideUrl(text: string): string | undefined {
  for (const [whole, address = ''] of text.matchAll(/url\(\s*["']?([^"')]*)/gi)) {
    if (!isInside(address)) return shorten(`${whole})`);
  }
  return undefined;
}

const isInside = (address: string): boolean =>
  /^\s*(#|data:image\/(png|jpeg|gif|webp)[;,])/i.test(address) || address.trim() === '';
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
