import type { EncodedPicture, FontCatalogue, FontFace, QrSymbol } from '../../src/asset/types.ts';
import { BLACK } from '../../src/base/color.ts';
import type { Path, Rect } from '../../src/base/geometry.ts';
import type { PdfMetadata } from '../../src/output/types.ts';
import type {
  DisplayItem,
  DisplayList,
  LinkArea,
  Owner,
  StructureRole,
  TagAttributes,
  TagNode,
} from '../../src/paint/types.ts';
import type { GlyphRun } from '../../src/text/types.ts';

/** Display lists made by hand: pages as `paint` would give them, without the rooms before it. */

export const tagged = (id: number): Owner => ({ kind: 'tag', id });
const LAYOUT: Owner = { kind: 'artifact', artifact: 'Layout' };

export function rectPath({ x, y, width, height }: Rect): Path {
  return [
    { kind: 'move', to: { x, y } },
    { kind: 'line', to: { x: x + width, y } },
    { kind: 'line', to: { x: x + width, y: y + height } },
    { kind: 'line', to: { x, y: y + height } },
    { kind: 'close' },
  ];
}

export function glyphRun(face: FontFace, text: string, sizePt: number): GlyphRun {
  const shaped = face.shape(text, {}, 'ltr');
  const scaled = (values: Float64Array): Float64Array => values.map((value) => value * sizePt);
  return {
    font: face.id,
    sizePt,
    level: 0,
    glyphIds: shaped.glyphIds,
    advances: scaled(shaped.advances),
    xOffsets: scaled(shaped.xOffsets),
    yOffsets: scaled(shaped.yOffsets),
    clusters: shaped.clusters,
    text,
    rise: 0,
  };
}

export interface TagInput {
  readonly role: StructureRole;
  readonly parent?: number;
  readonly alt?: string;
  readonly actualText?: string;
  readonly lang?: string;
  readonly href?: string;
  readonly attributes?: TagAttributes;
}

/** Numbers the tags in the order given; those without a parent stand under the Document, which is 0. */
export function tagTree(inputs: readonly TagInput[]): readonly TagNode[] {
  const counts = new Map<number, number>();
  const tags: TagNode[] = [{ id: 0, role: 'Document', parent: undefined, order: 0, attributes: {} }];
  for (const [index, { parent = 0, attributes = {}, ...rest }] of inputs.entries()) {
    const order = counts.get(parent) ?? 0;
    counts.set(parent, order + 1);
    tags.push({ id: index + 1, parent, order, attributes, ...rest });
  }
  return tags;
}

export const METADATA: PdfMetadata = {
  title: 'Mold & Dies <2021> “Karsa” 😀',
  author: 'Dinas Komunikasi & Informatika',
  subject: 'Ringkasan <singkat>',
  keywords: ['ekonomi', 'kerja sama'],
  creator: 'buletin 0.1.0',
  producer: 'buletin 0.1.0 (pdfkit)',
  createdAt: Date.UTC(2021, 2, 1, 5) / 1000,
  modifiedAt: Date.UTC(2021, 2, 1, 5) / 1000,
  source: 'https://www.pasuruan.go.id/contoh/?a=1&b=2',
  publisher: 'Pemerintah Kabupaten Pasuruan',
  aiNotice: 'Berita ini diringkas dengan bantuan AI.',
};

/** A chequered symbol: not a true QR, but drawn like one. */
const SYMBOL: QrSymbol = {
  level: 'M',
  modules: 21,
  dark: Uint8Array.from({ length: 441 }, (_, at) => ((at % 21) + Math.floor(at / 21)) % 2),
};

/** Two by two samples, one of them half transparent. */
export const PICTURE: EncodedPicture = {
  widthPx: 2,
  heightPx: 2,
  kind: 'raw',
  components: 3,
  bytes: Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0]),
  alpha: Uint8Array.from([255, 128, 255, 0]),
};

/** Every kind of item and tag on two pages. */
export function fullList(fonts: FontCatalogue): DisplayList {
  const sans = fonts.chain(['Plus Jakarta Sans'], 400, 'normal')[0]!;
  const bold = fonts.chain(['Plus Jakarta Sans'], 700, 'normal')[0]!;
  const write = (owner: Owner, text: string, x: number, y: number, face = sans, sizePt = 12): DisplayItem => ({
    kind: 'glyphs',
    owner,
    at: { x, y },
    run: glyphRun(face, text, sizePt),
    color: BLACK,
  });
  const tags = tagTree([
    { role: 'H1' },
    { role: 'P' },
    { role: 'Link', parent: 2, href: 'https://www.pasuruan.go.id/' },
    { role: 'H2' },
    { role: 'L', attributes: { listNumbering: 'Decimal' } },
    { role: 'LI', parent: 5 },
    { role: 'Lbl', parent: 6 },
    { role: 'LBody', parent: 6 },
    { role: 'Table' },
    { role: 'THead', parent: 9 },
    { role: 'TR', parent: 10 },
    { role: 'TH', parent: 11, attributes: { scope: 'Column' } },
    { role: 'TH', parent: 11, attributes: { scope: 'Column' } },
    { role: 'TBody', parent: 9 },
    { role: 'TR', parent: 14 },
    { role: 'TD', parent: 15, attributes: { colSpan: 2 } },
    { role: 'BlockQuote' },
    { role: 'P', parent: 17, lang: 'en' },
    { role: 'Div' },
    {
      role: 'Figure',
      parent: 19,
      alt: 'Peta (Pasuruan)',
      attributes: { bbox: { x: 72, y: 400, width: 100, height: 60 }, page: 0 },
    },
    { role: 'Caption', parent: 19 },
    { role: 'Link', href: 'https://www.pasuruan.go.id/qr' },
    {
      role: 'Figure',
      parent: 22,
      alt: 'Kode QR',
      attributes: { bbox: { x: 300, y: 400, width: 84, height: 84 }, page: 0 },
    },
    { role: 'P', lang: 'id' },
  ]);
  const figure = { x: 72, y: 400, width: 100, height: 60 };
  const qr = { x: 300, y: 400, width: 84, height: 84 };
  const blue = { r: 0.1, g: 0.2, b: 0.6, alpha: 1 };
  const first: readonly DisplayItem[] = [
    {
      kind: 'fill',
      owner: LAYOUT,
      path: rectPath({ x: 0, y: 0, width: 595, height: 40 }),
      rule: 'nonzero',
      color: blue,
    },
    write(tagged(1), 'Efisiensi office: “Mold & Dies”', 72, 80, bold, 24),
    write(tagged(2), 'Baca di ', 72, 110),
    write(tagged(3), 'pasuruan.go.id', 140, 110),
    write(tagged(2), ' atau di sini.', 240, 110),
    {
      kind: 'stroke',
      owner: LAYOUT,
      path: [
        { kind: 'move', to: { x: 140, y: 112 } },
        { kind: 'line', to: { x: 240, y: 112 } },
      ],
      color: blue,
      width: 0.5,
      dash: [2, 1],
      cap: 'round',
    },
    write(tagged(4), 'Daftar', 72, 140, bold, 16),
    write(tagged(7), '1.', 72, 160),
    write(tagged(8), 'Butir satu', 90, 160),
    write(tagged(12), 'Sektor', 72, 200, bold),
    write(tagged(13), 'Nilai', 172, 200, bold),
    write(tagged(16), 'Otomotif 4,31', 72, 220),
    write(tagged(18), 'Synergy', 72, 260),
    { kind: 'picture', owner: tagged(20), rect: figure, clip: rectPath(figure), request: 0 },
    write(tagged(21), 'Foto: Humas', 72, 475),
    {
      kind: 'group',
      clip: undefined,
      opacity: 0.5,
      items: [
        { kind: 'fill', owner: LAYOUT, path: rectPath(qr), rule: 'nonzero', color: { r: 1, g: 1, b: 1, alpha: 1 } },
        { kind: 'qr', owner: tagged(23), rect: qr, symbol: SYMBOL, value: 'https://www.pasuruan.go.id/qr' },
      ],
    },
    {
      kind: 'drawing',
      owner: LAYOUT,
      matrix: [2, 0, 0, 2, 400, 600],
      clip: rectPath({ x: 400, y: 600, width: 48, height: 48 }),
      nodes: [
        {
          kind: 'shape',
          path: rectPath({ x: 0, y: 0, width: 24, height: 24 }),
          fill: {
            kind: 'linear',
            geometry: [0, 0, 24, 24],
            stops: [
              { offset: 0, color: blue },
              { offset: 0.5, color: { ...blue, r: 1 } },
              { offset: 1, color: { ...blue, alpha: 0.2 } },
            ],
            transform: [1, 0, 0, 1, 0, 0],
          },
          fillRule: 'nonzero',
          stroke: undefined,
          opacity: 1,
        },
        {
          kind: 'group',
          transform: [0.5, 0, 0, 0.5, 2, 2],
          opacity: 0.6,
          children: [0, 10].map((x) => ({
            kind: 'shape' as const,
            path: rectPath({ x, y: 0, width: 20, height: 20 }),
            fill: {
              kind: 'radial' as const,
              geometry: [10, 10, 10, 8, 8],
              stops: [
                { offset: 0.2, color: blue },
                { offset: 0.8, color: { ...blue, g: 1 } },
              ],
              transform: [1, 0, 0, 1, 0, 0] as const,
            },
            fillRule: 'evenodd' as const,
            stroke: {
              paint: { kind: 'color' as const, color: BLACK },
              width: 1,
              cap: 'round' as const,
              join: 'round' as const,
              miterLimit: 4,
              dash: [2, 2],
            },
            opacity: 1,
          })),
        },
      ],
    },
    {
      kind: 'tiles',
      owner: LAYOUT,
      path: rectPath({ x: 72, y: 600, width: 200, height: 50 }),
      tile: { x: 72, y: 600, width: 8, height: 8 },
      step: { width: 10, height: 10 },
      items: [
        {
          kind: 'gradient',
          owner: LAYOUT,
          path: rectPath({ x: 72, y: 600, width: 8, height: 8 }),
          rule: 'nonzero',
          from: { x: 72, y: 600 },
          to: { x: 80, y: 608 },
          stops: [
            { offset: 0, color: blue },
            { offset: 1, color: { ...blue, alpha: 0 } },
          ],
        },
      ],
    },
    write({ kind: 'artifact', artifact: 'Pagination' }, 'Halaman 1', 72, 800),
  ];
  const second: readonly DisplayItem[] = [
    write(tagged(2), 'lanjutan paragraf', 72, 80),
    write(tagged(24), 'Akhir.', 72, 120),
  ];
  const links: readonly LinkArea[] = [
    {
      rect: { x: 140, y: 98, width: 100, height: 16 },
      target: { kind: 'address', href: 'https://www.pasuruan.go.id/' },
      tag: 3,
      contents: 'pasuruan.go.id',
    },
    { rect: qr, target: { kind: 'address', href: 'https://www.pasuruan.go.id/qr' }, tag: 22, contents: 'Kode QR' },
  ];
  return {
    title: 'Mold & Dies',
    lang: 'id',
    pages: [
      { size: { width: 595.276, height: 841.89 }, items: first, links },
      { size: { width: 595.276, height: 841.89 }, items: second, links: [] },
    ],
    tags,
    pictures: [
      { key: 'k', width: 100, height: 60, crop: { x: 0, y: 0, width: 1, height: 1 }, name: 'peta', place: undefined },
    ],
  };
}
