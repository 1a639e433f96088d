import type { Rect } from '../base/geometry.ts';
import type { StyledElement, StyledNode } from '../document/types.ts';
import type { Brush } from './canvas.ts';
import type { LinkTarget } from './types.ts';

/** The link an element is in, itself included, when areas count here: not in what is repeated. */
export function linkOf(brush: Brush, element: StyledElement): StyledElement | undefined {
  return brush.artifact === undefined ? brush.state.plan.links.get(element.id) : undefined;
}

export function addLinkArea(brush: Brush, link: StyledElement, rect: Rect): void {
  const target = brush.state.plan.targets.get(link.id);
  if (target === undefined || rect.width <= 0 || rect.height <= 0) return;
  const tag = target.kind === 'tag' ? target.tag : target.kind === 'runs' ? target.tags[0] : undefined;
  if (tag === undefined) return;
  const to = linkTarget(brush, link);
  if (to === undefined) return;
  brush.state.used.add(tag);
  brush.links.push({ rect, target: to, tag: tag.id, contents: describe(link) });
}

/** `undefined` when it leads to what is not there. */
function linkTarget({ state }: Brush, link: StyledElement): LinkTarget | undefined {
  const note = state.plan.calls.get(link.id);
  const { href } = link.attributes;
  if (note === undefined && href !== undefined && !href.startsWith('#')) return { kind: 'address', href };
  const place = note === undefined ? state.places.get((href ?? '').slice(1)) : state.notes.get(note);
  return place === undefined ? undefined : { kind: 'place', page: place.page - 1, at: { x: place.x, y: place.y } };
}

/** ISO 14289-1, 7.18.5: what the annotation says when it is read aloud. */
function describe(link: StyledElement): string {
  for (const given of [link.attributes['aria-label'], link.attributes.title, textOf(link.children)]) {
    const text = given?.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim() ?? '';
    if (text !== '') return text;
  }
  return link.attributes.href ?? '';
}

function textOf(nodes: readonly StyledNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'page-counter' || node.name === '::footnote-call' || node.style.float === 'footnote') return '';
      const alt = node.attributes.alt ?? node.attributes['aria-label'];
      return alt === undefined ? textOf(node.children) : ` ${alt} `;
    })
    .join('');
}
