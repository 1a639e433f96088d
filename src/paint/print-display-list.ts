import { assertNever } from '../base/assert-never.ts';
import type { Color } from '../base/color.ts';
import type { Path, Point, Rect } from '../base/geometry.ts';
import type { DisplayItem, DisplayList, LinkTarget, Owner, TagId, TagNode } from './types.ts';

/** A display list as stable text, one line an item, lengths to a hundredth of a point. */
export function printDisplayList(list: DisplayList): string {
  const lines = [`title ${JSON.stringify(list.title)} lang ${list.lang}`];
  for (const [index, page] of list.pages.entries()) {
    lines.push(`page ${index + 1} ${number(page.size.width)} × ${number(page.size.height)}`);
    for (const item of page.items) lines.push(...printItem(item, '  '));
    for (const link of page.links) {
      lines.push(
        `  link #${link.tag} ${rect(link.rect)} → ${linkTarget(link.target)} ${JSON.stringify(link.contents)}`,
      );
    }
  }
  for (const [index, picture] of list.pictures.entries()) {
    const { name, width, height, crop } = picture;
    lines.push(`picture ${index} ${name} ${number(width)} × ${number(height)} crop ${rect(crop)}`);
  }
  return `${lines.join('\n')}\n${printTags(list)}`;
}

/** The tag tree with the text that was painted for it: role, text, description, attributes, link target. */
export function printTags(list: DisplayList): string {
  const texts = new Map<TagId, string>();
  for (const page of list.pages) collectTexts(page.items, texts);
  const depths = new Map<TagId, number>();
  const lines = list.tags.map((tag) => {
    const depth = tag.parent === undefined ? 0 : (depths.get(tag.parent) ?? 0) + 1;
    depths.set(tag.id, depth);
    return `${'  '.repeat(depth)}${printTag(tag, texts.get(tag.id))}\n`;
  });
  return lines.join('');
}

function collectTexts(items: readonly DisplayItem[], texts: Map<TagId, string>): void {
  for (const item of items) {
    if (item.kind === 'group') collectTexts(item.items, texts);
    if (item.kind !== 'glyphs' || item.owner.kind !== 'tag') continue;
    texts.set(item.owner.id, (texts.get(item.owner.id) ?? '') + item.run.text);
  }
}

function printTag(tag: TagNode, text: string | undefined): string {
  const { scope, colSpan = 1, rowSpan = 1, listNumbering } = tag.attributes;
  return [
    tag.role,
    ...(text === undefined ? [] : [JSON.stringify(text)]),
    ...(tag.lang === undefined ? [] : [`lang=${tag.lang}`]),
    ...(tag.alt === undefined ? [] : [`alt=${JSON.stringify(tag.alt)}`]),
    ...(listNumbering === undefined ? [] : [`ListNumbering=${listNumbering}`]),
    ...(scope === undefined ? [] : [`Scope=${scope}`]),
    ...(colSpan > 1 ? [`ColSpan=${colSpan}`] : []),
    ...(rowSpan > 1 ? [`RowSpan=${rowSpan}`] : []),
    ...(tag.href === undefined ? [] : [`→ ${tag.href}`]),
  ].join(' ');
}

const number = (value: number): string => `${Math.round(value * 100) / 100 + 0}`;
const point = ({ x, y }: Point): string => `${number(x)},${number(y)}`;
const rect = ({ x, y, width, height }: Rect): string => [x, y, width, height].map(number).join(' ');

function linkTarget(target: LinkTarget): string {
  if (target.kind === 'address') return target.href;
  return `page ${target.page + 1} ${number(target.at.x)},${number(target.at.y)}`;
}

function owner(of: Owner): string {
  return of.kind === 'tag' ? `#${of.id}` : of.artifact;
}

function color({ r, g, b, alpha }: Color): string {
  const byte = (value: number): string =>
    Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${byte(r)}${byte(g)}${byte(b)}${alpha === 1 ? '' : `/${number(alpha)}`}`;
}

function path(commands: Path): string {
  return commands
    .map((command) => {
      if (command.kind === 'close') return 'Z';
      const points = command.kind === 'curve' ? [command.c1, command.c2, command.to] : [command.to];
      const letter = { move: 'M', line: 'L', curve: 'C' }[command.kind];
      return `${letter}${points.map(({ x, y }) => `${number(x)},${number(y)}`).join(' ')}`;
    })
    .join(' ');
}

function printItem(item: DisplayItem, indent: string): readonly string[] {
  switch (item.kind) {
    case 'fill':
      return [`${indent}fill ${owner(item.owner)} ${color(item.color)} ${item.rule} ${path(item.path)}`];
    case 'stroke': {
      const dash = item.dash.length === 0 ? '' : ` dash ${item.dash.map(number).join(' ')}`;
      return [
        `${indent}stroke ${owner(item.owner)} ${color(item.color)} ${number(item.width)} ${item.cap}${dash} ${path(item.path)}`,
      ];
    }
    case 'gradient': {
      const line = `${point(item.from)} to ${point(item.to)}`;
      const stops = item.stops.map((stop) => `${color(stop.color)} ${number(stop.offset)}`).join(', ');
      return [`${indent}gradient ${owner(item.owner)} ${line} (${stops}) ${item.rule} ${path(item.path)}`];
    }
    case 'tiles': {
      const step = `${number(item.step.width)} ${number(item.step.height)}`;
      return [
        `${indent}tiles ${owner(item.owner)} ${rect(item.tile)} step ${step} ${path(item.path)}`,
        ...item.items.flatMap((inner) => printItem(inner, `${indent}  `)),
      ];
    }
    case 'glyphs': {
      const { run, at } = item;
      const place = `${number(at.x)},${number(at.y)}`;
      return [
        `${indent}glyphs ${owner(item.owner)} ${color(item.color)} ${run.font} ${number(run.sizePt)} at ${place} ${JSON.stringify(run.text)}`,
      ];
    }
    case 'picture':
      return [`${indent}picture ${owner(item.owner)} ${item.request} ${rect(item.rect)} clip ${path(item.clip)}`];
    case 'drawing': {
      const matrix = item.matrix.map(number).join(' ');
      return [`${indent}drawing ${owner(item.owner)} ${matrix} clip ${path(item.clip)} nodes ${item.nodes.length}`];
    }
    case 'qr':
      return [
        `${indent}qr ${owner(item.owner)} ${rect(item.rect)} ${item.symbol.level} ${item.symbol.modules} ${item.value}`,
      ];
    case 'group': {
      const clip = item.clip === undefined ? '' : ` clip ${path(item.clip)}`;
      return [
        `${indent}group opacity ${number(item.opacity)}${clip}`,
        ...item.items.flatMap((inner) => printItem(inner, `${indent}  `)),
      ];
    }
    default:
      return assertNever(item);
  }
}
