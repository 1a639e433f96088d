import type { Assets } from '../asset/types.ts';
import type { Reporter } from '../base/diagnostics.ts';
import type { StyledElement } from '../document/types.ts';
import { nearestId, type TargetPlace, targetPlaces } from '../layout/pages/target-places.ts';
import type { Page, PagedDocument } from '../layout/types.ts';
import { createSlices } from './background/slices.ts';
import type { Brush, PaintState } from './canvas.ts';
import { contextItems, createLayer } from './layers.ts';
import { createOuterFades } from './outer-fades.ts';
import { canvasElement, paintCanvas } from './paint-canvas.ts';
import { paintFragment } from './paint-fragment.ts';
import { type PlannedTag, planTags, type TagPlan } from './tag-plan.ts';
import type { DisplayList, DisplayPage, LinkArea, TagNode } from './types.ts';

/** Fragments to a display list with its tag tree (contract 4). Pure: pictures are asked for, not read. */
export function paintDocument(paged: PagedDocument, assets: Assets, reporter: Reporter): DisplayList {
  const plan = planTags(paged.root, paged.lang, reporter);
  const places = linkPlaces(paged, plan, reporter);
  const state: PaintState = {
    plan,
    canvas: canvasElement(paged.root),
    used: new Set(),
    boxes: new Map(),
    places,
    notes: notePlaces(paged),
    backgrounds: assets.backgrounds,
    sliceOf: createSlices(paged),
    outerFade: createOuterFades(paged.root),
    pictures: [],
    pictureKeys: new Map(),
    begun: new Map(),
  };
  const pages = paged.pages.map((page, index) => paintPage(state, page, index));
  return {
    title: paged.title,
    lang: paged.lang,
    pages,
    tags: usedTags(plan.root, state),
    pictures: state.pictures,
  };
}

/** Where the links inside the document lead. */
function linkPlaces(paged: PagedDocument, { links }: TagPlan, reporter: Reporter): PaintState['places'] {
  const wanted = new Map<string, StyledElement>();
  for (const link of links.values()) {
    const { href } = link.attributes;
    if (href?.startsWith('#') === true && !wanted.has(href.slice(1))) wanted.set(href.slice(1), link);
  }
  if (wanted.size === 0) return new Map();
  const pages = paged.pages.map(({ number, flow, footnotes, marginBoxes }) => ({
    number,
    fragments: [...(flow === undefined ? [] : [flow]), ...(footnotes === undefined ? [] : [footnotes]), ...marginBoxes],
  }));
  const places = targetPlaces(paged.root, pages, new Set(wanted.keys()));
  for (const [id, link] of wanted) {
    if (places.has(id)) continue;
    reporter.report('layout/unknown-target', link.place, { id, nearest: nearestId(paged.root, id) });
  }
  return places;
}

/** Where notes begin, by `StyledElement.id`. */
function notePlaces({ pages }: PagedDocument): PaintState['notes'] {
  const places = new Map<number, TargetPlace>();
  for (const { number, footnotes } of pages) {
    if (footnotes === undefined) continue;
    for (const { element, rect } of footnotes.children) {
      const place = { page: number, x: footnotes.rect.x + rect.x, y: footnotes.rect.y + rect.y };
      if (!places.has(element.id)) places.set(element.id, place);
    }
  }
  return places;
}

function paintPage(state: PaintState, page: Page, index: number): DisplayPage {
  const layer = createLayer();
  const links: LinkArea[] = [];
  const brush: Brush = { state, page: index, layer, links, artifact: undefined, isMargin: false, link: undefined };
  paintCanvas(brush, page);
  layer.own = layer.boxes.length;
  if (page.flow !== undefined) paintFragment(brush, page.flow, { x: 0, y: 0 });
  if (page.footnotes !== undefined) paintFragment(brush, page.footnotes, { x: 0, y: 0 });
  // A margin box is furniture of the page; only a running element in it can be content.
  const margin: Brush = { ...brush, artifact: 'Pagination', isMargin: true };
  for (const box of page.marginBoxes) paintFragment(margin, box, { x: 0, y: 0 });
  return { size: page.size, items: contextItems(layer), links };
}

/** What was painted, with all that is above it, and the cells without which a table would have holes. */
function usedTags(root: PlannedTag, state: PaintState): readonly TagNode[] {
  const kept = new Set<PlannedTag>([root]);
  for (const tag of state.used) {
    for (let at: PlannedTag | undefined = tag; at !== undefined && !kept.has(at); at = at.parent) kept.add(at);
  }
  const nodes: TagNode[] = [];
  const visit = (tag: PlannedTag, order: number): void => {
    nodes.push(nodeOf(tag, order, state));
    const children = tag.children.filter((child) => kept.has(child) || child.isCell);
    for (const [index, child] of children.entries()) visit(child, index);
  };
  visit(root, 0);
  return nodes;
}

function nodeOf(tag: PlannedTag, order: number, state: PaintState): TagNode {
  const box = state.boxes.get(tag);
  return {
    id: tag.id,
    role: tag.role,
    parent: tag.parent?.id,
    order,
    ...(tag.alt === undefined ? {} : { alt: tag.alt }),
    ...(tag.lang === undefined ? {} : { lang: tag.lang }),
    ...(tag.href === undefined ? {} : { href: tag.href }),
    attributes: box === undefined ? tag.attributes : { ...tag.attributes, bbox: box.rect, page: box.page },
    ...(tag.place === undefined ? {} : { place: tag.place }),
  };
}
