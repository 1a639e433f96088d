import { parseBody } from '../../src/article/parse-body.ts';
import type { Article, ArticleMeta } from '../../src/article/types.ts';
import type { Diagnostic } from '../../src/base/diagnostics.ts';
import { createDiagnosticList } from '../../src/base/diagnostics.ts';
import { sha256 } from '../../src/base/digest.ts';
import { createSourceFile } from '../../src/base/source.ts';
import { mm } from '../../src/base/units.ts';
import type { Brand, Config, Paper } from '../../src/config/types.ts';
import { compileLayout } from '../../src/template/compile-layout.ts';
import { takeMarks } from '../../src/template/marks.ts';
import { mergeTemplate } from '../../src/template/merge-template.ts';
import type { Layout, MergedHtml } from '../../src/template/types.ts';

export const a4: Paper = { name: 'A4', width: mm(210), height: mm(297) };

export const sampleBrand: Brand = {
  organisation: 'Pemerintah Kabupaten Pasuruan',
  office: 'Dinas Komunikasi dan Informatika',
  name: 'Buletin Kabupaten Pasuruan',
  tagline: 'Kabar untuk warga',
  logo: undefined,
  colors: {
    primary: { r: 15 / 255, g: 76 / 255, b: 92 / 255, alpha: 1 },
    accent: { r: 201 / 255, g: 138 / 255, b: 27 / 255, alpha: 1 },
    ink: { r: 22 / 255, g: 33 / 255, b: 43 / 255, alpha: 1 },
    muted: { r: 90 / 255, g: 104 / 255, b: 114 / 255, alpha: 1 },
  },
  website: 'https://pasuruan.go.id/',
  contact: { address: '', telephone: '', email: '', complaints: '' },
  handles: [
    { network: 'website', label: 'pasuruan.go.id', href: 'https://pasuruan.go.id/' },
    { network: 'instagram', label: 'pemkabpasuruan', href: 'https://www.instagram.com/pemkabpasuruan' },
  ],
};

export function sampleConfig(changes: Partial<Config> = {}): Config {
  return {
    source: undefined,
    brand: sampleBrand,
    paper: a4,
    language: 'id',
    layout: 'bulletin',
    articles: ['articles/**/*.md'],
    rules: { aiRequired: false },
    links: { print: true, short: {} },
    ...changes,
  };
}

const frontMatter = 'title: Judul\n';

/** An article whose file begins with four lines of front matter; the Markdown begins on line 5. */
export function sampleArticle(markdown: string, changes: Partial<ArticleMeta> = {}): Article {
  const head = `---\n${frontMatter}date: 2021-03-01\n---\n`;
  const text = head + markdown;
  const path = 'articles/2021/03/contoh.md';
  const source = createSourceFile(path, text);
  const body = parseBody(source, 5, createDiagnosticList());
  if (body === undefined) throw new Error('no Markdown');
  const place = (line: number) => ({ path, line, column: 1 });
  return {
    path,
    source,
    meta: {
      title: 'Judul',
      date: { year: 2021, month: 3, day: 1 },
      source: undefined,
      qr: false,
      image: undefined,
      category: '',
      place: '',
      author: '',
      editor: '',
      summary: '',
      ai: undefined,
      updated: undefined,
      correction: '',
      until: undefined,
      draft: false,
      layout: undefined,
      slug: 'contoh',
      lang: 'id',
      tags: [],
      lint: true,
      ...changes,
    },
    places: { title: place(2), date: place(3) },
    body,
    digest: sha256(text),
  };
}

export interface CompiledSample {
  readonly layout: Layout | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A layout of a text and partials in memory. */
export function compileSample(text: string, partials: Readonly<Record<string, string>> = {}): CompiledSample {
  const reporter = createDiagnosticList();
  const compiled = compileLayout(
    {
      layout: createSourceFile('templates/uji/layout.hbs', text),
      partials: Object.entries(partials).map(([name, part]) => ({
        name,
        source: createSourceFile(`templates/uji/partials/${name}.hbs`, part),
      })),
    },
    reporter,
  );
  const settings = { name: 'uji', papers: ['A4'] as const, safeDistance: mm(8.5), bleeds: false };
  const layout =
    compiled === undefined
      ? undefined
      : { ...compiled, settings, folder: '/ws/templates/uji', stylesheets: [], digest: '' };
  return { layout, diagnostics: reporter.all };
}

/** The codes and places of diagnostics: `code line:column`. */
export function summaryOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, place }) => `${code} ${place?.line ?? '-'}:${place?.column ?? '-'}`);
}

/** Merges an article into a layout of a text; throws when something was reported. */
export function mergeSample(
  text: string,
  article: Article,
  options: {
    readonly partials?: Readonly<Record<string, string>>;
    readonly config?: Config;
    readonly draft?: boolean;
  } = {},
): MergedHtml {
  const { layout, diagnostics } = compileSample(text, options.partials);
  if (layout === undefined) throw new Error(JSON.stringify(diagnostics));
  const reporter = createDiagnosticList();
  const input = { article, config: options.config ?? sampleConfig(), paper: a4, draft: options.draft ?? false };
  const merged = mergeTemplate(layout, input, reporter);
  if (merged === undefined) throw new Error(JSON.stringify(reporter.all));
  return merged;
}

/** HTML without marks and place attributes. */
export function bareHtml(html: string): string {
  return takeMarks(html).text.replace(/ data-buletin-place="\d+"/g, '');
}
