import type { Reporter } from '../../base/diagnostics.ts';
import type { Rect } from '../../base/geometry.ts';
import { type Pt, toMm } from '../../base/units.ts';
import type { Line } from '../../text/types.ts';
import { GOOD_MODULE, LEAST_MODULE } from '../replaced/qr-symbol.ts';
import type { Fragment, Page } from '../types.ts';

/** Less than this over an edge is rounding, or the empty part of a line. */
const SLACK: Pt = 0.5;

/** Rounded up to a tenth, so that a message never says that 50 mm do not fit in 50 mm. */
const upMm = (points: Pt): number => Math.ceil(toMm(points) * 10 - 1e-6) / 10;
const downMm = (points: Pt): number => Math.floor(toMm(points) * 10 + 1e-6) / 10;

interface Walk {
  readonly reporter: Reporter;
  readonly page: Page;
  /** Of the page area, or of the margin box that is walked through. */
  readonly area: Rect;
  readonly isMarginBox: boolean;
  /** In something that is moved to a place of its own: it must only stay on the sheet. */
  readonly isPositioned: boolean;
  readonly told: Set<string>;
}

/** A fragment in page coordinates. */
interface At {
  readonly fragment: Fragment;
  readonly x: Pt;
  readonly y: Pt;
  /** What `overflow: hidden` leaves to see. */
  readonly clip: Rect | undefined;
  /** The outermost ancestor that is higher than its area, or this one. */
  readonly tall: Fragment | undefined;
}

/** Reports what stands where it cannot be seen or read, and QR symbols that are too small. */
export function checkPages(pages: readonly Page[], reporter: Reporter): void {
  const told = new Set<string>();
  for (const page of pages) {
    const { area, flow, footnotes } = page;
    for (const fragment of [flow, footnotes]) {
      if (fragment === undefined) continue;
      const { x, y } = fragment.rect;
      const scene: Walk = { reporter, page, area, isMarginBox: false, isPositioned: false, told };
      walk({ fragment, x, y, clip: undefined, tall: undefined }, scene);
    }
    for (const box of page.marginBoxes) {
      const scene: Walk = { reporter, page, area: box.rect, isMarginBox: true, isPositioned: false, told };
      walk({ fragment: box, x: box.rect.x, y: box.rect.y, clip: undefined, tall: undefined }, scene);
    }
  }
}

function walk(at: At, around: Walk): void {
  const { fragment, x, y } = at;
  const scene = around.isPositioned || !isMoved(fragment) ? around : onSheet(around);
  const isTall = at.tall === undefined && fragment.rect.height > scene.area.height + SLACK && fragment.isFirst;
  const tall = isTall ? fragment : at.tall;
  const clip = clipOf(at);
  const inside: At = { fragment, x, y, clip, tall };
  for (const line of fragment.lines) checkLine(inside, line, scene);
  if (fragment.content !== undefined) checkContent({ ...inside, clip: at.clip }, scene);
  const walkInto = (child: Fragment): void =>
    walk({ fragment: child, x: x + child.rect.x, y: y + child.rect.y, clip, tall }, scene);
  for (const child of fragment.children) walkInto(child);
  for (const atom of fragment.atoms) walkInto(atom);
  for (const child of fragment.positioned ?? []) walkInto(child);
}

function isMoved({ element, anonymous }: Fragment): boolean {
  const { position, inset } = element.style;
  if (anonymous || position.kind === 'static' || position.kind === 'running') return false;
  if (position.kind === 'absolute') return true;
  return [inset.top, inset.right, inset.bottom, inset.left].some((side) => side !== 'auto');
}

const onSheet = (scene: Walk): Walk => ({
  ...scene,
  area: { x: 0, y: 0, ...scene.page.size },
  isMarginBox: false,
  isPositioned: true,
});

function clipOf({ fragment, x, y, clip }: At): Rect | undefined {
  if (fragment.anonymous || fragment.element.style.overflow !== 'hidden') return clip;
  const { border, rect } = fragment;
  const left = Math.max(x + border.left, clip?.x ?? Number.NEGATIVE_INFINITY);
  const top = Math.max(y + border.top, clip?.y ?? Number.NEGATIVE_INFINITY);
  const right = Math.min(x + rect.width - border.right, clip === undefined ? Infinity : clip.x + clip.width);
  const bottom = Math.min(y + rect.height - border.bottom, clip === undefined ? Infinity : clip.y + clip.height);
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function checkLine(at: At, line: Line, scene: Walk): void {
  const { fragment, x, y, clip } = at;
  const { border, padding, rect } = fragment;
  const contentX = x + border.left + padding.left;
  const contentWidth = rect.width - border.left - border.right - padding.left - padding.right;
  const left = contentX + line.start;
  const top = y + border.top + padding.top + line.top;
  const extent: Rect = { x: left, y: top, width: line.width, height: line.height };
  if (line.items.length === 0) return;
  if (isClipped(extent, top + line.baseline, clip)) tell(at, scene, 'layout/clipped', extent);
  else if (scene.isMarginBox) checkMarginBox(at, extent, scene);
  else if (scene.isPositioned && overEdge(extent, scene.area) > SLACK) tell(at, scene, 'layout/off-page', extent);
  else if (bottomOf(extent) > bottomOf(scene.area) + SLACK) tell(at, scene, 'layout/no-room', extent);
  else if (left < -SLACK || rightOf(extent) > scene.page.size.width + SLACK) tell(at, scene, 'layout/overflow', extent);
  else if (line.start + line.width > contentWidth + SLACK) tell(at, scene, 'layout/overflow-inside', extent);
}

const bottomOf = (rect: Rect): Pt => rect.y + rect.height;
const rightOf = (rect: Rect): Pt => rect.x + rect.width;

/** How far a rectangle stands out of an area, on the side where it does most. */
const overEdge = (rect: Rect, area: Rect): Pt =>
  Math.max(area.x - rect.x, area.y - rect.y, rightOf(rect) - rightOf(area), bottomOf(rect) - bottomOf(area));

const isBeside = (rect: Rect, area: Rect): boolean =>
  rect.x >= rightOf(area) || rightOf(rect) <= area.x || rect.y >= bottomOf(area) || bottomOf(rect) <= area.y;

function isClipped(extent: Rect, baseline: Pt, clip: Rect | undefined): boolean {
  if (clip === undefined) return false;
  return (
    baseline > bottomOf(clip) + SLACK ||
    baseline < clip.y ||
    rightOf(extent) > rightOf(clip) + SLACK ||
    extent.x < clip.x - SLACK
  );
}

function checkContent(at: At, scene: Walk): void {
  const { content } = at.fragment;
  // Drawings may run over an edge on purpose; what bleeds is the business of the proof.
  if (content === undefined || content.replaced.kind === 'drawing') return;
  const { clip, object, replaced } = content;
  const seen = replaced.kind === 'qr' ? object : clip;
  const extent: Rect = { ...seen, x: at.x + seen.x, y: at.y + seen.y };
  if (replaced.kind === 'qr') checkQr(at, scene);
  if (scene.isMarginBox) checkMarginBox(at, extent, scene);
  else if (scene.isPositioned) {
    // Pictures may run over the edge on purpose, but not stand beside the sheet.
    const isLost = replaced.kind === 'qr' ? overEdge(extent, scene.area) > SLACK : isBeside(extent, scene.area);
    if (isLost) tell(at, scene, 'layout/off-page', extent);
  } else if (bottomOf(extent) > bottomOf(scene.area) + SLACK) tell(at, scene, 'layout/no-room', extent);
  else if (replaced.kind === 'qr' && (extent.x < -SLACK || rightOf(extent) > scene.page.size.width + SLACK)) {
    tell(at, scene, 'layout/overflow', extent);
  }
}

function checkQr({ fragment }: At, { reporter }: Walk): void {
  const content = fragment.content;
  if (content?.replaced.kind !== 'qr') return;
  const { modules } = content.replaced.symbols[content.symbol];
  const module = content.object.width / modules;
  if (module >= GOOD_MODULE - 1e-6) return;
  const data = {
    moduleMm: Math.floor(toMm(module) * 100 + 1e-6) / 100,
    modules,
    characters: content.replaced.value.length,
  };
  const code = module < LEAST_MODULE - 1e-6 ? 'layout/qr-too-small' : 'layout/qr-small-modules';
  reporter.report(code, fragment.element.place, data);
}

/** Content of a margin box must stay inside it: everything around it belongs to someone else. */
function checkMarginBox(at: At, extent: Rect, scene: Walk): void {
  const { area } = scene;
  const isInside =
    extent.x >= area.x - SLACK &&
    rightOf(extent) <= rightOf(area) + SLACK &&
    extent.y >= area.y - SLACK &&
    bottomOf(extent) <= bottomOf(area) + SLACK;
  if (!isInside) tell(at, scene, 'layout/margin-box-overflow', extent);
}

type SpaceCode =
  | 'layout/no-room'
  | 'layout/off-page'
  | 'layout/overflow'
  | 'layout/overflow-inside'
  | 'layout/clipped'
  | 'layout/margin-box-overflow';

/** Each element once for each code. */
function tell(at: At, scene: Walk, code: SpaceCode, extent: Rect): void {
  const element = (code === 'layout/no-room' ? (at.tall ?? at.fragment) : at.fragment).element;
  const key = `${code} ${element.id}`;
  if (scene.told.has(key)) return;
  scene.told.add(key);
  const { reporter, area, page } = scene;
  const what = element.name;
  switch (code) {
    case 'layout/no-room': {
      const height = at.tall?.rect.height ?? extent.height;
      reporter.report(code, element.place, {
        element: what,
        heightMm: upMm(height),
        availableMm: downMm(area.height),
      });
      return;
    }
    case 'layout/off-page':
      reporter.report(code, element.place, {
        element: what,
        overMm: upMm(overEdge(extent, area)),
        page: page.number,
      });
      return;
    case 'layout/overflow':
    case 'layout/overflow-inside':
      reporter.report(code, element.place, { element: what, widthMm: upMm(extent.width), page: page.number });
      return;
    case 'layout/clipped':
      reporter.report(code, element.place, { element: what, page: page.number });
      return;
    case 'layout/margin-box-overflow':
      reporter.report(code, element.place, {
        element: what,
        page: page.number,
        widthMm: downMm(area.width),
        heightMm: downMm(area.height),
      });
      return;
  }
}
