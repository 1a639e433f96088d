import { readXml } from './read-xml.ts';
import { readViewport } from './viewport.ts';

/** Natural size in CSS pixels of an SVG file that was read before; 300 × 150 when it has none. */
export function svgPixelSize(bytes: Uint8Array): { readonly widthPx: number; readonly heightPx: number } {
  const xml = readXml(bytes);
  const viewport = xml.kind === 'tree' ? readViewport(xml.root) : undefined;
  if (viewport === undefined) return { widthPx: 300, heightPx: 150 };
  return { widthPx: viewport.natural.width / 0.75, heightPx: viewport.natural.height / 0.75 };
}
