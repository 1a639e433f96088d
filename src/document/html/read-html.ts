import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Reporter } from '../../base/diagnostics.ts';
import { nearestName } from '../../base/nearest-name.ts';
import type { Place } from '../../base/source.ts';
import { checkLinkAddress } from '../../config/web-address.ts';
import { PLACE_ATTRIBUTE, takeMarks } from '../../template/marks.ts';
import type { MergedHtml } from '../../template/types.ts';
import type { ElementNode, TextNode, TextPlace, TreeNode } from '../types.ts';
import { isKnownAttribute, knownElementSet, knownElements, refusedElements } from './known-html.ts';
import { parseHtml, placeOfAttributes } from './parse-html.ts';

/** Elements may be nested this deep. */
export const MAX_DEPTH = 200;

export interface ReadHtml {
  readonly root: ElementNode;
  readonly title: string;
  /** `<style>` elements, in document order. */
  readonly styles: readonly ElementNode[];
}

interface Reading {
  readonly merged: MergedHtml;
  readonly reporter: Reporter;
  readonly styles: ElementNode[];
  title: string | undefined;
}

type ParsedElement = DefaultTreeAdapterTypes.Element;
type ParsedChild = DefaultTreeAdapterTypes.ChildNode;

/** HTML to a tree: marks undone, what has no place on paper left out and reported. */
export function readHtml(merged: MergedHtml, reporter: Reporter): ReadHtml {
  const document = parseHtml(merged, reporter);
  const html = document.childNodes.find((node) => node.nodeName === 'html');
  if (html === undefined || !isElement(html)) throw new Error('An HTML parser always makes <html>');
  const reading: Reading = { merged, reporter, styles: [], title: undefined };
  const root = readElement(reading, html, undefined, 0);
  return { root, title: reading.title ?? '', styles: reading.styles };
}

function isElement(node: ParsedChild): node is ParsedElement {
  return 'tagName' in node;
}

function isText(node: ParsedChild): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

function readElement(
  reading: Reading,
  element: ParsedElement,
  outer: Place | undefined,
  depth: number,
  insideSvg = false,
): ElementNode {
  const name = element.tagName;
  const place = placeOfContent(element, reading) ?? placeOfAttributes(element.attrs, reading.merged) ?? outer;
  const isSvg = insideSvg || name === 'svg';
  if (!isSvg) reportElement(reading, name, place);
  const node: ElementNode = {
    kind: 'element',
    name,
    attributes: readAttributes(reading, element, place, isSvg),
    children: readChildren(reading, element, place, depth, isSvg),
    place,
  };
  if (isSvg) return node;
  if (name === 'title') reading.title ??= textOf(node).replace(/\s+/g, ' ').trim();
  if (name === 'style') reading.styles.push(node);
  if (name === 'link') reportLink(reading, node);
  return node;
}

/** The attribute that says what a replaced element shows. */
const CONTENT_ATTRIBUTES: Readonly<Record<string, string>> = { img: 'src', 'qr-code': 'value' };

/** A picture or a QR code is the matter of the article's or the brand's line that names it, not of the layout. */
function placeOfContent({ tagName, attrs }: ParsedElement, { merged }: Reading): Place | undefined {
  const name = CONTENT_ATTRIBUTES[tagName];
  const value = attrs.find((attribute) => attribute.name === name)?.value ?? '';
  const mark = takeMarks(value).spans.find((span) => span.mark !== undefined)?.mark;
  return mark === undefined ? undefined : merged.marks[mark];
}

function textOf(node: ElementNode): string {
  return node.children.map((child) => (child.kind === 'text' ? child.text : textOf(child))).join('');
}

function readChildren(
  reading: Reading,
  element: ParsedElement,
  place: Place | undefined,
  depth: number,
  insideSvg: boolean,
): readonly TreeNode[] {
  const children: TreeNode[] = [];
  for (const child of element.childNodes) {
    if (isText(child)) {
      children.push(readText(reading, child.value, place));
      continue;
    }
    if (!isElement(child)) continue;
    if (refusedElements.has(child.tagName) && !insideSvg) {
      reading.reporter.report('document/refused-element', placeOfAttributes(child.attrs, reading.merged) ?? place, {
        element: child.tagName,
      });
    } else if (depth >= MAX_DEPTH) {
      reading.reporter.report('document/too-deep', placeOfAttributes(child.attrs, reading.merged) ?? place, {
        limit: MAX_DEPTH,
      });
    } else {
      children.push(readElement(reading, child, place, depth + 1, insideSvg));
    }
  }
  return children;
}

function readText(reading: Reading, value: string, place: Place | undefined): TextNode {
  const { text, spans } = takeMarks(value);
  const places: TextPlace[] = [];
  if (place !== undefined && spans[0]?.start !== 0) places.push({ start: 0, place });
  for (const span of spans) {
    if (span.start === text.length && text !== '') continue;
    places.push({
      start: span.start,
      place: span.mark === undefined ? place : (reading.merged.marks[span.mark] ?? place),
    });
  }
  return { kind: 'text', text, places };
}

function readAttributes(
  reading: Reading,
  element: ParsedElement,
  place: Place | undefined,
  isSvg: boolean,
): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const { name, value, prefix } of element.attrs) {
    if (name === PLACE_ATTRIBUTE) continue;
    if (!isSvg && element.tagName === 'a' && name === 'href' && !mayLeadTo(reading, takeMarks(value).text, place))
      continue;
    const isAllowed = isSvg ? !/^on/i.test(name) : isKnownAttribute(element.tagName, name);
    if (isAllowed)
      attributes[prefix === undefined || prefix === '' ? name : `${prefix}:${name}`] = takeMarks(value).text;
    else if (isSvg || knownElementSet.has(element.tagName)) {
      reading.reporter.report('document/unknown-attribute', place, { attribute: name, element: element.tagName });
    }
  }
  return attributes;
}

/**
 * Whatever names it, a link leads to http, https, mailto or tel, or to an element of the same page: a reader's program
 * would run or open anything else.
 */
function mayLeadTo(reading: Reading, href: string, place: Place | undefined): boolean {
  if (/^#./.test(href) || checkLinkAddress(href).kind === 'address') return true;
  reading.reporter.report('document/refused-link', place, { href });
  return false;
}

function reportElement(reading: Reading, name: string, place: Place | undefined): void {
  if (knownElementSet.has(name)) return;
  reading.reporter.report('document/unknown-element', place, {
    element: name,
    nearest: nearestName(name, knownElements),
  });
}

/** The layout's own `style.css` comes with the merge; a `<link>` to it is there for browsers. */
function reportLink(reading: Reading, link: ElementNode): void {
  const { rel = '', href = '' } = link.attributes;
  if (!/(?:^|\s)stylesheet(?:\s|$)/i.test(rel)) return;
  const isOutside = /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(href) || /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(href);
  if (isOutside) reading.reporter.report('document/remote-stylesheet', link.place, { href });
}
