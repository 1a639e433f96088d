import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { DrawingNode } from '../../../src/asset/types.ts';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import { srgbProfile } from '../../../src/output/srgb-profile.ts';
import type { PdfInput } from '../../../src/output/types.ts';
import { writePdf } from '../../../src/output/write-pdf.ts';
import type { DisplayItem, DisplayList } from '../../../src/paint/types.ts';
import { fullList, glyphRun, METADATA, PICTURE, rectPath, tagged, tagTree } from '../../support/display-lists.ts';
import { builtInCatalogue } from '../../support/fonts.ts';
import { nameOf, numberOf, type PdfObject, textOf } from '../../support/pdf-objects.ts';
import { nodeText, printStructure, readPdf } from '../../support/read-pdf.ts';

const fonts = builtInCatalogue();
const input: PdfInput = { metadata: METADATA, fonts, pictures: [PICTURE] };

async function write(list: DisplayList, more: Partial<PdfInput> = {}): Promise<Uint8Array> {
  const reporter = createDiagnosticList();
  const bytes = await writePdf(list, { ...input, ...more }, reporter);
  expect(reporter.all).toEqual([]);
  if (bytes === undefined) throw new Error('Nothing was written');
  return bytes;
}

const black = { r: 0, g: 0, b: 0, alpha: 1 };

function textItem(tag: number, text: string, y: number): DisplayItem {
  const face = fonts.chain(['Source Serif 4'], 400, 'normal')[0];
  if (face === undefined) throw new Error('No font');
  return { kind: 'glyphs', owner: tagged(tag), at: { x: 50, y }, run: glyphRun(face, text, 12), color: black };
}

function page(items: readonly DisplayItem[], tags: DisplayList['tags']): DisplayList {
  const size = { width: 200, height: 100 };
  return { title: 't', lang: 'id', pages: [{ size, items, links: [] }], tags, pictures: [] };
}

describe('the whole of a document', async () => {
  const bytes = await write(fullList(fonts));
  const read = readPdf(bytes);
  const { objects } = read;
  const catalog = objects.entriesOf(objects.trailer.get('Root'));
  const pages = objects.itemsOf(objects.entriesOf(catalog.get('Pages')).get('Kids'));

  test('is the tree of its tags, with text, descriptions, attributes and link targets', () => {
    expect(printStructure(read.root)).toBe(
      [
        'Document',
        '  H1 "Efisiensi office: “Mold & Dies”"',
        '  P',
        '    "Baca di "',
        '    Link "pasuruan.go.id" → https://www.pasuruan.go.id/',
        '    " atau di sini.lanjutan paragraf"',
        '  H2 "Daftar"',
        '  L ListNumbering=Decimal',
        '    LI',
        '      Lbl "1."',
        '      LBody "Butir satu"',
        '  Table',
        '    THead',
        '      TR',
        '        TH "Sektor" Scope=Column',
        '        TH "Nilai" Scope=Column',
        '    TBody',
        '      TR',
        '        TD "Otomotif 4,31" ColSpan=2',
        '  BlockQuote',
        '    P "Synergy" lang=en',
        '  Div',
        '    Figure alt="Peta (Pasuruan)"',
        '    Caption "Foto: Humas"',
        '  Link → https://www.pasuruan.go.id/qr',
        '    Figure alt="Kode QR"',
        '  P "Akhir." lang=id',
        '',
      ].join('\n'),
    );
    expect(read.artifacts).toBe('Halaman 1');
  });

  test('has a description for each link annotation, and prints it', () => {
    expect(read.links).toEqual([
      { page: 0, target: 'https://www.pasuruan.go.id/', contents: 'pasuruan.go.id' },
      { page: 0, target: 'https://www.pasuruan.go.id/qr', contents: 'Kode QR' },
    ]);
    const [annotation] = objects.itemsOf(objects.entriesOf(pages[0]).get('Annots'));
    expect(numberOf(objects.entriesOf(annotation).get('F'))).toBe(4);
  });

  test('leads from every piece of content and every annotation back to its element', () => {
    const tree = objects.entriesOf(objects.entriesOf(catalog.get('StructTreeRoot')).get('ParentTree'));
    const numbers = objects.itemsOf(tree.get('Nums'));
    const keys = numbers.filter((_, index) => index % 2 === 0).map(numberOf);
    expect(keys).toEqual([0, 1, 2, 3, 4]);
    // Two pages, one form that holds a QR symbol, two annotations.
    const roles = (entry: PdfObject | undefined): readonly (string | undefined)[] =>
      objects.itemsOf(entry).map((element) => nameOf(objects.entriesOf(element).get('S')));
    expect(roles(numbers[3])).toEqual(['P', 'P']);
    expect(roles(numbers[5])).toEqual(['Figure']);
    expect(nameOf(objects.entriesOf(numbers[7]).get('S'))).toBe('Link');
    expect(objects.entriesOf(pages[1]).get('StructParents')).toEqual({ kind: 'number', value: 1 });
    expect(nameOf(objects.entriesOf(pages[1]).get('Tabs'))).toBe('S');
  });

  test('says the same in Info and XMP, and what it claims', () => {
    expect(read.info).toMatchObject({ Title: METADATA.title, CreationDate: "D:20210301120000+07'00'" });
    expect(read.xmp).toContain('Mold &amp; Dies &lt;2021&gt; “Karsa” 😀');
    expect(read.lang).toBe('id');
    expect(objects.entriesOf(catalog.get('MarkInfo')).get('Marked')).toEqual({ kind: 'boolean', value: true });
    const preferences = objects.entriesOf(catalog.get('ViewerPreferences'));
    expect(preferences.get('DisplayDocTitle')).toEqual({ kind: 'boolean', value: true });
    expect(nameOf(preferences.get('PrintScaling'))).toBe('None');
    expect(Buffer.from(bytes).subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
  });

  test('has bookmarks for its headings', () => {
    const outlines = objects.entriesOf(catalog.get('Outlines'));
    const first = objects.entriesOf(outlines.get('First'));
    expect(textOf(first.get('Title'))).toBe('Efisiensi office: “Mold & Dies”');
    expect(textOf(objects.entriesOf(first.get('First')).get('Title'))).toBe('Daftar');
  });

  test('embeds subsets with widths and a name that tells them apart', () => {
    const resources = objects.entriesOf(objects.entriesOf(pages[0]).get('Resources'));
    const names = [...objects.entriesOf(resources.get('Font')).values()].map((font) => {
      const [descendant] = objects.itemsOf(objects.entriesOf(font).get('DescendantFonts'));
      const descriptor = objects.entriesOf(objects.entriesOf(descendant).get('FontDescriptor'));
      expect(objects.dataOf(descriptor.get('FontFile2')).length).toBeGreaterThan(500);
      expect(nameOf(objects.entriesOf(descendant).get('CIDToGIDMap'))).toBe('Identity');
      return nameOf(objects.entriesOf(font).get('BaseFont'));
    });
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^[A-Z]{6}\+PlusJakartaSans-/);
  });

  test('has the same bytes again, and another identifier for another text', async () => {
    expect(Buffer.from(await write(fullList(fonts))).equals(Buffer.from(bytes))).toBe(true);
    const other = readPdf(await write(fullList(fonts), { metadata: { ...METADATA, subject: 'lain' } }));
    expect(other.objects.trailer.get('ID')).not.toEqual(objects.trailer.get('ID'));
  });
});

test('content that is painted out of order stands in source order in the tree', async () => {
  const tags = tagTree([{ role: 'P' }, { role: 'P' }, { role: 'P' }]);
  const list = page([textItem(3, 'tiga', 20), textItem(1, 'satu', 40), textItem(2, 'dua', 60)], tags);
  expect(readPdf(await write(list)).root.children.map(nodeText)).toEqual(['satu', 'dua', 'tiga']);
});

test('text around an element inside a paragraph stays around it', async () => {
  const tags = tagTree([{ role: 'P' }, { role: 'Span', parent: 1 }, { role: 'Span', parent: 1 }]);
  const items = [
    textItem(1, 'a ', 20),
    textItem(2, 'b ', 20),
    textItem(1, 'c ', 20),
    textItem(3, 'd ', 20),
    textItem(1, 'e', 20),
  ];
  const { root } = readPdf(await write(page(items, tags)));
  expect(nodeText(root)).toBe('a b c d e');
});

test('black is the black ink alone', async () => {
  const red: DisplayItem = {
    kind: 'fill',
    owner: tagged(1),
    path: rectPath({ x: 0, y: 0, width: 9, height: 9 }),
    rule: 'nonzero',
    color: { ...black, r: 0.5 },
  };
  const content = await firstContent(page([red, textItem(1, 'hitam', 20)], tagTree([{ role: 'P' }])));
  expect(content).toContain('.5 0 0 rg\n0 91 9 9 re\nf\n0 g\nBT\n');
  // The flip of the library is undone at once: what follows is in PDF coordinates.
  expect(content.startsWith('1 0 0 -1 0 100 cm\n1 0 0 -1 0 100 cm\n')).toBe(true);
});

async function firstContent(list: DisplayList): Promise<string> {
  const { objects } = readPdf(await write(list));
  const pages = objects.entriesOf(objects.entriesOf(objects.trailer.get('Root')).get('Pages'));
  const [first] = objects.itemsOf(pages.get('Kids'));
  return Buffer.from(objects.dataOf(objects.entriesOf(first).get('Contents'))).toString('latin1');
}

test('opacity of things that do not overlap needs no form, of things that do one', async () => {
  const fill = (x: number): DisplayItem => ({
    kind: 'fill',
    owner: { kind: 'artifact', artifact: 'Layout' },
    path: rectPath({ x, y: 0, width: 10, height: 10 }),
    rule: 'nonzero',
    color: black,
  });
  const group = (items: readonly DisplayItem[]): DisplayItem => ({
    kind: 'group',
    clip: undefined,
    opacity: 0.5,
    items,
  });
  const forms = async (item: DisplayItem): Promise<number> => {
    const bytes = await write(page([item, textItem(1, 'a', 50)], tagTree([{ role: 'P' }])));
    return Buffer.from(bytes).toString('latin1').split('/Subtype /Form').length - 1;
  };
  expect(await forms(group([fill(0), fill(20)]))).toBe(0);
  expect(await forms(group([fill(0), fill(5)]))).toBe(1);
});

test('pictures are written as they came or deflated, with their opacity as a mask', async () => {
  const list = page(
    [
      {
        kind: 'picture',
        owner: tagged(1),
        rect: { x: 0, y: 0, width: 20, height: 20 },
        clip: rectPath({ x: 0, y: 0, width: 20, height: 20 }),
        request: 0,
      },
    ],
    tagTree([{ role: 'Figure', alt: 'a', attributes: { bbox: { x: 0, y: 0, width: 20, height: 20 }, page: 0 } }]),
  );
  const { objects } = readPdf(await write(list));
  const [first] = objects.itemsOf(
    objects.entriesOf(objects.entriesOf(objects.trailer.get('Root')).get('Pages')).get('Kids'),
  );
  const images = objects.entriesOf(objects.entriesOf(objects.entriesOf(first).get('Resources')).get('XObject'));
  const image = objects.entriesOf(images.get('I0'));
  expect(numberOf(image.get('Width'))).toBe(2);
  expect(objects.resolve(image.get('Interpolate'))).toEqual({ kind: 'boolean', value: false });
  const mask = objects.resolve(image.get('SMask'));
  if (mask.kind !== 'stream') throw new Error('No mask');
  // Each row begins with its predictor: 1 is "to the left", 2 is "above".
  expect([...inflateSync(mask.raw)]).toEqual([1, 255, 129, 1, 255, 1]);
});

test.each([
  ['no title', {}, { title: ' ' }, 'output/missing-title'],
  ['no language', { lang: '' }, {}, 'output/missing-language'],
  ['a language that is none', { lang: 'bahasa_indonesia!' }, {}, 'output/missing-language'],
])('%s is an error and no file', async (_, list, metadata, code) => {
  const reporter = createDiagnosticList();
  const given = { ...page([textItem(1, 'a', 20)], tagTree([{ role: 'P' }])), ...list };
  const bytes = await writePdf(given, { ...input, metadata: { ...METADATA, ...metadata } }, reporter);
  expect(bytes).toBeUndefined();
  expect(reporter.all.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

test('a picture without a description and a character without a glyph are errors with their places', async () => {
  const place = { path: 'articles/a.md', line: 7, column: 3 };
  const reporter = createDiagnosticList();
  const tags = tagTree([{ role: 'P' }, { role: 'Figure', alt: '' }]).map((tag) => ({ ...tag, place }));
  const item = { ...textItem(1, 'a\u{1f9ff}', 20), place };
  expect(await writePdf(page([item], tags), input, reporter)).toBeUndefined();
  expect(reporter.all.map(({ code, data, place: at }) => ({ code, data, at }))).toEqual([
    { code: 'output/figure-without-alt', data: { element: 'img' }, at: place },
    { code: 'output/missing-glyph', data: { text: '\u{1f9ff}', font: 'SourceSerif4-Regular' }, at: place },
  ]);
});

test('the colour profile has its own length, signature and nine different tags', () => {
  const profile = Buffer.from(srgbProfile());
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString('latin1', 36, 40)).toBe('acsp');
  expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
  const count = profile.readUInt32BE(128);
  const tags = Array.from({ length: count }, (_, index) =>
    profile.toString('latin1', 132 + index * 12, 136 + index * 12),
  );
  expect(tags).toEqual(['desc', 'cprt', 'wtpt', 'chad', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC']);
});

test('saved graphics states nest no deeper than PDF/A-2 allows, however deep boxes and drawings do', async () => {
  const square = rectPath({ x: 0, y: 0, width: 90, height: 90 });
  let boxes: DisplayItem = textItem(1, 'dalam', 20);
  for (let depth = 0; depth < 60; depth += 1) boxes = { kind: 'group', clip: square, opacity: 1, items: [boxes] };
  let nodes: DrawingNode = {
    kind: 'shape',
    path: square,
    fill: { kind: 'color', color: black },
    fillRule: 'nonzero',
    stroke: undefined,
    opacity: 1,
  };
  for (let depth = 0; depth < 60; depth += 1) {
    nodes = { kind: 'group', transform: [1, 0, 0, 1, 1, 0], opacity: 1, children: [nodes] };
  }
  const drawing: DisplayItem = {
    kind: 'drawing',
    owner: { kind: 'artifact', artifact: 'Layout' },
    matrix: [1, 0, 0, 1, 0, 0],
    clip: square,
    nodes: [nodes],
  };
  const bytes = await write(page([boxes, drawing], tagTree([{ role: 'P' }])));
  const { objects, root } = readPdf(bytes);
  expect(nodeText(root)).toBe('dalam');
  const depths: number[] = [];
  for (let id = 1; id < objects.count; id += 1) {
    const object = objects.resolve({ kind: 'ref', id });
    if (object.kind !== 'stream') continue;
    const text = Buffer.from(objects.dataOf(object)).toString('latin1');
    if (!/^q$/m.test(text)) continue;
    let depth = 0;
    let deepest = 0;
    for (const line of text.split('\n')) {
      if (line === 'q') depth += 1;
      if (line === 'Q') depth -= 1;
      deepest = Math.max(deepest, depth);
    }
    expect(depth).toBe(0);
    depths.push(deepest);
  }
  expect(Math.max(...depths)).toBeLessThanOrEqual(28);
  // The transforms of all groups are one.
  expect(await firstContent(page([drawing], tagTree([{ role: 'P' }])))).toContain('1 0 0 1 60 0 cm\n');
});
