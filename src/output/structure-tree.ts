import type { DisplayList, LinkArea, TagId, TagNode } from '../paint/types.ts';
import type { ContentMark } from './content-stream.ts';
import type { PdfFile, PdfRef } from './pdf-file.ts';
import { pdfArray, pdfBytes, pdfDict, pdfName, pdfNumbers, pdfText } from './pdf-syntax.ts';

/** What stands in the parent tree: pages first, then forms that hold marks, then annotations. */
export interface StructureKeys {
  readonly formParents: ReadonlyMap<number, number>;
  readonly annotationParent: (index: number) => number;
}

export function structureKeys(pageCount: number, marks: readonly ContentMark[]): StructureKeys {
  const formParents = new Map<number, number>();
  for (const { form } of marks) {
    if (form !== undefined && !formParents.has(form)) formParents.set(form, pageCount + formParents.size);
  }
  return { formParents, annotationParent: (index) => pageCount + formParents.size + index };
}

export interface StructureInput {
  readonly list: DisplayList;
  readonly marks: readonly ContentMark[];
  readonly pages: readonly PdfRef[];
  readonly forms: readonly PdfRef[];
  readonly keys: StructureKeys;
  /** In the order of their keys. */
  readonly annotations: readonly { readonly ref: PdfRef; readonly area: LinkArea; readonly page: number }[];
}

/** Something that stands under an element: another element, a piece of content, an annotation. */
type Kid =
  | { readonly kind: 'element'; readonly tag: TagId }
  | { readonly kind: 'mark'; readonly mark: ContentMark }
  | { readonly kind: 'annotation'; readonly ref: PdfRef; readonly page: number };

/** Writes the structure tree (14.7) and gives the reference of its root. */
export function writeStructureTree(file: PdfFile, input: StructureInput): PdfRef {
  const root = file.reserve();
  const refs = new Map<TagId, PdfRef>();
  for (const tag of input.list.tags) refs.set(tag.id, file.reserve());
  const kids = collectKids(input);
  for (const tag of input.list.tags) {
    file.write(refOf(refs, tag.id), elementSource(tag, { input, refs, root, kids: kids.get(tag.id) ?? [] }));
  }
  const document = input.list.tags.find((tag) => tag.parent === undefined);
  file.write(
    root,
    pdfDict({
      Type: '/StructTreeRoot',
      K: document === undefined ? undefined : `[${refOf(refs, document.id)}]`,
      IDTree: idTree(input.list.tags, refs),
      ParentTree: file.add(parentTree(input, refs)).toString(),
      ParentTreeNextKey: `${input.keys.annotationParent(input.annotations.length)}`,
    }),
  );
  return root;
}

function refOf(refs: ReadonlyMap<TagId, PdfRef>, tag: TagId): PdfRef {
  const ref = refs.get(tag);
  if (ref === undefined) throw new Error(`No tag ${tag}`);
  return ref;
}

/**
 * Child elements stand in source order; an element's own pieces of content stay behind the children that came before
 * them in the content streams.
 */
function collectKids({ list, marks, annotations }: StructureInput): ReadonlyMap<TagId, readonly Kid[]> {
  const tags = new Map(list.tags.map((tag) => [tag.id, tag]));
  const kids = new Map<TagId, Kid[]>();
  const placed = new Set<TagId>();
  const push = (tag: TagId, kid: Kid): void => {
    const known = kids.get(tag);
    if (known === undefined) kids.set(tag, [kid]);
    else known.push(kid);
  };
  const place = (id: TagId): void => {
    let tag = tags.get(id);
    while (tag?.parent !== undefined && !placed.has(tag.id)) {
      placed.add(tag.id);
      push(tag.parent, { kind: 'element', tag: tag.id });
      tag = tags.get(tag.parent);
    }
  };
  for (const mark of marks) {
    place(mark.tag);
    push(mark.tag, { kind: 'mark', mark });
  }
  for (const { ref, area, page } of annotations) {
    place(area.tag);
    push(area.tag, { kind: 'annotation', ref, page });
  }
  for (const tag of list.tags) place(tag.id);
  const orderOf = (kid: Kid): number => (kid.kind === 'element' ? (tags.get(kid.tag)?.order ?? 0) : -1);
  for (const [tag, own] of kids) kids.set(tag, inOrder(own, orderOf));
  return kids;
}

function inOrder(kids: readonly Kid[], orderOf: (kid: Kid) => number): Kid[] {
  let latest = -1;
  const keyed = kids.map((kid) => {
    if (kid.kind !== 'element') return { kid, key: latest + 0.5 };
    const key = orderOf(kid);
    latest = Math.max(latest, key);
    return { kid, key };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ kid }) => kid);
}

interface ElementContext {
  readonly input: StructureInput;
  readonly refs: ReadonlyMap<TagId, PdfRef>;
  readonly root: PdfRef;
  readonly kids: readonly Kid[];
}

function elementSource(tag: TagNode, { input, refs, root, kids }: ElementContext): string {
  const page = kids.find((kid) => kid.kind === 'mark')?.mark.page ?? tag.attributes.page;
  const pageRef = page === undefined ? undefined : input.pages[page]?.toString();
  const sources = kids.map((kid) => kidSource(kid, input, refs, page));
  const parent = tag.parent === undefined ? root : refOf(refs, tag.parent);
  const [only] = sources;
  return pdfDict({
    S: pdfName(tag.role),
    P: parent.toString(),
    ID: tag.role === 'Note' ? noteId(tag) : undefined,
    Pg: pageRef,
    K: sources.length === 0 ? undefined : sources.length === 1 ? only : pdfArray(sources),
    Alt: tag.alt === undefined ? undefined : pdfText(tag.alt),
    ActualText: tag.actualText === undefined ? undefined : pdfText(tag.actualText),
    Lang: tag.lang === undefined ? undefined : pdfText(tag.lang),
    A: attributeSource(tag, input),
  });
}

function kidSource(
  kid: Kid,
  input: StructureInput,
  refs: ReadonlyMap<TagId, PdfRef>,
  page: number | undefined,
): string {
  if (kid.kind === 'element') return refOf(refs, kid.tag).toString();
  if (kid.kind === 'annotation') {
    return pdfDict({ Type: '/OBJR', Obj: kid.ref.toString(), Pg: input.pages[kid.page]?.toString() });
  }
  const { mark } = kid;
  if (mark.form === undefined && mark.page === page) return `${mark.mcid}`;
  return pdfDict({
    Type: '/MCR',
    Pg: input.pages[mark.page]?.toString(),
    Stm: mark.form === undefined ? undefined : input.forms[mark.form]?.toString(),
    MCID: `${mark.mcid}`,
  });
}

/** ISO 14289-1, 7.9: each note has an identifier of its own. Padded, so that their order is that of the tags. */
const noteId = (tag: TagNode): string => pdfBytes(`note-${String(tag.id).padStart(8, '0')}`);

/** 14.7.2: from identifiers to elements; `undefined` without any. */
function idTree(tags: readonly TagNode[], refs: ReadonlyMap<TagId, PdfRef>): string | undefined {
  const notes = tags.filter(({ role }) => role === 'Note').sort((a, b) => a.id - b.id);
  if (notes.length === 0) return undefined;
  return pdfDict({ Names: pdfArray(notes.flatMap((tag) => [noteId(tag), refOf(refs, tag.id).toString()])) });
}

const GROUPING = new Set(['Document', 'Art', 'Sect', 'Div', 'BlockQuote', 'LBody', 'TD', 'TH']);

/** Standard attributes of 14.8.5, one dictionary for each owner. */
function attributeSource(tag: TagNode, { list }: StructureInput): string | undefined {
  const { attributes } = tag;
  const dictionaries: string[] = [];
  if (attributes.listNumbering !== undefined) {
    dictionaries.push(pdfDict({ O: '/List', ListNumbering: pdfName(attributes.listNumbering) }));
  }
  const colSpan = attributes.colSpan ?? 1;
  const rowSpan = attributes.rowSpan ?? 1;
  if (attributes.scope !== undefined || colSpan > 1 || rowSpan > 1) {
    dictionaries.push(
      pdfDict({
        O: '/Table',
        Scope: attributes.scope === undefined ? undefined : pdfName(attributes.scope),
        ColSpan: colSpan > 1 ? `${colSpan}` : undefined,
        RowSpan: rowSpan > 1 ? `${rowSpan}` : undefined,
      }),
    );
  }
  const height = list.pages[attributes.page ?? 0]?.size.height;
  if (attributes.bbox !== undefined && height !== undefined) {
    const { x, y, width, height: tall } = attributes.bbox;
    const parent = list.tags.find((other) => other.id === tag.parent);
    dictionaries.push(
      pdfDict({
        O: '/Layout',
        BBox: `[${pdfNumbers([x, height - y - tall, x + width, height - y])}]`,
        Placement: parent !== undefined && GROUPING.has(parent.role) ? '/Block' : '/Inline',
      }),
    );
  }
  const [only] = dictionaries;
  if (dictionaries.length === 0) return undefined;
  return dictionaries.length === 1 ? only : pdfArray(dictionaries);
}

/** 14.7.4.4: from a page or form and MCID, or from an annotation, to the element. */
function parentTree({ list, marks, keys, annotations }: StructureInput, refs: ReadonlyMap<TagId, PdfRef>): string {
  const streams = new Map<number, string[]>();
  for (let page = 0; page < list.pages.length; page += 1) streams.set(page, []);
  for (const mark of marks) {
    const key = mark.form === undefined ? mark.page : keys.formParents.get(mark.form);
    if (key === undefined) throw new Error(`Form ${mark.form} has no key`);
    const row = streams.get(key) ?? [];
    row[mark.mcid] = refOf(refs, mark.tag).toString();
    streams.set(key, row);
  }
  const numbers: string[] = [];
  for (const [key, row] of [...streams].sort((a, b) => a[0] - b[0])) numbers.push(`${key}${pdfArray(row)}`);
  for (const [index, { area }] of annotations.entries()) {
    numbers.push(`${keys.annotationParent(index)} ${refOf(refs, area.tag)}`);
  }
  return pdfDict({ Nums: `[${numbers.join('\n')}]` });
}
