import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteYaml } from '../../../src/config/quote-yaml.ts';
import { plain, read } from './read.ts';

/** The one diagnostic of a text and the line that it advises. */
function advice(text: string): { found: readonly string[]; corrected: string | undefined } {
  const { found, all } = read(text);
  const data = all[0]?.data as { readonly corrected?: string } | undefined;
  return { found, corrected: data?.corrected };
}

describe('readYaml: what is right', () => {
  it('keeps every scalar as text and knows where it stands', () => {
    const { mapping, found } = read('# catatan\n\ndate: 2021-03-01\nn: 0x10\nyes: no\nempty:\nlist: [a, "b, c"]\n');
    expect(found).toEqual([]);
    expect(plain(mapping)).toEqual({ date: '2021-03-01', n: '0x10', yes: 'no', empty: '', list: ['a', 'b, c'] });
    const place = { path: 'x.yaml', line: 3, column: 7, endLine: 3, endColumn: 17 };
    expect(mapping?.entries[0]?.value.place).toEqual(place);
    expect(mapping?.entries[3]?.value.place).toMatchObject({ line: 6, column: 1 });
  });

  it('allows values over several lines, notes after quoted values and above children', () => {
    const text = [
      '---',
      'a: |',
      '  satu # bukan catatan: sungguh',
      '  dua',
      'b: >-',
      '  tiga',
      '  empat',
      'c: lima',
      '  enam',
      'd: "tujuh" # catatan',
      'e: # catatan',
      '  f: delapan',
      'g:',
      '- sembilan',
      '- "se: puluh"',
      'h: [a,',
      '  b]',
      'i: "se',
      '  belas"',
      'j: a#b:c',
    ];
    const { mapping, found } = read(text.join('\n'));
    expect(found).toEqual([]);
    expect(plain(mapping)).toEqual({
      a: 'satu # bukan catatan: sungguh\ndua\n',
      b: 'tiga empat',
      c: 'lima enam',
      d: 'tujuh',
      e: { f: 'delapan' },
      g: ['sembilan', 'se: puluh'],
      h: ['a', 'b'],
      i: 'se belas',
      j: 'a#b:c',
    });
  });

  it('reads nothing as an empty mapping', () => {
    expect(plain(read('').mapping)).toEqual({});
    expect(plain(read('# hanya catatan\n\n').mapping)).toEqual({});
  });

  it('keeps hostile keys as mere text', () => {
    const { mapping, found } = read('__proto__: a\nconstructor: b\n<<: {polluted: yes}\n');
    expect(found).toEqual([]);
    expect(mapping?.entries.map(({ key }) => key)).toEqual(['__proto__', 'constructor', '<<']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('readYaml: what YAML would misread', () => {
  it.each([
    ['title: Lomba #PasuruanMaju', '1:14 yaml/comment-after-value', 'title: "Lomba #PasuruanMaju"'],
    ['title: #PasuruanMaju', '1:8 yaml/comment-after-value', 'title: "#PasuruanMaju"'],
    ['title: Lomba: hari ini', '1:13 yaml/colon-in-value', 'title: "Lomba: hari ini"'],
    ['title: Lomba: "hari" #1', '1:13 yaml/colon-in-value', 'title: "Lomba: \\"hari\\" #1"'],
    ['title: Akhir:', '1:13 yaml/colon-in-value', 'title: "Akhir:"'],
    ['title: "Lomba" kata', '1:16 yaml/text-after-quote', 'title: "\\"Lomba\\" kata"'],
    ['title: "A" dan "B"', '1:12 yaml/text-after-quote', 'title: "\\"A\\" dan \\"B\\""'],
    ['title: "Program "MIDEC" mulai"', '1:18 yaml/text-after-quote', 'title: "Program \\"MIDEC\\" mulai"'],
    ["title: 'Jum'at Berkah'", '1:13 yaml/text-after-quote', 'title: "Jum\'at Berkah"'],
    ['title: "Lomba', '1:8 yaml/quote-not-closed', 'title: "Lomba"'],
    ["title: 'Lomba", '1:8 yaml/quote-not-closed', 'title: "Lomba"'],
    ['title: "C:\\Users"', '1:11 yaml/bad-escape', 'title: "C:\\\\Users"'],
    ['title: @desa', '1:8 yaml/special-start', 'title: "@desa"'],
    ['title: `desa`', '1:8 yaml/special-start', 'title: "`desa`"'],
    ['title: %50 hemat', '1:8 yaml/special-start', 'title: "%50 hemat"'],
    ['title: > 5 orang', '1:8 yaml/special-start', 'title: "> 5 orang"'],
    ['title: - Lomba', '1:8 yaml/special-start', 'title: "- Lomba"'],
    ['title: {{judul}}', '1:8 yaml/special-start', 'title: "{{judul}}"'],
    ['title: *judul', '1:8 yaml/alias', 'title: "*judul"'],
    ['title: &judul Lomba', '1:8 yaml/alias', 'title: "&judul Lomba"'],
    ['title: !penting Lomba', '1:8 yaml/tag', 'title: "!penting Lomba"'],
    ['title: [Foto] Lomba', '1:8 yaml/bracket', 'title: "[Foto] Lomba"'],
    ['title: [Foto', '1:8 yaml/bracket', 'title: "[Foto"'],
    ['title: {a', '1:8 yaml/bracket', 'title: "{a"'],
    ['tags: [desa, lomba #1]', '1:20 yaml/comment-after-value', 'tags: ["desa", "lomba #1"]'],
    ['title:Lomba', '1:6 yaml/no-space-after-colon', 'title: "Lomba"'],
    ['title:"Lomba"', '1:6 yaml/no-space-after-colon', 'title: "Lomba"'],
    ['tags:\n  - desa\n  - #lomba', '3:5 yaml/comment-after-value', '- "#lomba"'],
    ['ai:\n  use: assisted\n  model: @x', '3:10 yaml/special-start', 'model: "@x"'],
    ['title: Lomba\n  desa #satu', '2:8 yaml/comment-after-value', 'title: "Lomba desa #satu"'],
  ])('%j', (text, found, corrected) => {
    expect(advice(text)).toEqual({ found: [found], corrected });
    // The advice itself is right: the corrected text is read without a word.
    const lines = text.split('\n');
    if (lines.length === 1) expect(read(`${corrected}\n`).found).toEqual([]);
  });

  it.each([
    ['title: a\n\ttags: b', '2:1 yaml/tab'],
    ['title: a\n\tb\n\tc', '2:1 yaml/tab'],
    ['title: |\n\tTeks', '2:1 yaml/tab'],
    ['title: a\nSembarang teks', '2:1 yaml/not-a-key'],
    ['https://pasuruan.go.id', '1:1 yaml/not-a-key'],
    ['title: a\n  place: b', '2:3 yaml/indented-too-far'],
    ['title: a\ntitle: b', '2:1 yaml/duplicate-key'],
    ['a: {b: *c}', '1:8 yaml/alias'],
    ['a: [!x b]', '1:5 yaml/tag'],
    ['a: [@b]', '1:5 yaml/special-start'],
    ['- a\n- b', '1:1 yaml/not-a-key'],
    ['%YAML 1.1', '1:1 yaml/not-a-key'],
    ['a: b\n---\nc: d', '2:1 yaml/not-a-key'],
    ['? a\n: b', '1:1 yaml/not-a-key'],
  ])('%j', (text, found) => {
    expect(read(text).found.slice(0, 1)).toEqual([found]);
    expect(read(text).found.filter((line) => line === found)).toHaveLength(1);
  });

  it('says what would be left of a cut value', () => {
    expect(read('title: Lomba #PasuruanMaju').all[0]?.data).toMatchObject({ kept: 'Lomba' });
  });

  it('names the first line of a key that stands twice', () => {
    const [duplicate] = read('a: 1\nb: 2\na: 3').all;
    expect(duplicate?.data).toEqual({ key: 'a', firstLine: 1 });
    expect(duplicate?.related).toMatchObject([{ line: 1, column: 1 }]);
  });

  it('goes on with the other keys, and leaves the faulty value unjudged', () => {
    const { mapping, found } = read('a: x: y\nb: "z\nc: @w\nd: [1\ne: baik\n');
    expect(found).toEqual([
      '1:5 yaml/colon-in-value',
      '2:4 yaml/quote-not-closed',
      '3:4 yaml/special-start',
      '4:4 yaml/bracket',
    ]);
    expect(plain(mapping)).toEqual({ a: '(faulty)', b: '(faulty)', c: '(faulty)', d: '(faulty)', e: 'baik' });
  });
});

describe('readYaml: hostile input', () => {
  it.each([
    ['brackets', `a: ${'['.repeat(16_000)}`],
    ['braces', `a: ${'{a: '.repeat(4000)}`],
    ['dashes', '- '.repeat(8000)],
    ['indented keys', Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n')],
  ])('%s end in one error', (_, text) => {
    expect(read(text).found.map((line) => line.split(' ')[1])).toEqual(['yaml/too-deep']);
  });

  it('refuses a billion laughs at its first anchor', () => {
    const { found, mapping } = read('a: &a ["lol"]\nb: &b [*a, *a]\nc: [*b, *b]\n');
    expect(found.slice(0, 2)).toEqual(['1:4 yaml/alias', '2:4 yaml/alias']);
    expect(JSON.stringify(plain(mapping) ?? '').length).toBeLessThan(200);
  });

  it('never throws, whatever stands there', () => {
    const pieces = [
      'a',
      ': ',
      ' #',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '- ',
      '\n',
      '  ',
      '\t',
      '*',
      '&',
      '!',
      '|',
      '>',
      '?',
      ',',
      '%',
      '@',
      '\\',
      '---',
    ];
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 40 });
    fc.assert(
      fc.property(text, (parts) => {
        const { mapping, found } = read(parts.join(''));
        // Either something was read, or somebody was told why not.
        expect(mapping !== undefined || found.length > 0).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
});

/** Titles as people write them: words, quotes, hashes, colons, backslashes, any script. */
const title = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Lomba',
        'Desa',
        '#Maju',
        ':',
        '"',
        "'",
        '\\',
        '@',
        '- ',
        '{',
        '[',
        '*',
        '&',
        '!',
        '%',
        '|',
        '>',
        'é',
        '“',
        '😀',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(' '));

describe('quoteYaml', () => {
  it('reads back as the same text, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(title, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
        const { mapping, found } = read(`title: ${quoteYaml(text)}\n`);
        expect(found).toEqual([]);
        expect(plain(mapping)).toEqual({ title: text });
      }),
      { numRuns: 150 },
    );
  });

  it('is what a message advises: an unquoted title is read whole, or the advised line reads back as it', () => {
    fc.assert(
      fc.property(title, (raw) => {
        const text = raw.replace(/[\s\0-\x1f\x7f-\x9f\ufeff\u2028\u2029]+/g, ' ').trim();
        // A title that begins with a quote is quoted already, as far as anyone can tell.
        fc.pre(text !== '' && !/^["'|>[{]/.test(text));
        const { mapping, all } = read(`title: ${text}\n`);
        const [first] = all;
        if (first === undefined) {
          expect(plain(mapping)).toEqual({ title: text });
          return;
        }
        expect(all).toHaveLength(1);
        const { corrected } = first.data as { readonly corrected: string };
        expect(plain(read(`${corrected}\n`).mapping)).toEqual({ title: text });
      }),
      { numRuns: 500 },
    );
  });
});
