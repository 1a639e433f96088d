import type { FontCatalogue, FontFace, FontId } from '../asset/types.ts';
import { sha256 } from '../base/digest.ts';
import type { PdfFile, PdfRef } from './pdf-file.ts';
import { hex4, pdfDict, pdfName, pdfNumber, pdfNumbers, utf16Hex } from './pdf-syntax.ts';

/**
 * A font as the content streams use it: glyphs get new numbers in the order of their first use (0 stays 0), and each the
 * text that it stands for when nothing else is said.
 */
export interface FontUse {
  /** In resource dictionaries: `F0`, `F1` … */
  readonly name: string;
  readonly face: FontFace;
  /** New number of a glyph. */
  cidOf(glyphId: number): number;
  /** Width in thousandths of an em, as the file states it. */
  widthOf(glyphId: number): number;
  /** The text of a glyph in the ToUnicode map; the first `offer` is kept. */
  textOf(cid: number, offer: string): string;
}

interface OpenFont extends FontUse {
  readonly glyphIds: number[];
  readonly texts: (string | undefined)[];
}

export interface FontUses {
  use(id: FontId): FontUse;
  /** Writes all fonts that were used: resource name → reference. */
  embed(file: PdfFile): Readonly<Record<string, PdfRef>>;
}

export function createFontUses(catalogue: FontCatalogue): FontUses {
  const open = new Map<FontId, OpenFont>();
  return {
    use(id) {
      let font = open.get(id);
      if (font === undefined) {
        font = openFont(`F${open.size}`, catalogue.face(id));
        open.set(id, font);
      }
      return font;
    },
    embed(file) {
      const refs: Record<string, PdfRef> = {};
      for (const font of open.values()) refs[font.name] = embedFont(font, file);
      return refs;
    },
  };
}

function openFont(name: string, face: FontFace): OpenFont {
  const cids = new Map<number, number>([[0, 0]]);
  const glyphIds = [0];
  const texts: (string | undefined)[] = [undefined];
  const widths = new Map<number, number>();
  return {
    name,
    face,
    glyphIds,
    texts,
    cidOf(glyphId) {
      let cid = cids.get(glyphId);
      if (cid === undefined) {
        cid = glyphIds.length;
        cids.set(glyphId, cid);
        glyphIds.push(glyphId);
        texts.push(undefined);
      }
      return cid;
    },
    widthOf(glyphId) {
      let width = widths.get(glyphId);
      if (width === undefined) {
        width = Math.round(face.advanceOf(glyphId) * 100_000) / 100;
        widths.set(glyphId, width);
      }
      return width;
    },
    textOf(cid, offer) {
      const known = texts[cid];
      if (known !== undefined) return known;
      texts[cid] = offer;
      return offer;
    },
  };
}

function embedFont(font: OpenFont, file: PdfFile): PdfRef {
  const { face, glyphIds } = font;
  const subset = face.subset(glyphIds);
  const base = pdfName(`${subsetTag(face.id, glyphIds)}+${face.id.replace(/[^A-Za-z0-9.+\-_]/g, '')}`);
  const isTrueType = subset.kind === 'truetype';
  const program = file.addStream(
    isTrueType ? { Length1: `${subset.bytes.length}` } : { Subtype: '/CIDFontType0C' },
    subset.bytes,
  );
  const descriptor = file.add(
    pdfDict({
      Type: '/FontDescriptor',
      FontName: base,
      Flags: `${flags(face)}`,
      FontBBox: `[${pdfNumbers(
        face.bbox.map((value) => value * 1000),
        0,
      )}]`,
      ItalicAngle: pdfNumber(face.italicAngle),
      Ascent: pdfNumber(face.ascent * 1000, 0),
      Descent: pdfNumber(-face.descent * 1000, 0),
      CapHeight: pdfNumber(face.capHeight * 1000, 0),
      XHeight: pdfNumber(face.xHeight * 1000, 0),
      // Asked for by the standard, known to no OpenType font: what rasterisers guess from the weight.
      StemV: pdfNumber(50 + (face.weight / 65) ** 2, 0),
      [isTrueType ? 'FontFile2' : 'FontFile3']: program.toString(),
    }),
  );
  const descendant = pdfDict({
    Type: '/Font',
    Subtype: isTrueType ? '/CIDFontType2' : '/CIDFontType0',
    BaseFont: base,
    CIDSystemInfo: '<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>',
    FontDescriptor: descriptor.toString(),
    DW: '0',
    W: `[0[${glyphIds.map((glyphId) => pdfNumber(font.widthOf(glyphId))).join(' ')}]]`,
    CIDToGIDMap: isTrueType ? '/Identity' : undefined,
  });
  return file.add(
    pdfDict({
      Type: '/Font',
      Subtype: '/Type0',
      BaseFont: base,
      Encoding: '/Identity-H',
      DescendantFonts: `[${file.add(descendant)}]`,
      ToUnicode: file.addStream({}, Buffer.from(toUnicode(font.texts), 'latin1')).toString(),
    }),
  );
}

/** PDF 32000-1, table 123: fixed pitch, serif, symbolic (the encoding is our own), italic. */
function flags(face: FontFace): number {
  return (face.isMonospaced ? 1 : 0) | (face.isSerif ? 2 : 0) | 4 | (face.style === 'italic' ? 64 : 0);
}

/** 9.6.4: six letters that tell this subset from another one; the same glyphs give the same letters. */
function subsetTag(id: FontId, glyphIds: readonly number[]): string {
  const digest = sha256(`${id}:${glyphIds.join(',')}`);
  let tag = '';
  for (let at = 0; at < 6; at += 1) {
    tag += String.fromCharCode(65 + (Number.parseInt(digest.slice(at * 4, at * 4 + 4), 16) % 26));
  }
  return tag;
}

/** 9.10.3. `texts[cid]`; at most 100 entries a block. */
export function toUnicode(texts: readonly (string | undefined)[]): string {
  const entries: string[] = [];
  for (const [cid, text] of texts.entries()) {
    if (text !== undefined && text !== '') entries.push(`<${hex4(cid)}><${utf16Hex(text)}>`);
  }
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += 100) {
    const block = entries.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000><FFFF>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
