import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { articleLinks, bodyImages, headingShift } from '../../../src/article/body-parts.ts';
import { placeOfNode, visibleText, walk } from '../../../src/article/tree.ts';
import type { Article } from '../../../src/article/types.ts';
import { file, type Parsed, parse, withBody } from './parse.ts';

function good(body: string): Article {
  const { article, found } = withBody(body);
  expect(found).toEqual([]);
  if (article === undefined) throw new Error('no article');
  return article;
}

function first<T extends Nodes['type']>(article: Article | undefined, type: T): Extract<Nodes, { type: T }> {
  for (const { node } of walk(article?.body ?? { type: 'root', children: [] })) {
    if (node.type === type) return node as Extract<Nodes, { type: T }>;
  }
  throw new Error(`no ${type}`);
}

describe('the text', () => {
  it('counts places from the start of the file', () => {
    const text = file('', 'Satu.\n\n> Dua **tiga**.');
    const article = good('Satu.\n\n> Dua **tiga**.');
    const strong = first(article, 'strong');
    expect(placeOfNode('x.md', strong)).toEqual({ path: 'x.md', line: 8, column: 7, endLine: 8, endColumn: 15 });
    expect(text.slice(strong.position?.start.offset, strong.position?.end.offset)).toBe('**tiga**');
  });

  it('reads tables and strikethrough, but `~5 km~` as text', () => {
    const article = good('| a | b |\n|:-|-:|\n| 1 | ~~2~~ |\n\nSekitar ~5 km~ saja.');
    expect(first(article, 'table').align).toEqual(['left', 'right']);
    expect(visibleText(first(article, 'delete'))).toBe('2');
    expect(visibleText(article.body)).toContain('~5 km~');
  });

  it('leaves mustaches and HTML as the text that they are', () => {
    const { article, found } = withBody(
      '{{judul}} dan <b>tebal</b> {{{x}}}.\n\n<script>\nalert(1)\n</script>\n\n<!-- catatan -->',
    );
    const lines = ['12:1 article/raw-html', '6:15 article/raw-html', '8:1 article/raw-html'];
    expect([...found].sort()).toEqual(lines);
    const types = new Set([...walk(article?.body ?? { type: 'root', children: [] })].map(({ node }) => node.type));
    expect([...types]).toEqual(['root', 'paragraph', 'text']);
    expect(article?.body.children.map(visibleText)).toEqual([
      '{{judul}} dan <b>tebal</b> {{{x}}}.',
      '<script> alert(1) </script>',
      '<!-- catatan -->',
    ]);
  });

  it('resolves references and drops their definitions', () => {
    const article = good(
      'Lihat [situs][a] dan ![Foto][b].\n\n[A]: https://a.id/x "t"\n[b]: <foto desa.jpg> "Takarir"\n[a]: https://lain.id\n',
    );
    expect(first(article, 'link')).toMatchObject({ url: 'https://a.id/x', title: 't' });
    expect(first(article, 'image')).toMatchObject({ url: 'foto desa.jpg', alt: 'Foto', title: 'Takarir' });
    expect(article.body.children).toHaveLength(1);
    expect(visibleText(good('Bukan [rujukan][x].').body)).toBe('Bukan [rujukan][x].');
  });

  it.each([
    ['[a](javascript:alert(1))', 'scheme', undefined],
    ['<javascript:alert(1)>', 'scheme', undefined],
    ['[a](data:text/html,x)', 'scheme', undefined],
    ['[a](berita.md)', 'scheme', undefined],
    ['[a](#bagian)', 'scheme', undefined],
    ['[a](//a.id)', 'scheme', undefined],
    ['[a](www.pasuruan.go.id)', 'scheme', 'https://www.pasuruan.go.id'],
    ['[a](kominfo@a.go.id)', 'scheme', 'mailto:kominfo@a.go.id'],
    ['[a](<https://a.id/b c>)', 'characters', undefined],
    ['[a](&#106;avascript&#58;alert(1))', 'scheme', undefined],
    ['[a](https://u:p@a.id)', 'credentials', undefined],
  ])('refuses the link %s', (markdown, fault, proposal) => {
    const { all, article, found } = withBody(`Teks ${markdown}`);
    expect(found).toEqual(['6:6 article/bad-link']);
    expect(all[0]?.data).toMatchObject({ fault, proposal });
    expect(article).toBeUndefined();
  });

  it('normalises links and gives an empty one its address as text', () => {
    const article = good('Ke [](HTTPS://Pasuruan.go.id), <kominfo@a.id>, [telepon](tel:+62343).');
    const links = [...walk(article.body)].map(({ node }) => node).filter((node) => node.type === 'link');
    expect(links.map((link) => [link.url, visibleText(link)])).toEqual([
      ['https://pasuruan.go.id/', 'pasuruan.go.id'],
      ['mailto:kominfo@a.id', 'kominfo@a.id'],
      ['tel:+62343', 'telepon'],
    ]);
  });

  it.each([
    ['![](foto.jpg)', ['6:1 article/empty-alt']],
    ['![ ](foto.jpg)', ['6:1 article/empty-alt']],
    ['![a](https://a.id/foto.jpg)', ['6:1 article/bad-path']],
    ['![a](data:image/png;base64,AA)', ['6:1 article/bad-path']],
    ['![a](/etc/passwd)', ['6:1 article/bad-path']],
    ['![a](..%5Cfoto.jpg)', ['6:1 article/bad-path']],
    ['![a](../../../../foto.jpg)', ['6:1 article/bad-path']],
    ['![a](%2e%2e/%2e%2e/%2e%2e/%2e%2e/foto.jpg)', ['6:1 article/bad-path']],
    ['![a]()', ['6:1 article/bad-path']],
  ])('refuses the picture %s', (markdown, expected) => {
    expect(withBody(`${markdown} teks`).found).toEqual(expected);
  });

  it('refuses characters that a code stands for', () => {
    expect(withBody('a &#xF0000; b').found).toEqual(['6:1 article/forbidden-character']);
    expect(withBody('`x` &#x9; y').found).toEqual([]);
  });

  it.each([
    ['', '1:1 article/empty-body'],
    ['\n\n', '1:1 article/empty-body'],
    ['![a](x.jpg)', '6:1 article/empty-body'],
    ['[x]: https://a.id', '1:1 article/empty-body'],
    [`${'kata '.repeat(10_001)}`, '6:1 article/too-many-words'],
  ])('needs a text of some length (%#)', (body, expected) => {
    const { found } = withBody(body);
    expect(found.map((line) => line.split(' ')[1])).toEqual([expected.split(' ')[1]]);
  });

  it('bounds the columns of a table and evens its rows', () => {
    const row = (cells: number): string => `|${'a|'.repeat(cells)}`;
    expect(withBody(`${row(13)}\n|${'-|'.repeat(13)}\n`).found).toEqual(['6:1 article/too-many-columns']);
    const { article, found } = withBody('| a | b |\n|-|-|\n| 1 |\n| 1 | 2 |');
    expect(found).toEqual(['8:1 article/uneven-table']);
    expect(first(article, 'table').children.map(({ children }) => children.length)).toEqual([2, 2, 2]);
  });
});

describe('headings', () => {
  const levels = (parsed: Parsed): readonly number[] => {
    if (parsed.article === undefined) throw new Error('no article');
    return [...headingShift(parsed.article.body).values()];
  };

  it.each([
    ['## A\n\n### B\n\n## C', [2, 3, 2], []],
    ['# A\n\n## B\n\n# C', [2, 3, 2], ['6:1 article/heading-one', '10:1 article/heading-one']],
    ['### A\n\n### B\n\n## C\n\n### D', [2, 2, 2, 3], []],
    ['## A\n\n#### B\n\n##### C\n\n### D', [2, 3, 4, 3], ['8:1 article/heading-skipped']],
    ['## A\n\n##\n\n## B', [2, 2], ['8:1 article/empty-heading']],
  ])('%j', (body, expected, found) => {
    const parsed = withBody(`${body}\n\nTeks.`);
    expect(parsed.found).toEqual(found);
    expect(levels(parsed)).toEqual(expected);
  });

  it('never leave a level out, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 }), (depths) => {
        const shifted = levels(withBody(depths.map((depth) => `${'#'.repeat(depth)} Judul\n\nTeks.\n`).join('\n')));
        expect(shifted[0]).toBe(2);
        expect(shifted).toHaveLength(depths.length);
        for (const [index, level] of shifted.entries()) {
          if (index > 0) expect(level).toBeLessThanOrEqual((shifted[index - 1] ?? 0) + 1);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('what a text holds', () => {
  it('lists links once each, in order, with what the reader sees', () => {
    const article = good(
      'Ke [situs **resmi**](https://a.id), [lagi](https://a.id/), <https://b.id/x>.\n\n- [surel](mailto:a@b.id)',
    );
    expect(articleLinks(article.body)).toEqual([
      { text: 'situs resmi', href: 'https://a.id/' },
      { text: 'https://b.id/x', href: 'https://b.id/x' },
      { text: 'surel', href: 'mailto:a@b.id' },
    ]);
  });

  it('lists pictures with their place', () => {
    const article = good('Teks.\n\n![Sawah  hijau](gambar/sawah%20desa.jpg "Panen\nraya")\n');
    expect(bodyImages(article.body, 'a.md')).toEqual([
      {
        path: 'gambar/sawah desa.jpg',
        alt: 'Sawah hijau',
        title: 'Panen raya',
        place: { path: 'a.md', line: 8, column: 1, endLine: 9, endColumn: 7 },
      },
    ]);
  });
});

describe('hostile Markdown ends soon and in one error', () => {
  const repeat = (text: string, count: number): string => text.repeat(count);
  it.each([
    ['quotes in one line', repeat('>', 10_000), 'article/too-deep'],
    ['quotes with spaces', `${repeat('> ', 5000)}a`, 'article/too-deep'],
    ['lists in one line', `${repeat('- ', 5000)}a`, 'article/too-deep'],
    ['ordered lists in one line', `${repeat('1. ', 5000)}a`, 'article/too-deep'],
    ['quotes of lists', `${repeat('> - ', 5000)}a`, 'article/too-deep'],
    ['growing quotes', Array.from({ length: 300 }, (_, n) => repeat('>', n)).join('\n'), 'article/too-deep'],
    ['growing lists', Array.from({ length: 300 }, (_, n) => `${repeat('  ', n)}- a`).join('\n'), 'article/too-deep'],
    ['open brackets', repeat('[', 100_000), 'article/too-complex'],
    ['nested links', `${repeat('[', 10_000)}a${repeat('](x)', 10_000)}`, 'article/too-complex'],
    ['pictures in pictures', `${repeat('![', 10_000)}a${repeat('](x)', 10_000)}`, 'article/too-complex'],
    ['emphasis', repeat('*a **a ', 9000), 'article/too-complex'],
    ['mixed emphasis', repeat('*a_ ', 20_000), 'article/too-complex'],
    ['one long run of stars', `${repeat('*', 50_000)}a${repeat('*', 50_000)}`, 'article/too-complex'],
    ['backticks', Array.from({ length: 500 }, (_, n) => `a${repeat('`', n + 1)}`).join(''), 'article/too-complex'],
    ['short lines', repeat('a\n', 100_000), 'article/too-many-words'],
    ['lines that a quote takes in', `> a\n${repeat('a\n', 9000)}`, 'article/too-complex'],
    ['underlined headings', repeat('a\n=\n', 5000), 'article/too-complex'],
  ])('%s', (_, body, code) => {
    const start = performance.now();
    const { all } = withBody(body);
    expect(all.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it.each([
    ['backticks', Array.from({ length: 200 }, (_, n) => `a${repeat('`', n + 1)}`).join('')],
    ['tags that do not close', repeat('<a ', 10_000)],
    ['comments that do not close', repeat('<!-- ', 10_000)],
    ['ampersands', repeat('&', 10_000)],
    ['escapes', repeat('\\', 50_000)],
    ['one long word', repeat('x', 200_000)],
    ['short lines', repeat('a\n', 4000)],
    ['a wide head without rows', `|${repeat('a|', 3000)}\n|${repeat('-|', 3000)}\n`],
    ['links without end', repeat('[a](', 800)],
    ['many stars', repeat('*a ', 2000)],
  ])('%s are read in time', (_, body) => {
    const start = performance.now();
    withBody(`Teks.\n\n${body}`);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('lets pass what people write: long lists of links, tables with bold cells, rules', () => {
    const links = Array.from({ length: 300 }, (_, n) => `- [Tautan ${n}](https://a.id/${n})`).join('\n');
    const table = `| a | b |\n|-|-|\n${Array.from({ length: 200 }, () => '| **x** | **y** |').join('\n')}`;
    expect(withBody(`${links}\n\n${table}\n\n* * * * * * * * * * * * * * * *\n\n${repeat('-', 200)}\n`).found).toEqual(
      [],
    );
  });

  it('never throws, and always says why there is no article', () => {
    const pieces = [
      '*',
      '_',
      '[',
      '](',
      ')',
      '`',
      '>',
      '- ',
      '1. ',
      '\n',
      '\n\n',
      '#',
      '|',
      '|-|',
      '<',
      '>',
      '&#0;',
      '![',
      '~~',
      '\\',
      'a',
      '  ',
      '    ',
      '[a]: x',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const { article, all } = parse(file('', parts.join('')));
        const hasError = all.some(({ severity }) => severity === 'error');
        expect(article === undefined).toBe(hasError);
        for (const { place } of all) expect(place).toBeDefined();
      }),
      { numRuns: 400 },
    );
  });
});
