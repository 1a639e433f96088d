import type { Reporter } from '../base/diagnostics.ts';
import type { Place } from '../base/source.ts';
import type { StyledElement, StyledNode } from '../document/types.ts';
import { hasText, headerScope, listNumbering, meaningOf, spanOf } from './element-roles.ts';
import type { StructureRole, TagAttributes, TagId } from './types.ts';

/** An element of the tag tree to be. It comes into the file only when something of it is painted. */
export interface PlannedTag {
  readonly id: TagId;
  readonly role: StructureRole;
  readonly parent: PlannedTag | undefined;
  readonly children: PlannedTag[];
  readonly alt: string | undefined;
  readonly lang: string | undefined;
  readonly href: string | undefined;
  readonly attributes: TagAttributes;
  readonly place: Place | undefined;
  /** Row groups, rows and cells of a table that is there stand even when they are empty: it would have holes else. */
  readonly isCell: boolean;
}

/** Whom the text and pictures of an element belong to. */
type TagTarget =
  | { readonly kind: 'tag'; readonly tag: PlannedTag }
  | { readonly kind: 'artifact' }
  /** Text between blocks: each stretch is a paragraph of its own, in source order. */
  | { readonly kind: 'runs'; readonly tags: readonly PlannedTag[] };

export interface TagPlan {
  readonly root: PlannedTag;
  /** `StyledElement.id` → target. Anonymous boxes have the id of their parent. */
  readonly targets: ReadonlyMap<number, TagTarget>;
  /** `StyledElement.id` → the link it is in, itself included. */
  readonly links: ReadonlyMap<number, StyledElement>;
  /** `StyledElement.id` of the call of a footnote → of the footnote. */
  readonly calls: ReadonlyMap<number, number>;
  /** Ids of running elements. */
  readonly running: ReadonlySet<number>;
  /** `StyledElement.id` of inline content → opacity of the inline elements it is in, itself included; 1 is left out. */
  readonly fades: ReadonlyMap<number, number>;
}

/**
 * Gives each element of the styled tree its place in the tag tree, in source order. Running elements stand behind
 * everything else. Headings never skip a level (ISO 14289-1, 7.4.2): a deeper one is raised.
 */
export function planTags(root: StyledElement, lang: string, reporter: Reporter): TagPlan {
  const planner = createPlanner(reporter);
  const document = planner.add({ role: 'Document', parent: undefined, element: root });
  planner.container(root, document, { lang: root.attributes.lang ?? lang, link: undefined, fade: 1 });
  // Planning a running element may bring up further ones.
  for (let at = 0; at < planner.running.length; at += 1) {
    const { element, lang: own } = planner.running[at] ?? { element: root, lang };
    const isPlain = meaningOf(element).kind === 'transparent';
    const parent = isPlain ? planner.add({ role: 'Div', parent: document, element }) : document;
    planner.block(element, parent, { lang: own, link: undefined, fade: 1 });
  }
  return {
    root: document,
    targets: planner.targets,
    links: planner.links,
    calls: planner.calls,
    running: new Set(planner.running.map(({ element }) => element.id)),
    fades: planner.fades,
  };
}

interface Scene {
  readonly lang: string;
  readonly link: StyledElement | undefined;
  /** Opacity of the inline elements around. */
  readonly fade: number;
}

interface NewTag {
  readonly role: StructureRole;
  readonly parent: PlannedTag | undefined;
  readonly element: StyledElement;
  readonly alt?: string | undefined;
  readonly lang?: string | undefined;
  readonly href?: string | undefined;
  readonly attributes?: TagAttributes;
  readonly isCell?: boolean;
}

/** Where an inline element is planned. */
interface InlineInput {
  readonly parent: PlannedTag;
  readonly scene: Scene;
}

interface Planner {
  readonly targets: Map<number, TagTarget>;
  readonly links: Map<number, StyledElement>;
  readonly calls: Map<number, number>;
  readonly running: { readonly element: StyledElement; readonly lang: string }[];
  readonly fades: Map<number, number>;
  add(input: NewTag): PlannedTag;
  container(element: StyledElement, tag: PlannedTag, scene: Scene): void;
  block(element: StyledElement, parent: PlannedTag, scene: Scene): void;
}

/** Roles that hold other elements, not text: text in them stands in paragraphs. */
const GROUPS: ReadonlySet<StructureRole> = new Set(['Document', 'Art', 'Sect', 'Div', 'BlockQuote']);

/** Roles that are a stretch of text themselves: no paragraph stands in them. */
const LINE_ROLES: ReadonlySet<StructureRole> = new Set([
  ...(['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const),
  ...(['P', 'Span', 'Code', 'Quote', 'Lbl', 'Link'] as const),
]);

function createPlanner(reporter: Reporter): Planner {
  const targets = new Map<number, TagTarget>();
  const links = new Map<number, StyledElement>();
  const calls = new Map<number, number>();
  const running: { element: StyledElement; lang: string }[] = [];
  const fades = new Map<number, number>();
  let count = 0;
  let headingLevel = 0;

  const add: Planner['add'] = ({ role, parent, element, ...rest }) => {
    const tag: PlannedTag = {
      id: count,
      role,
      parent,
      children: [],
      alt: rest.alt,
      lang: rest.lang,
      href: rest.href,
      attributes: rest.attributes ?? {},
      place: element.place,
      isCell: rest.isCell ?? false,
    };
    count += 1;
    parent?.children.push(tag);
    return tag;
  };

  /** Enters an element: its language and link hold for what is in it. */
  const enter = (element: StyledElement, scene: Scene): Scene => {
    const link = element.name === 'a' && element.attributes.href !== undefined ? element : scene.link;
    if (link !== undefined) links.set(element.id, link);
    const lang = element.attributes.lang ?? scene.lang;
    return { lang, link, fade: scene.fade };
  };

  /** A block makes a group of its own opacity; an inline element hands it on to the text in it. */
  const enterInline = (element: StyledElement, scene: Scene): Scene => {
    const inside = { ...enter(element, scene), fade: scene.fade * element.style.opacity };
    if (inside.fade < 1) fades.set(element.id, inside.fade);
    return inside;
  };

  const ownLang = (element: StyledElement, scene: Scene): string | undefined => {
    const own = element.attributes.lang;
    return own === undefined || own === scene.lang ? undefined : own;
  };

  const markArtifact = (element: StyledElement, scene: Scene, isBlock = element.style.display !== 'inline'): void => {
    const inside = isBlock ? { ...enter(element, scene), fade: 1 } : enterInline(element, scene);
    targets.set(element.id, { kind: 'artifact' });
    const isFlex = element.style.display === 'flex';
    for (const child of element.children) {
      if (child.kind === 'element') markArtifact(child, inside, isFlex || child.style.display !== 'inline');
    }
  };

  const takeRunning = (element: StyledElement, scene: Scene): boolean => {
    if (element.style.position.kind !== 'running') return false;
    if (running.some((other) => other.element.id === element.id)) return false;
    running.push({ element, lang: scene.lang });
    return true;
  };

  /** All children of `element`, whose own text belongs to `tag` or, if that is a group, to paragraphs in it. */
  const container = (element: StyledElement, tag: PlannedTag, scene: Scene): void => {
    const isGroup = GROUPS.has(tag.role);
    const runs: PlannedTag[] = [];
    for (const part of partsOf(element)) {
      if (part.kind === 'block') {
        if (!takeRunning(part.element, scene)) block(part.element, tag, scene);
        continue;
      }
      let owner = tag;
      if (isGroup && hasText(part.nodes)) {
        owner = add({ role: 'P', parent: tag, element, lang: undefined });
      }
      // A stretch without text makes an anonymous box too when a picture stands in it.
      if (isGroup && part.isContent) runs.push(owner);
      for (const [index, node] of part.nodes.entries()) {
        // The marker of a list item is its label already.
        if (node.kind !== 'element' || targets.has(node.id)) continue;
        const next = part.nodes[index + 1];
        if (isFootnote(node)) note(node, { parent: owner, scene });
        else if (node.name === '::footnote-call' && next?.kind === 'element')
          call(node, next, { parent: owner, scene });
        else inline(node, owner, scene);
      }
    }
    targets.set(element.id, isGroup && runs.length > 0 ? { kind: 'runs', tags: runs } : { kind: 'tag', tag });
  };

  /** The call of a note leads to it: PDF 32000-1, 14.8.4.4. */
  const call = (element: StyledElement, note: StyledElement, input: InlineInput): void => {
    const { parent, scene } = input;
    const reference = add({ role: 'Reference', parent, element });
    calls.set(element.id, note.id);
    links.set(element.id, element);
    const tag = add({ role: 'Link', parent: reference, element });
    container(element, tag, enterInline(element, { ...scene, link: element }));
  };

  /** A note stands in the text where its call stands, with its number as label. */
  const note = (element: StyledElement, { parent, scene }: InlineInput): void => {
    const tag = add({ role: 'Note', parent, element, lang: ownLang(element, scene) });
    const inside = { ...enter(element, { ...scene, link: undefined }), fade: 1 };
    const [marker] = element.children;
    if (marker?.kind === 'element' && marker.name === '::footnote-marker') {
      container(marker, add({ role: 'Lbl', parent: tag, element: marker }), enterInline(marker, inside));
    }
    container(element, tag, inside);
  };

  const inline = (element: StyledElement, parent: PlannedTag, scene: Scene): void => {
    const meaning = meaningOf(element);
    if (meaning.kind === 'artifact') {
      markArtifact(element, scene);
      return;
    }
    if (meaning.kind === 'figure') {
      figure(element, parent, { alt: meaning.alt, scene });
      return;
    }
    const inside = enterInline(element, scene);
    const lang = ownLang(element, scene);
    let tag = parent;
    if (meaning.kind === 'text' && meaning.role !== 'P') {
      tag = add({ role: meaning.role, parent, element, lang, href: hrefOf(element) });
    } else if (lang !== undefined) {
      tag = add({ role: 'Span', parent, element, lang });
    }
    container(element, tag, inside);
  };

  const figure = (
    element: StyledElement,
    parent: PlannedTag,
    { alt, scene }: { readonly alt: string | undefined; readonly scene: Scene },
  ): void => {
    enter(element, scene);
    if (alt === undefined) reporter.report('output/figure-without-alt', element.place, { element: element.name });
    const tag = add({ role: 'Figure', parent, element, alt: alt ?? '', lang: ownLang(element, scene) });
    targets.set(element.id, { kind: 'tag', tag });
  };

  const block = (element: StyledElement, parent: PlannedTag, scene: Scene): void => {
    const meaning = meaningOf(element);
    const inside = { ...enter(element, scene), fade: 1 };
    const lang = ownLang(element, scene);
    switch (meaning.kind) {
      case 'artifact':
        markArtifact(element, scene);
        return;
      case 'figure':
        figure(element, parent, { alt: meaning.alt, scene });
        return;
      case 'heading': {
        headingLevel = Math.min(meaning.level, headingLevel + 1);
        container(element, add({ role: headingRole(headingLevel), parent, element, lang }), inside);
        return;
      }
      case 'list':
        list(element, add({ role: 'L', parent, element, lang, attributes: numberingOf(element) }), inside);
        return;
      case 'table':
        table(element, add({ role: 'Table', parent, element, lang }), inside);
        return;
      case 'group':
        container(element, add({ role: meaning.role, parent, element, lang }), inside);
        return;
      case 'text':
        textBlock(element, { role: meaning.role, parent, lang }, inside);
        return;
      case 'transparent':
        transparentBlock(element, parent, lang, inside);
        return;
    }
  };

  /** `p`, and inline elements that stand as blocks: `a` in a flex container is a paragraph with a link. */
  const textBlock = (
    element: StyledElement,
    input: { readonly role: StructureRole; readonly parent: PlannedTag; readonly lang: string | undefined },
    inside: Scene,
  ): void => {
    const { role, lang } = input;
    let { parent } = input;
    if (role !== 'P' && GROUPS.has(parent.role) && !holdsStructure(element) && hasText(element.children)) {
      parent = add({ role: 'P', parent, element });
    }
    container(element, add({ role, parent, element, lang, href: hrefOf(element) }), inside);
  };

  /** A `div` with nothing but text in it is a paragraph; one with blocks in it is not there. */
  const transparentBlock = (
    element: StyledElement,
    parent: PlannedTag,
    lang: string | undefined,
    inside: Scene,
  ): void => {
    if (element.name === 'figcaption' && parent.role === 'Div') {
      container(element, add({ role: 'Caption', parent, element, lang }), inside);
    } else if (!holdsBlocks(element) && hasText(element.children) && !LINE_ROLES.has(parent.role)) {
      container(element, add({ role: 'P', parent, element, lang }), inside);
    } else {
      container(element, lang === undefined ? parent : add({ role: 'Div', parent, element, lang }), inside);
    }
  };

  const list = (element: StyledElement, tag: PlannedTag, scene: Scene): void => {
    targets.set(element.id, { kind: 'tag', tag });
    let item: PlannedTag | undefined;
    for (const child of element.children) {
      if (child.kind !== 'element' || takeRunning(child, scene)) continue;
      if (meaningOf(child).kind === 'artifact') {
        markArtifact(child, scene);
        continue;
      }
      const inside = enter(child, scene);
      const lang = ownLang(child, scene);
      if (child.name === 'dt') {
        item = add({ role: 'LI', parent: tag, element: child, lang });
        container(child, add({ role: 'Lbl', parent: item, element: child }), inside);
        continue;
      }
      if (child.name !== 'dd' || item === undefined) item = add({ role: 'LI', parent: tag, element: child, lang });
      const marker = child.children[0];
      if (marker?.kind === 'element' && marker.name === '::marker') {
        enter(marker, inside);
        container(marker, add({ role: 'Lbl', parent: item, element: marker }), inside);
      }
      container(child, add({ role: 'LBody', parent: item, element: child }), inside);
    }
  };

  const table = (element: StyledElement, tag: PlannedTag, scene: Scene): void => {
    targets.set(element.id, { kind: 'tag', tag });
    const rows = (group: StyledElement, parent: PlannedTag, around: Scene): void => {
      for (const child of group.children) {
        if (child.kind === 'element') row(child, parent, around);
      }
    };
    const row = (child: StyledElement, parent: PlannedTag, around: Scene): void => {
      if (child.name !== 'tr') {
        block(child, parent, around);
        return;
      }
      const inside = enter(child, around);
      const rowTag = add({ role: 'TR', parent, element: child, lang: ownLang(child, around), isCell: true });
      targets.set(child.id, { kind: 'tag', tag: rowTag });
      const cells = child.children.flatMap((node) => (node.kind === 'element' ? [node] : []));
      for (const [index, cell] of cells.entries()) {
        const isHeader = cell.name === 'th';
        const scope = isHeader
          ? headerScope(cell, { inHead: parent.role === 'THead', isFirst: index === 0 })
          : undefined;
        const attributes: TagAttributes = {
          ...(scope === undefined ? {} : { scope }),
          colSpan: spanOf(cell, 'colspan'),
          rowSpan: spanOf(cell, 'rowspan'),
        };
        const role = isHeader ? 'TH' : 'TD';
        const lang = ownLang(cell, inside);
        const cellTag = add({ role, parent: rowTag, element: cell, lang, attributes, isCell: true });
        container(cell, cellTag, enter(cell, inside));
      }
    };
    for (const child of element.children) {
      if (child.kind !== 'element') continue;
      const role = TABLE_GROUPS[child.name];
      const inside = enter(child, scene);
      if (child.name === 'caption') {
        container(child, add({ role: 'Caption', parent: tag, element: child, lang: ownLang(child, scene) }), inside);
      } else if (role === undefined) {
        row(child, tag, scene);
      } else {
        const isCell = child.children.some((node) => node.kind === 'element' && node.name === 'tr');
        const group = add({ role, parent: tag, element: child, lang: ownLang(child, scene), isCell });
        targets.set(child.id, { kind: 'tag', tag: group });
        rows(child, group, inside);
      }
    }
  };

  return { targets, links, calls, running, fades, add, container, block };
}

const TABLE_GROUPS: Readonly<Record<string, StructureRole>> = { thead: 'THead', tbody: 'TBody', tfoot: 'TFoot' };

const HEADINGS = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const;
const headingRole = (level: number): StructureRole => HEADINGS[level - 1] ?? 'H6';

const hrefOf = (element: StyledElement): string | undefined =>
  element.name === 'a' ? element.attributes.href : undefined;

const numberingOf = (element: StyledElement): TagAttributes => ({
  listNumbering: element.name === 'dl' ? 'None' : listNumbering(element),
});

type Part =
  | { readonly kind: 'block'; readonly element: StyledElement }
  /** `isContent`: makes a line box. */
  | { readonly kind: 'run'; readonly nodes: readonly StyledNode[]; readonly isContent: boolean };

/** The children of an element as box generation sees them: blocks, and runs of inline content between them. */
function partsOf(element: StyledElement): readonly Part[] {
  const parts: Part[] = [];
  const isFlex = element.style.display === 'flex';
  let nodes: StyledNode[] = [];
  const endRun = (): void => {
    const isContent = nodes.some((node) => node.kind !== 'text' || node.text.trim() !== '');
    if (nodes.length > 0) parts.push({ kind: 'run', nodes, isContent });
    nodes = [];
  };
  for (const node of element.children) {
    if (node.kind === 'element' && node.style.position.kind === 'running') {
      // It has its place elsewhere and does not end the text around it.
      parts.push({ kind: 'block', element: node });
      continue;
    }
    const isBlock = node.kind === 'element' && !isInText(node) && (isFlex || isBlockLevel(node));
    if (isBlock) {
      endRun();
      parts.push({ kind: 'block', element: node });
    } else {
      nodes.push(node);
    }
  }
  endRun();
  return parts;
}

const isFootnote = ({ style }: StyledElement): boolean => style.float === 'footnote';

/** Stands in the text, whatever its own box is. */
const isInText = (element: StyledElement): boolean =>
  element.name === '::marker' || element.name === 'br' || element.name === '::footnote-call' || isFootnote(element);

/** Block-level itself, or an inline element that holds something block-level. CSS 2.2, section 9.2.1.1 */
function isBlockLevel(element: StyledElement): boolean {
  if (element.style.position.kind === 'running') return false;
  return element.style.display !== 'inline' || holdsBlocks(element);
}

/** Whether something in it has a block-level meaning, whatever its box is. */
function holdsStructure(element: StyledElement): boolean {
  return element.children.some((child) => {
    if (child.kind !== 'element') return false;
    const meaning = meaningOf(child);
    switch (meaning.kind) {
      case 'heading':
      case 'list':
      case 'table':
      case 'group':
        return true;
      case 'text':
        return meaning.role === 'P' || holdsStructure(child);
      case 'transparent':
        return holdsStructure(child);
      default:
        return false;
    }
  });
}

function holdsBlocks(element: StyledElement): boolean {
  return element.children.some((child) => child.kind === 'element' && isBlockLevel(child));
}
