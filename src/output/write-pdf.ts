import type { Reporter } from '../base/diagnostics.ts';
import type { DisplayList, LinkArea, LinkTarget } from '../paint/types.ts';
import { checkList } from './check-list.ts';
import type { ContentMark } from './content-stream.ts';
import { deflate } from './deflate.ts';
import { createFontUses } from './fonts.ts';
import { createGraphics } from './graphics.ts';
import { writeOutline } from './outline.ts';
import { pageContent } from './page-content.ts';
import { createPdfFile, type PdfFile, type PdfRef, pdfRefs } from './pdf-file.ts';
import { pdfBytes, pdfDict, pdfNumbers, pdfText, wellFormed } from './pdf-syntax.ts';
import { writePicture } from './pictures.ts';
import { srgbProfile } from './srgb-profile.ts';
import { structureKeys, writeStructureTree } from './structure-tree.ts';
import type { PdfInput } from './types.ts';
import { infoEntries, xmpPacket } from './xmp.ts';

/**
 * Writes a tagged PDF 1.7 that claims PDF/A-2a and PDF/UA-1. The same input gives the same bytes.
 * `undefined` when the list lacks something that the claims ask for: it has been reported.
 */
export async function writePdf(
  list: DisplayList,
  input: PdfInput,
  reporter: Reporter,
): Promise<Uint8Array | undefined> {
  if (!checkList(list, input.metadata, reporter)) return undefined;
  const file = await createPdfFile();
  const fonts = createFontUses(input.fonts);
  const graphics = createGraphics();
  const marks: ContentMark[] = [];
  const roles = new Map(list.tags.map((tag) => [tag.id, tag.role]));
  const roleOf: Parameters<typeof pageContent>[3]['roleOf'] = (tag) => {
    const role = roles.get(tag);
    if (role === undefined) throw new Error(`No tag ${tag}`);
    return role;
  };
  const contents = list.pages.map((page, index) =>
    pageContent(page.items, index, page.size, { fonts, graphics, roleOf, marks }),
  );
  const keys = structureKeys(list.pages.length, marks);
  const pictures = new Map<number, PdfRef>();
  for (const index of [...graphics.usedPictures].sort((a, b) => a - b)) {
    const picture = input.pictures[index];
    if (picture === undefined) throw new Error(`Picture ${index} was not encoded`);
    pictures.set(index, writePicture(file, picture));
  }
  const embedded = graphics.embed(file, { fonts: fonts.embed(file), pictures, formParents: keys.formParents });
  const links = list.pages.flatMap((page, index) =>
    page.links.map((area) => ({ ref: file.reserve(), area, page: index })),
  );
  const pages = list.pages.map((page, index) => {
    const annotations = links.filter((link) => link.page === index).map((link) => link.ref);
    return file.addPage({
      size: page.size,
      content: contents[index] ?? '',
      resources: embedded.resources,
      entries: {
        StructParents: `${index}`,
        Tabs: '/S',
        Group: '<</S/Transparency/CS/DeviceRGB>>',
        ...(annotations.length === 0 ? {} : { Annots: pdfRefs(annotations) }),
      },
    });
  });
  for (const [index, { ref, area, page }] of links.entries()) {
    const leads = leadsTo(area.target, list, pages);
    file.write(
      ref,
      linkSource(area, heightOf(list, page), { ...leads, StructParent: `${keys.annotationParent(index)}` }),
    );
  }
  const structure = writeStructureTree(file, { list, marks, pages, forms: embedded.forms, keys, annotations: links });
  const outline = writeOutline(file, list, pages);
  file.setCatalog({
    Lang: pdfText(list.lang),
    MarkInfo: '<</Marked true>>',
    StructTreeRoot: structure.toString(),
    ViewerPreferences: '<</DisplayDocTitle true/PrintScaling/None>>',
    OutputIntents: `[${outputIntent(file)}]`,
    ...(outline === undefined ? {} : { Outlines: outline.toString() }),
  });
  return file.finish(infoEntries(input.metadata), xmpPacket(input.metadata, list.lang));
}

const heightOf = (list: DisplayList, page: number): number => list.pages[page]?.size.height ?? 0;

/** 12.5.6.5. Printed (flag 4), as PDF/A-2, 6.3.2 wants it; without a border. */
function linkSource(area: LinkArea, pageHeight: number, entries: Readonly<Record<string, string>>): string {
  const { x, y, width, height } = area.rect;
  return pdfDict({
    Type: '/Annot',
    Subtype: '/Link',
    Rect: `[${pdfNumbers([x, pageHeight - y - height, x + width, pageHeight - y])}]`,
    Border: '[0 0 0]',
    F: '4',
    Contents: pdfText(area.contents),
    ...entries,
  });
}

/** An action for an address, an explicit destination (12.3.2.2) for a place; the reader keeps its zoom. */
function leadsTo(target: LinkTarget, list: DisplayList, pages: readonly PdfRef[]): Readonly<Record<string, string>> {
  if (target.kind === 'address') return { A: pdfDict({ S: '/URI', URI: pdfBytes(asciiAddress(target.href)) }) };
  const page = pages[target.page];
  if (page === undefined) throw new Error(`A link leads to page ${target.page}, which is not there`);
  return { Dest: `[${page}/XYZ ${pdfNumbers([target.at.x, heightOf(list, target.page) - target.at.y])} null]` };
}

/** A URI is ASCII (RFC 3986): what is not is percent-encoded. */
function asciiAddress(href: string): string {
  return wellFormed(href).replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character));
}

let profile: Uint8Array | undefined;

/** 14.11.5: colours are meant as sRGB. */
function outputIntent(file: PdfFile): PdfRef {
  profile ??= deflate(srgbProfile());
  const stream = file.addStream({ N: '3', Filter: '/FlateDecode' }, profile, 'filtered');
  return file.add(
    pdfDict({
      Type: '/OutputIntent',
      S: '/GTS_PDFA1',
      OutputConditionIdentifier: pdfBytes('sRGB IEC61966-2.1'),
      Info: pdfBytes('sRGB IEC61966-2.1'),
      DestOutputProfile: stream.toString(),
    }),
  );
}
