import type { Color } from '../../base/color.ts';
import type { ElementNode } from '../../document/types.ts';

/** An inline drawing as a file of its own, for the picture library. `color` is its `currentColor`. */
export function writeSvg(root: ElementNode, color: Color): Uint8Array {
  const channel = (value: number): number => Math.round(value * 255);
  const attributes = {
    ...root.attributes,
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    color: `rgb(${channel(color.r)},${channel(color.g)},${channel(color.b)})`,
  };
  return new TextEncoder().encode(writeElement({ ...root, attributes }));
}

function writeElement(element: ElementNode): string {
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  const children = element.children
    .map((child) => (child.kind === 'text' ? escapeXml(child.text) : writeElement(child)))
    .join('');
  return `<${element.name}${attributes}>${children}</${element.name}>`;
}

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
