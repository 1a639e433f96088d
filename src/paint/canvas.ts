import type { PictureRequest, Replaced } from '../asset/types.ts';
import { assertNever } from '../base/assert-never.ts';
import type { Rect } from '../base/geometry.ts';
import type { StyledElement } from '../document/types.ts';
import type { TargetPlace } from '../layout/pages/target-places.ts';
import type { Fragment } from '../layout/types.ts';
import type { Slice } from './background/slices.ts';
import type { Layer } from './layers.ts';
import type { PlannedTag, TagPlan } from './tag-plan.ts';
import type { ArtifactKind, LinkArea, Owner } from './types.ts';

/** What painting a document collects across its pages. */
export interface PaintState {
  readonly plan: TagPlan;
  /** Whose background fills the page area. */
  readonly canvas: StyledElement | undefined;
  /** Tags that something was painted for. */
  readonly used: Set<PlannedTag>;
  /** Where a figure shows first: page (index) and box. */
  readonly boxes: Map<PlannedTag, { readonly page: number; readonly rect: Rect }>;
  /** `id` → where links to it lead. */
  readonly places: ReadonlyMap<string, TargetPlace>;
  /** `StyledElement.id` of a footnote → where it begins. */
  readonly notes: ReadonlyMap<number, TargetPlace>;
  /** Address → background picture. */
  readonly backgrounds: ReadonlyMap<string, Replaced>;
  /** Of a fragment of a cut box with background pictures. */
  readonly sliceOf: (fragment: Fragment) => Slice | undefined;
  /** Opacity of what is between a positioned box and its containing block. */
  readonly outerFade: (element: StyledElement, block: StyledElement) => number;
  readonly pictures: PictureRequest[];
  readonly pictureKeys: Map<string, number>;
  /** Element id → how many of its anonymous paragraphs have begun. */
  readonly begun: Map<number, number>;
}

/** Where painting stands. */
export interface Brush {
  readonly state: PaintState;
  /** Index. */
  readonly page: number;
  readonly layer: Layer;
  readonly links: LinkArea[];
  /** Set where all is decoration: repeated heads, repeated running elements, page numbers. */
  readonly artifact: ArtifactKind | undefined;
  /** In a margin box, outside of any running element: a running element met here is content. */
  readonly isMargin: boolean;
  /** The link whose area has been taken already. */
  readonly link: number | undefined;
}

export function artifactOwner(brush: Brush): Owner {
  return { kind: 'artifact', artifact: brush.artifact ?? 'Layout' };
}

/** Whom content of an element belongs to. `run`: which of its anonymous paragraphs, where there are several. */
export function ownerOf(brush: Brush, elementId: number, run: number): Owner {
  if (brush.artifact !== undefined) return artifactOwner(brush);
  const target = brush.state.plan.targets.get(elementId);
  if (target === undefined) return { kind: 'artifact', artifact: 'Pagination' };
  switch (target.kind) {
    case 'artifact':
      return artifactOwner(brush);
    case 'tag':
      return tagOwner(brush, target.tag);
    case 'runs': {
      const tag = target.tags[Math.min(run, target.tags.length - 1)];
      return tag === undefined ? artifactOwner(brush) : tagOwner(brush, tag);
    }
    default:
      return assertNever(target);
  }
}

function tagOwner(brush: Brush, tag: PlannedTag): Owner {
  brush.state.used.add(tag);
  return { kind: 'tag', id: tag.id };
}

/** Remembers where a figure lies, on the page where it shows first. */
export function noteBox(brush: Brush, elementId: number, rect: Rect): void {
  const target = brush.state.plan.targets.get(elementId);
  if (brush.artifact !== undefined || target?.kind !== 'tag' || target.tag.role !== 'Figure') return;
  if (!brush.state.boxes.has(target.tag)) brush.state.boxes.set(target.tag, { page: brush.page, rect });
}

export function offsetRect(rect: Rect, x: number, y: number): Rect {
  return { x: rect.x + x, y: rect.y + y, width: rect.width, height: rect.height };
}

export function unionRect(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** The part that both share; `undefined` when they share none. */
export function intersectRect(a: Rect, b: Rect): Rect | undefined {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
