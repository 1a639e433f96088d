import type { ProvenPart } from '../base/codes/proof.ts';
import type { Reporter } from '../base/diagnostics.ts';
import type { Place } from '../base/source.ts';
import { type Pt, toMm } from '../base/units.ts';
import { type Edges, intersect } from './edges.ts';
import type { PdfObject, PdfObjectKind, PdfPage } from './pdfium.ts';

/** Rounding in the file and in the reader. */
const TOLERANCE: Pt = 0.5;
/** More findings of one page say nothing new. */
const MAX_FINDINGS = 5;

export interface PageCheck {
  /** From 1. */
  readonly number: number;
  readonly safeDistance: Pt;
  /** The layout leaves it blank on purpose. */
  readonly isBlank: boolean;
  /** The article's line of a text that stands wrong. */
  readonly placeOf: (text: string) => Place | undefined;
  /** What was found on earlier pages: a footer that stands wrong on every page is one fault. */
  readonly found: Set<string>;
}

const PARTS: Readonly<Record<PdfObjectKind, ProvenPart>> = {
  text: 'text',
  image: 'picture',
  path: 'drawing',
  shading: 'drawing',
  form: 'drawing',
};

/** Whether the page holds something or is blank on purpose, nothing is cut off by its edge, and nothing that matters is too near to it. */
export function checkPage(page: PdfPage, check: PageCheck, reporter: Reporter): boolean {
  if (!check.isBlank && !page.objects.some((object) => !object.isArtifact())) {
    reporter.report('proof/blank-page', check.placeOf(''), { page: check.number });
    return false;
  }
  let findings = 0;
  const judge = (bounds: Edges, what: ProvenPart, text: () => string): void => {
    const distance = distanceToEdge(bounds, page);
    if (distance >= check.safeDistance - TOLERANCE || findings >= MAX_FINDINGS) return;
    findings += 1;
    const shown = shorten(text());
    const key = `${what} ${shown}`;
    if (check.found.has(key)) return;
    check.found.add(key);
    const place = check.placeOf(shown);
    const at = { page: check.number, what, text: shown };
    if (distance < -TOLERANCE) reporter.report('proof/outside-page', place, at);
    else {
      const distanceMm = oneDecimal(Math.max(0, toMm(distance)));
      reporter.report('proof/near-edge', place, { ...at, distanceMm, safeMm: oneDecimal(toMm(check.safeDistance)) });
    }
  };
  for (const object of page.objects) {
    if (isSafe(object.bounds, page, check.safeDistance) || mayBleed(object)) continue;
    const visible = visibleBounds(object);
    if (visible !== undefined) judge(visible, PARTS[object.kind], object.text);
  }
  for (const link of page.links) judge(link.bounds, 'link', () => link.href);
  return findings === 0;
}

const isSafe = (bounds: Edges, page: PdfPage, safeDistance: Pt): boolean =>
  distanceToEdge(bounds, page) >= safeDistance - TOLERANCE;

/** Everything but text may stand anywhere when it is decoration: text near an edge is cut off whatever it means. */
const mayBleed = (object: PdfObject): boolean => object.kind !== 'text' && object.isArtifact();

/** `undefined` when nothing of it is seen: clipped away, or an empty text. */
function visibleBounds(object: PdfObject): Edges | undefined {
  const clip = object.kind === 'text' ? undefined : object.clip();
  const seen = clip === undefined ? object.bounds : intersect(object.bounds, clip);
  if (seen.right < seen.left || seen.bottom < seen.top) return undefined;
  return object.kind === 'text' && object.text().trim() === '' ? undefined : seen;
}

/** Negative: it reaches past the edge. */
function distanceToEdge(bounds: Edges, page: PdfPage): Pt {
  return Math.min(bounds.left, bounds.top, page.width - bounds.right, page.height - bounds.bottom);
}

const oneDecimal = (value: number): string => (Math.floor(value * 10) / 10).toFixed(1);

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}
