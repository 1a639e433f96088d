import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { expectGolden } from './support/golden-file.ts';
import { nameOf, numberOf, type PdfEntries, textOf } from './support/pdf-objects.ts';
import { openPress, type Press, type Pressed, printDiagnostics, REPOSITORY } from './support/press.ts';
import { nodeText, printStructure, type ReadPdf, readPdf, type StructureNode } from './support/read-pdf.ts';

const samples = readdirSync(path.join(REPOSITORY, 'articles'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `articles/${name.replaceAll('\\', '/')}`)
  .sort();

/** Issue 2: what a bulletin without a picture may weigh. */
const MAX_BYTES = 60 * 1024;

interface Sample extends Pressed {
  readonly text: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

function factsOf(text: string): Readonly<Record<string, unknown>> {
  const [, yaml = ''] = /^---\n([\s\S]*?)\n---/.exec(text) ?? [];
  return parse(yaml) as Readonly<Record<string, unknown>>;
}

const fact = ({ facts }: Sample, key: string, alias: string): string => `${facts[key] ?? facts[alias] ?? ''}`;

function elements(node: StructureNode, role: string): readonly StructureNode[] {
  return [
    ...(node.role === role ? [node] : []),
    ...node.children.flatMap((child) => (typeof child === 'string' ? [] : elements(child, role))),
  ];
}

/** All objects of a file that are dictionaries or streams. */
function dictionaries({ objects }: ReadPdf): readonly PdfEntries[] {
  return Array.from({ length: objects.count }, (_, id) => objects.entriesOf({ kind: 'ref', id })).filter(
    (entries) => entries.size > 0,
  );
}

describe.each(samples)('%s', (name) => {
  let press: Press;
  let sample: Sample;
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    press = await openPress(REPOSITORY);
    const text = readFileSync(path.join(REPOSITORY, name), 'utf8').replaceAll('\r\n', '\n');
    sample = { ...(await press.print(name)), text, facts: factsOf(text) };
    if (sample.pdf === undefined) throw new Error(printDiagnostics(sample.diagnostics));
    bytes = sample.pdf.bytes;
    pdf = readPdf(bytes);
  });
  const catalog = (): PdfEntries => pdf.objects.entriesOf(pdf.objects.trailer.get('Root'));

  it('holds its proof without a word of warning', () => {
    expect(printDiagnostics(sample.diagnostics)).toBe('');
  });

  it('has the structure of its golden', () => {
    const file = path.join(import.meta.dirname, 'golden/samples', path.basename(name, '.md'), 'tags.txt');
    expectGolden(file, printStructure(pdf.root));
  });

  it('says title and language everywhere alike, and shows the title', () => {
    const title = fact(sample, 'title', 'judul');
    expect(pdf.info.Title).toBe(title);
    expect(xmpOf(pdf, 'dc:title')).toBe(title);
    expect(xmpOf(pdf, 'dc:source')).toBe(fact(sample, 'source', 'sumber'));
    expect(pdf.lang).toBe('id');
    const preferences = pdf.objects.entriesOf(catalog().get('ViewerPreferences'));
    expect(preferences.get('DisplayDocTitle')).toEqual({ kind: 'boolean', value: true });
    expect(nameOf(preferences.get('PrintScaling'))).toBe('None');
    expect(pdf.objects.entriesOf(catalog().get('MarkInfo')).get('Marked')).toEqual({ kind: 'boolean', value: true });
  });

  it('gives Info and XMP the same facts', () => {
    expect(xmpOf(pdf, 'dc:creator')).toBe(pdf.info.Author);
    expect(xmpOf(pdf, 'dc:description')).toBe(pdf.info.Subject);
    expect(xmpOf(pdf, 'pdf:Keywords')).toBe(pdf.info.Keywords);
    expect(xmpOf(pdf, 'xmp:CreatorTool')).toBe(pdf.info.Creator);
    expect(xmpOf(pdf, 'pdf:Producer')).toBe(pdf.info.Producer);
    expect(pdfDate(xmpOf(pdf, 'xmp:CreateDate'))).toBe(pdf.info.CreationDate);
    expect(pdfDate(xmpOf(pdf, 'xmp:ModifyDate'))).toBe(pdf.info.ModDate);
  });

  it('ties each link to an element and describes it', () => {
    const { objects } = pdf;
    const tied = new Set<number>();
    for (const entries of dictionaries(pdf)) {
      if (nameOf(entries.get('Type')) !== 'OBJR') continue;
      const object = entries.get('Obj');
      if (object?.kind === 'ref') tied.add(object.id);
    }
    // OBJR dictionaries may stand inside their elements.
    for (const element of dictionaries(pdf)) {
      if (nameOf(element.get('S')) !== 'Link') continue;
      for (const kid of [element.get('K'), ...objects.itemsOf(element.get('K'))]) {
        const object = objects.entriesOf(kid).get('Obj');
        if (object?.kind === 'ref') tied.add(object.id);
      }
    }
    for (const page of dictionaries(pdf).filter((entries) => nameOf(entries.get('Type')) === 'Page')) {
      for (const reference of objects.itemsOf(page.get('Annots'))) {
        const annotation = objects.entriesOf(reference);
        expect(nameOf(annotation.get('Subtype'))).toBe('Link');
        expect(textOf(annotation.get('Contents'))).toMatch(/\S/);
        expect(numberOf(annotation.get('StructParent'))).toBeGreaterThanOrEqual(0);
        expect(reference.kind === 'ref' && tied.has(reference.id)).toBe(true);
      }
    }
    const targets = elements(pdf.root, 'Link').flatMap((link) => link.targets);
    expect([...targets].sort()).toEqual(pdf.links.map(({ target }) => target).sort());
    for (const link of elements(pdf.root, 'Link')) expect(link.targets.length).toBeGreaterThan(0);
  });

  it('leads from the QR to the source on the first page', () => {
    const source = new URL(fact(sample, 'source', 'sumber')).href;
    const area = pdf.links.find(
      ({ page, target, contents }) => page === 0 && target === source && contents.includes('QR'),
    );
    expect(area?.contents).toBe(`Kode QR menuju ${source}`);
    const [figure] = elements(pdf.root, 'Link').filter((link) =>
      elements(link, 'Figure').some(({ alt }) => alt?.includes('QR')),
    );
    expect(figure?.targets).toEqual([source]);
  });

  it('embeds each font as a subset', () => {
    const fonts = dictionaries(pdf).filter((entries) => nameOf(entries.get('Type')) === 'FontDescriptor');
    expect(fonts.length).toBeGreaterThan(0);
    for (const descriptor of fonts) {
      expect(nameOf(descriptor.get('FontName'))).toMatch(/^[A-Z]{6}\+\S+$/);
      const file = descriptor.get('FontFile2') ?? descriptor.get('FontFile3');
      expect(pdf.objects.dataOf(file).length).toBeGreaterThan(100);
    }
    const used = dictionaries(pdf).filter((entries) => nameOf(entries.get('Type')) === 'Font');
    for (const font of used) expect(nameOf(font.get('BaseFont'))).toMatch(/^[A-Z]{6}\+/);
  });

  it('has A4 pages, one as counted, and nothing that acts by itself', () => {
    const pages = dictionaries(pdf).filter((entries) => nameOf(entries.get('Type')) === 'Page');
    expect(pages.length).toBe(sample.pdf?.pages);
    expect(pdf.pageCount).toBe(sample.pdf?.pages);
    for (const page of pages) {
      expect(pdf.objects.itemsOf(page.get('MediaBox')).map(numberOf)).toEqual([0, 0, 595.276, 841.89]);
    }
    for (const entries of dictionaries(pdf)) {
      for (const key of ['AA', 'OpenAction', 'JS', 'JavaScript', 'EmbeddedFiles', 'AcroForm']) {
        expect(entries.has(key)).toBe(false);
      }
      const action = nameOf(entries.get('S'));
      if (nameOf(entries.get('Type')) === 'Action') expect(action).toBe('URI');
    }
  });

  it('has figures with descriptions, and those of its pictures', () => {
    const figures = elements(pdf.root, 'Figure');
    for (const { alt } of figures) expect(alt).toMatch(/\S/);
    const alt = fact(sample, 'imageAlt', 'keteranganGambar');
    if (alt !== '') expect(figures.map((figure) => figure.alt)).toContain(alt);
  });

  it('prints the facts of its front matter', () => {
    const text = nodeText(pdf.root).replace(/\s+/g, ' ').toLowerCase();
    for (const [key, alias] of [
      ['category', 'rubrik'],
      ['author', 'penulis'],
      ['editor', 'penyunting'],
      ['imageCaption', 'takarir'],
      ['imageCredit', 'kredit'],
      ['correction', 'ralat'],
    ] as const) {
      expect(text).toContain(fact(sample, key, alias).toLowerCase());
    }
  });

  it('comes out the same in a second run', async () => {
    const again = await (await openPress(REPOSITORY)).print(name, { verify: false });
    expect(again.pdf?.bytes.length).toBe(bytes.length);
    expect(Buffer.compare(again.pdf?.bytes ?? new Uint8Array(), bytes)).toBe(0);
  });

  it('is small when it has no picture', () => {
    const hasPicture = fact(sample, 'image', 'gambar') !== '' || /!\[/.test(sample.text);
    if (!hasPicture) expect(bytes.length).toBeLessThanOrEqual(MAX_BYTES);
  });
});

describe('an article of 1,500 words', () => {
  it('is at most 60 KB too, and stays whole', async () => {
    const press = await openPress(REPOSITORY);
    const texts = samples.map((name) => readFileSync(path.join(REPOSITORY, name), 'utf8').replaceAll('\r\n', '\n'));
    const paragraphs = texts.flatMap((text) => text.split('\n\n').filter((part) => /^[A-Z][^|!]*$/.test(part)));
    const chosen: string[] = [];
    let count = 0;
    for (let index = 0; count < 1500; index += 1) {
      const paragraph = paragraphs[index % paragraphs.length] ?? '';
      chosen.push(paragraph);
      count += paragraph.split(/\s+/).length;
    }
    const text = `---\ntitle: "Seribu Lima Ratus Kata"\ndate: 2021-06-01\nsource: https://pasuruan.go.id/contoh/panjang\nai: none\n---\n\n${chosen.join('\n\n')}\n`;
    const { pdf, diagnostics } = await press.print('articles/2021/06/panjang.md', { text });
    expect(printDiagnostics(diagnostics)).toBe('');
    expect(pdf?.pages).toBeGreaterThan(1);
    expect(pdf?.bytes.length).toBeLessThanOrEqual(MAX_BYTES);
  });
});

/** The text of a property of the packet, references taken apart. */
function xmpOf({ xmp }: ReadPdf, property: string): string | undefined {
  const found = new RegExp(`<${property}>([\\s\\S]*?)</${property}>`).exec(xmp)?.[1];
  return found
    ?.replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** `2021-03-01T12:00:00+07:00` as PDF writes it. */
const pdfDate = (date = ''): string =>
  date.replace(/^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)([+-]\d\d):(\d\d)$/, "D:$1$2$3$4$5$6$7'$8'");
