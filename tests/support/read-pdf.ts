import {
  nameOf,
  numberOf,
  openPdf,
  type PdfEntries,
  PdfLexer,
  type PdfObject,
  type PdfObjects,
  textOf,
} from './pdf-objects.ts';

/** The structure of a finished file, read from its bytes alone: nothing of the display list is known here. */
export interface StructureNode {
  readonly role: string;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly lang: string | undefined;
  /** Of all attribute owners: `Scope` → `Column`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Addresses of the link annotations of this element. */
  readonly targets: readonly string[];
  /** Text and elements in the order of the tree. */
  readonly children: readonly (StructureNode | string)[];
}

export interface ReadPdf {
  readonly objects: PdfObjects;
  readonly root: StructureNode;
  readonly lang: string | undefined;
  readonly pageCount: number;
  readonly info: Readonly<Record<string, string>>;
  readonly xmp: string;
  /** Text in artifacts, page after page. */
  readonly artifacts: string;
  readonly links: readonly { readonly page: number; readonly target: string; readonly contents: string }[];
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = openPdf(bytes);
  const catalog = objects.entriesOf(objects.trailer.get('Root'));
  const pages = pageRefs(objects, catalog.get('Pages'));
  const texts = new Map<string, string>();
  let artifacts = '';
  const links: { page: number; target: string; contents: string }[] = [];
  for (const [index, page] of pages.entries()) {
    const entries = objects.entriesOf(page);
    const reader = createContentReader(objects, texts);
    reader.read(objects.dataOf(entries.get('Contents')), objects.entriesOf(entries.get('Resources')), `${page.id}`);
    artifacts += reader.artifacts();
    for (const annotation of objects.itemsOf(entries.get('Annots'))) {
      const link = objects.entriesOf(annotation);
      links.push({ page: index, target: targetOf(objects, link), contents: textOf(link.get('Contents')) ?? '' });
    }
  }
  const tree = objects.entriesOf(catalog.get('StructTreeRoot'));
  const [top] = objects.itemsOf(tree.get('K'));
  return {
    objects,
    root: readNode(objects, top, texts),
    lang: textOf(catalog.get('Lang')),
    pageCount: pages.length,
    info: readInfo(objects),
    xmp: Buffer.from(objects.dataOf(catalog.get('Metadata'))).toString('utf8'),
    artifacts,
    links,
  };
}

type Ref = Extract<PdfObject, { kind: 'ref' }>;

function pageRefs(objects: PdfObjects, pages: PdfObject | undefined): readonly Ref[] {
  return objects.itemsOf(objects.entriesOf(pages).get('Kids')).filter((kid): kid is Ref => kid.kind === 'ref');
}

function readInfo(objects: PdfObjects): Readonly<Record<string, string>> {
  const info: Record<string, string> = {};
  for (const [key, value] of objects.entriesOf(objects.trailer.get('Info'))) {
    info[key] = textOf(objects.resolve(value)) ?? '';
  }
  return info;
}

/** An address, or `page <number> <x>,<y>` in PDF coordinates for a place of the document. */
function targetOf(objects: PdfObjects, annotation: PdfEntries): string {
  const [page, , x, y] = objects.itemsOf(annotation.get('Dest'));
  if (page?.kind === 'ref') {
    const catalog = objects.entriesOf(objects.trailer.get('Root'));
    const index = pageRefs(objects, catalog.get('Pages')).findIndex(({ id }) => id === page.id);
    return `page ${index + 1} ${numberOf(x)},${numberOf(y)}`;
  }
  return textOf(objects.resolve(objects.entriesOf(annotation.get('A')).get('URI'))) ?? '';
}

function readNode(
  objects: PdfObjects,
  object: PdfObject | undefined,
  texts: ReadonlyMap<string, string>,
): StructureNode {
  const entries = objects.entriesOf(object);
  const page = entries.get('Pg');
  const kids = objects.resolve(entries.get('K'));
  const children: (StructureNode | string)[] = [];
  const targets: string[] = [];
  for (const kid of kids.kind === 'array' ? kids.items : kids.kind === 'null' ? [] : [entries.get('K') ?? kids]) {
    const found = objects.resolve(kid);
    const own = objects.entriesOf(kid);
    const type = nameOf(own.get('Type'));
    if (found.kind === 'number') {
      children.push(texts.get(`${page?.kind === 'ref' ? page.id : ''} ${found.value}`) ?? '');
    } else if (type === 'MCR') {
      const stream = own.get('Stm') ?? own.get('Pg');
      children.push(texts.get(`${stream?.kind === 'ref' ? stream.id : ''} ${numberOf(own.get('MCID'))}`) ?? '');
    } else if (type === 'OBJR') {
      targets.push(targetOf(objects, objects.entriesOf(own.get('Obj'))));
    } else {
      children.push(readNode(objects, kid, texts));
    }
  }
  return {
    role: nameOf(entries.get('S')) ?? '',
    alt: textOf(entries.get('Alt')),
    actualText: textOf(entries.get('ActualText')),
    lang: textOf(entries.get('Lang')),
    attributes: readAttributes(objects, entries.get('A')),
    targets,
    children: joinTexts(children),
  };
}

/** A figure's marks carry no text. */
function joinTexts(children: readonly (StructureNode | string)[]): readonly (StructureNode | string)[] {
  const joined: (StructureNode | string)[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (typeof child === 'string' && typeof last === 'string') joined[joined.length - 1] = last + child;
    else if (child !== '') joined.push(child);
  }
  return joined;
}

function readAttributes(objects: PdfObjects, object: PdfObject | undefined): Readonly<Record<string, string>> {
  const found = objects.resolve(object);
  const attributes: Record<string, string> = {};
  for (const owner of found.kind === 'array' ? found.items : [found]) {
    for (const [key, value] of objects.entriesOf(owner)) {
      if (key === 'O' || key === 'BBox' || key === 'Placement') continue;
      const plain = objects.resolve(value);
      attributes[key] = nameOf(plain) ?? `${numberOf(plain)}`;
    }
  }
  return attributes;
}

/** All text of a node, in the order of the tree. */
export function nodeText(node: StructureNode | string): string {
  return typeof node === 'string' ? node : (node.actualText ?? node.children.map(nodeText).join(''));
}

/** One line a node: role, text, description, attributes, link target. */
export function printStructure(node: StructureNode, indent = ''): string {
  const facts = [
    ...(node.lang === undefined ? [] : [`lang=${node.lang}`]),
    ...(node.alt === undefined ? [] : [`alt=${JSON.stringify(node.alt)}`]),
    ...Object.entries(node.attributes).map(([key, value]) => `${key}=${value}`),
    ...[...new Set(node.targets)].map((target) => `→ ${target}`),
  ];
  const [only] = node.children;
  const isPlain = node.children.length === 1 && typeof only === 'string';
  const head = [node.role, ...(isPlain ? [JSON.stringify(only)] : []), ...facts].join(' ');
  const inner = `${indent}  `;
  const rest = isPlain
    ? ''
    : node.children
        .map((child) =>
          typeof child === 'string' ? `${inner}${JSON.stringify(child)}\n` : printStructure(child, inner),
        )
        .join('');
  return `${indent}${head}\n${rest}`;
}

interface ContentReader {
  read(content: Uint8Array, resources: PdfEntries, stream: string): void;
  artifacts(): string;
}

interface Mark {
  readonly key: string | undefined;
  readonly isArtifact: boolean;
  /** Replaces what is shown inside. */
  readonly actualText: string | undefined;
}

/** Follows text through marked content; each text goes to the innermost sequence with an MCID. */
function createContentReader(objects: PdfObjects, texts: Map<string, string>): ContentReader {
  let artifacts = '';
  const marks: Mark[] = [];
  const emit = (text: string): void => {
    if (marks.some((mark) => mark.isArtifact)) {
      artifacts += text;
      return;
    }
    const key = marks.findLast((mark) => mark.key !== undefined)?.key;
    if (key === undefined) throw new Error(`Text outside of marked content: ${text}`);
    texts.set(key, (texts.get(key) ?? '') + text);
  };
  const show = (font: ReadonlyMap<number, string>, object: PdfObject | undefined): void => {
    if (object?.kind !== 'string' || marks.some((mark) => mark.actualText !== undefined)) return;
    let text = '';
    for (let at = 0; at + 1 < object.bytes.length; at += 2) {
      const code = (object.bytes[at] ?? 0) * 256 + (object.bytes[at + 1] ?? 0);
      const character = font.get(code);
      if (character === undefined) throw new Error(`Code ${code} has no Unicode value`);
      text += character;
    }
    emit(text);
  };
  const read: ContentReader['read'] = (content, resources, stream) => {
    const fonts = objects.entriesOf(resources.get('Font'));
    const forms = objects.entriesOf(resources.get('XObject'));
    let font: ReadonlyMap<number, string> = new Map();
    const lexer = new PdfLexer(Buffer.from(content).toString('latin1'));
    let operands: PdfObject[] = [];
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (token.kind !== 'operator') {
        operands.push(token);
        continue;
      }
      const [first, second] = operands;
      switch (token.value) {
        case 'Tf':
          font = unicodeMap(objects, fonts.get(nameOf(first) ?? ''));
          break;
        case 'Tj':
          show(font, first);
          break;
        case 'TJ':
          if (first?.kind === 'array') for (const item of first.items) show(font, item);
          break;
        case 'BMC':
        case 'BDC': {
          const properties = objects.entriesOf(second);
          const mcid = numberOf(properties.get('MCID'));
          const actualText = textOf(properties.get('ActualText'));
          marks.push({
            key: mcid === undefined ? undefined : `${stream} ${mcid}`,
            isArtifact: nameOf(first) === 'Artifact',
            actualText: undefined,
          });
          if (actualText !== undefined) {
            emit(actualText);
            marks[marks.length - 1] = { key: undefined, isArtifact: false, actualText };
          }
          break;
        }
        case 'EMC':
          if (marks.pop() === undefined) throw new Error('EMC without BDC');
          break;
        case 'Do': {
          const ref = forms.get(nameOf(first) ?? '');
          const form = objects.entriesOf(ref);
          if (nameOf(form.get('Subtype')) === 'Form' && ref?.kind === 'ref') {
            read(objects.dataOf(ref), objects.entriesOf(form.get('Resources')), `${ref.id}`);
          }
          break;
        }
      }
      operands = [];
    }
  };
  return {
    read(content, resources, stream) {
      read(content, resources, stream);
      if (marks.length > 0) throw new Error('BDC without EMC');
    },
    artifacts: () => artifacts,
  };
}

function unicodeMap(objects: PdfObjects, font: PdfObject | undefined): ReadonlyMap<number, string> {
  const cmap = Buffer.from(objects.dataOf(objects.entriesOf(font).get('ToUnicode'))).toString('latin1');
  const map = new Map<number, string>();
  for (const [, code, text] of cmap.matchAll(/<([0-9A-F]{4})><([0-9A-F]+)>\n/g)) {
    map.set(
      Number.parseInt(code ?? '', 16),
      Buffer.from(text ?? '', 'hex')
        .swap16()
        .toString('utf16le'),
    );
  }
  return map;
}
