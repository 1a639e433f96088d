import { describe, expect, it } from 'vitest';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import { createSourceFile } from '../../../src/base/source.ts';
import { takeMarks } from '../../../src/template/marks.ts';
import { mergeTemplate } from '../../../src/template/merge-template.ts';
import type { MergedHtml } from '../../../src/template/types.ts';
import {
  a4,
  bareHtml,
  compileSample,
  mergeSample,
  sampleArticle,
  sampleBrand,
  sampleConfig,
} from '../../support/template.ts';

/** The marked stretches of some HTML: its text and where it comes from. */
function stretches(merged: MergedHtml): readonly string[] {
  const { text, spans } = takeMarks(merged.html);
  return spans.flatMap(({ start, mark }, index) => {
    if (mark === undefined) return [];
    const place = merged.marks[mark];
    return [
      `${text.slice(start, spans[index + 1]?.start)} ← ${place?.path.split('/').at(-1)}:${place?.line}:${place?.column}`,
    ];
  });
}

/** The start tags of some HTML and where they come from. */
function tags(merged: MergedHtml): readonly string[] {
  return [...merged.html.matchAll(/<(\w+) data-buletin-place="(\d+)"/g)].map(([, name, mark]) => {
    const place = merged.marks[Number(mark)];
    return `${name} ← ${place?.path.split('/').at(-1)}:${place?.line}:${place?.column}`;
  });
}

describe('marks through the merge', () => {
  it('surround a value in text and in an attribute, and name its line in the front matter', () => {
    const merged = mergeSample(
      '<title>{{title}}</title>\n<h1 title="{{title}}">{{ title }} {{date date}}</h1>',
      sampleArticle('x'),
    );
    expect(stretches(merged)).toEqual([
      'Judul ← contoh.md:2:1',
      'Judul ← contoh.md:2:1',
      'Judul ← contoh.md:2:1',
      'Senin, 1 Maret 2021 ← contoh.md:3:1',
    ]);
    expect(bareHtml(merged.html)).toBe('<title>Judul</title>\n<h1 title="Judul">Judul Senin, 1 Maret 2021</h1>');
  });

  it('name the configuration for the brand, and the layout for everything else', () => {
    const source = createSourceFile(
      'buletin.yaml',
      'organisation: Pemerintah Kabupaten Pasuruan\nname: Buletin Kabupaten Pasuruan\n',
    );
    const config = sampleConfig({ source });
    const merged = mergeSample('<p>{{words.page}}\n{{brand.name}}</p>', sampleArticle('x'), { config });
    expect(stretches(merged)).toEqual(['Halaman ← layout.hbs:1:4', 'Buletin Kabupaten Pasuruan ← buletin.yaml:2:7']);
    const neutral = mergeSample('<p>{{brand.name}}</p>', sampleArticle('x'));
    expect(stretches(neutral)).toEqual(['Buletin Kabupaten Pasuruan ← layout.hbs:1:4']);
  });

  it('leave the true value to conditions and comparisons', () => {
    const text = '{{#if category}}A{{else}}B{{/if}}{{#if (eq title "Judul")}}C{{/if}}{{#if (eq paper "A4")}}D{{/if}}';
    expect(mergeSample(text, sampleArticle('x')).html).toBe('BCD');
  });

  it('stand on the start tags of the layout and its partials, behind blocks and white space control', () => {
    const text =
      '<!-- <i> -->\n{{#if title}}\n  <p class="a>b"><b>{{title}}</b></p>\n{{/if}}\n<div>{{> foot}}</div>\n{{~#if title}}\n\n <i>x</i>{{/if}}';
    const merged = mergeSample(text, sampleArticle('x'), {
      partials: { foot: '\n<em>a < b</em><style>i > b{}</style>' },
    });
    expect(tags(merged)).toEqual([
      'p ← layout.hbs:3:3',
      'b ← layout.hbs:3:18',
      'div ← layout.hbs:5:1',
      'em ← foot.hbs:2:1',
      'style ← foot.hbs:2:15',
      'i ← layout.hbs:8:2',
    ]);
  });

  it('leave comments and tags that a mustache completes alone', () => {
    const merged = mergeSample('<!-- {{title}} --><h{{#if draft}}1{{else}}2{{/if}}>x', sampleArticle('x'));
    expect(merged.html).toBe('<!-- Judul --><h2>x');
  });

  it('name the lines of the Markdown', () => {
    const markdown = 'Satu baris\ndan *dua* lagi\n\n> - tiga\n>   empat\n';
    const merged = mergeSample('{{{body}}}', sampleArticle(markdown));
    expect(tags(merged)).toEqual([
      'p ← contoh.md:5:1',
      'blockquote ← contoh.md:8:1',
      'ul ← contoh.md:8:3',
      'li ← contoh.md:8:3',
    ]);
    expect(stretches(merged)).toEqual([
      'Satu baris ← contoh.md:5:1',
      'dan  ← contoh.md:6:1',
      'dua ← contoh.md:6:6',
      ' lagi ← contoh.md:6:10',
      'tiga ← contoh.md:8:5',
      'empat ← contoh.md:9:5',
    ]);
  });
});

describe('hostile values stay text', () => {
  const hostile = `"><script>alert('1')</script>{{title}}{{{body}}} & <b>`;
  const escaped = '&quot;&gt;&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt;{{title}}{{{body}}} &amp; &lt;b&gt;';

  it('in text and attributes', () => {
    const article = sampleArticle('x', { title: hostile });
    expect(bareHtml(mergeSample('<p title="{{title}}">{{title}}</p>', article).html)).toBe(
      `<p title="${escaped}">${escaped}</p>`,
    );
  });

  it('in helpers and partials', () => {
    const article = sampleArticle('x', { title: hostile });
    const merged = mergeSample('{{join " " title}}{{> part value=title}}', article, {
      partials: { part: '{{value}}' },
    });
    expect(bareHtml(merged.html)).toBe(escaped + escaped);
  });

  it('reaches nothing through prototypes', () => {
    const article = sampleArticle('x', { title: '__proto__' });
    expect(bareHtml(mergeSample('{{title}}', article).html)).toBe('__proto__');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('is refused when it holds a mark', () => {
    const { layout } = compileSample('{{title}}');
    const report = (article: ReturnType<typeof sampleArticle>, config = sampleConfig()) => {
      const reporter = createDiagnosticList();
      if (layout === undefined) throw new Error('no layout');
      const merged = mergeTemplate(layout, { article, config, paper: a4, draft: false }, reporter);
      expect(merged).toBeUndefined();
      return reporter.all.map(({ code, place, data }) => [code, place?.line, data]);
    };
    expect(report(sampleArticle('x', { title: 'a\u{F0000}b' }))).toEqual([
      ['template/private-character', 2, { character: 'U+F0000', field: 'title' }],
    ]);
    expect(report(sampleArticle('x\n\n`b` &#x10FFFD;'))).toEqual([
      ['template/private-character', 7, { character: 'U+10FFFD', field: 'body' }],
    ]);
    const brand = { ...sampleBrand, tagline: '\u{100000}' };
    expect(report(sampleArticle('x'), sampleConfig({ brand }))).toEqual([
      ['template/private-character', undefined, { character: 'U+100000', field: 'brand.tagline' }],
    ]);
  });
});

describe('the data of a layout', () => {
  const text = (template: string, article = sampleArticle('x'), config = sampleConfig()): string =>
    bareHtml(mergeSample(template, article, { config }).html);

  it('has the QR of the source, or of the short address', () => {
    const article = sampleArticle('x', { qr: true, source: 'https://contoh.go.id/berita/' });
    const template = '{{#with qr}}{{value}} {{href}} {{shown}} {{alt}}{{/with}}';
    expect(text(template, article)).toBe(
      'https://contoh.go.id/berita/ https://contoh.go.id/berita/ contoh.go.id/berita/ Kode QR menuju https://contoh.go.id/berita/',
    );
    const config = sampleConfig({ links: { print: true, short: { contoh: 'https://s.go.id/x' } } });
    expect(text('{{#if qr}}{{qr.value}}{{/if}}', article, config)).toBe('https://s.go.id/x');
    expect(text('{{#if qr}}QR{{else}}-{{/if}}', sampleArticle('x', { qr: false, source: 'https://a.id/' }))).toBe('-');
  });

  it('has the notice about AI in the language of the article, with the QR only when there is one', () => {
    const ai = { use: 'assisted', model: '', reviewedBy: '' } as const;
    expect(text('{{notice}}', sampleArticle('x', { ai }))).toBe('Berita ini diringkas dengan bantuan AI.');
    expect(text('{{notice}}', sampleArticle('x', { ai, qr: true, source: 'https://a.id/' }))).toBe(
      'Berita ini diringkas dengan bantuan AI. Silakan pindai kode QR pada halaman ini untuk membaca berita aslinya.',
    );
    expect(text('{{notice}}|', sampleArticle('x', { ai: { ...ai, use: 'none' } }))).toBe('|');
    expect(text('{{notice}}|', sampleArticle('x'))).toBe('|');
  });

  it('has dates in words, the monogram of the place, and icons', () => {
    const article = sampleArticle('x', { updated: { year: 2021, month: 3, day: 9 }, lang: 'en' });
    expect(text('{{dateIso}} {{#if updated}}{{date updated}}{{/if}} {{words.page}}', article)).toBe(
      '2021-03-01 Tuesday, 9 March 2021 Page',
    );
    expect(text('{{brand.monogram}}{{#each brand.handles}} {{icon}} {{networkName}}{{/each}}')).toBe(
      'P icon:globe Situs web icon:instagram Instagram',
    );
  });

  it('numbers links, unless the configuration prints none', () => {
    const article = sampleArticle(
      '[a](https://a.id/x/) <https://b.id> [c](mailto:c@d.id) [lagi](https://a.id/x/) [e](/f)',
    );
    const template = '{{#each links}}{{number}} {{text}} {{shown}}; {{/each}}{{{body}}}';
    expect(text(template, article)).toBe(
      '1 a a.id/x/; 2 c c@d.id; <p><a href="https://a.id/x/">a</a><sup class="link-number">1</sup> <a href="https://b.id/">https://b.id</a> ' +
        '<a href="mailto:c@d.id">c</a><sup class="link-number">2</sup> <a href="https://a.id/x/">lagi</a><sup class="link-number">1</sup> e</p>',
    );
    const config = sampleConfig({ links: { print: false, short: {} } });
    expect(text('{{#each links}}x{{/each}}{{{body}}}', sampleArticle('[a](https://a.id)'), config)).toBe(
      '<p><a href="https://a.id/">a</a></p>',
    );
  });

  it('gives the same bytes for the same input', () => {
    const once = mergeSample('<p>{{title}}</p>{{{body}}}', sampleArticle('a *b*'));
    const twice = mergeSample('<p>{{title}}</p>{{{body}}}', sampleArticle('a *b*'));
    expect(JSON.stringify(twice)).toBe(JSON.stringify(once));
  });
});

describe('the first stylesheet', () => {
  it('has the brand and the paper, with colours that can be read', () => {
    const [sheet] = mergeSample('x', sampleArticle('x')).stylesheets;
    expect(sheet?.path).toBe('<brand>');
    expect(sheet?.text).toContain('--color-primary: #0f4c5c;');
    expect(sheet?.text).toContain('--color-accent: #c98a1b;');
    expect(sheet?.text).toContain('@page {\n  size: 595.276pt 841.89pt;\n}');
    const hex = /--color-accent-text: #(..)(..)(..);/.exec(sheet?.text ?? '')?.slice(1) ?? [];
    const [r = 1, g = 1, b = 1] = hex.map((part) => (Number.parseInt(part, 16) / 255 + 0.055) ** 2.4 / 1.055 ** 2.4);
    expect(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the first paragraph', () => {
  const lead = (markdown: string, place = ''): string => {
    const { html } = mergeSample('<title>{{title}}</title>\n{{{lead}}}', sampleArticle(markdown, { place }));
    return bareHtml(html).split('\n').slice(1).join('\n');
  };

  it('is the first one with words, with the dateline and without the numbers of printed links', () => {
    const markdown = '## Judul kecil\n\n![Foto](a.jpg)\n\nWarga [melapor](https://contoh.id).\n\nLalu selesai.';
    expect(lead(markdown, 'Bangil')).toMatch(
      /^<p><strong class="dateline">Bangil<\/strong>.*<a href="https:\/\/contoh.id\/">melapor<\/a>\.<\/p>$/,
    );
  });

  it('is the first part where there is no paragraph', () => {
    expect(lead('- satu\n- dua')).toMatch(/^<ul>/);
  });
});
