import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareHtml, mergeSample, sampleArticle } from '../../support/template.ts';

const html = (markdown: string, place = ''): string =>
  bareHtml(mergeSample('{{{body}}}', sampleArticle(markdown, { place })).html);

describe('Markdown as HTML', () => {
  it.each([
    ['a\nb  \nc', '<p>a\nb<br>c</p>'],
    ['*a* **b** ~~c~~ `d <e>`', '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d &lt;e&gt;</code></p>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['- a\n\n- b', '<ul>\n<li><p>a</p></li>\n<li><p>b</p></li>\n</ul>'],
    ['3. a\n   - b', '<ol start="3">\n<li>a\n<ul>\n<li>b</li>\n</ul></li>\n</ol>'],
    ['> a\n>\n> b', '<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>'],
    ['```\na\n  <b>\n```', '<pre><code>a\n  &lt;b&gt;\n</code></pre>'],
    ['a\n\n***\n\nb', '<p>a</p>\n<hr>\n<p>b</p>'],
    [
      '| a | b |\n|:--|--:|\n| 1 | 2 |\n| 4 |',
      '<table>\n<thead>\n<tr><th scope="col" class="align-left">a</th><th scope="col" class="align-right">b</th></tr>\n</thead>\n' +
        '<tbody>\n<tr><td class="align-left">1</td><td class="align-right">2</td></tr>\n' +
        '<tr><td class="align-left">4</td><td class="align-right"></td></tr>\n</tbody>\n</table>',
    ],
    ['<div onclick="x">a</div>', '<p>&lt;div onclick=&quot;x&quot;&gt;a&lt;/div&gt;</p>'],
    ['a <b>c</b> {{title}}', '<p>a &lt;b&gt;c&lt;/b&gt; {{title}}</p>'],
    ['[a](javascript:alert) [b](data:x) [c](berkas.pdf)', '<p>a b c</p>'],
    [
      '[a][x]\n\n[x]: https://x.id "t"\n[x]: https://y.id',
      '<p><a href="https://x.id/">a</a><sup class="link-number">1</sup></p>',
    ],
    ['[a](https://x.id/?a="b&c)', '<p><a href="https://x.id/?a=%22b&amp;c">a</a><sup class="link-number">1</sup></p>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it.each([
    ['## a\n#### b\n### c\n# d\n### e', 'h2 h3 h3 h2 h3'],
    ['# a\n## b\n### c\n#### d\n##### e\n###### f', 'h2 h3 h4 h5 h6 h6'],
    ['### a\n## b\n### c', 'h2 h2 h3'],
  ])('shifts the headings of %j', (markdown, expected) => {
    expect([...html(markdown).matchAll(/<(h\d)>/g)].map((match) => match[1]).join(' ')).toBe(expected);
  });

  it('makes figures of pictures, alone or inside a sentence', () => {
    const figure = (source: string, alt: string, caption: string) =>
      `<figure class="body-picture"><img src="article:${source}" alt="${alt}">${caption}</figure>`;
    expect(html('![a "b"](x.jpg "Takarir <1>")')).toBe(
      figure('x.jpg', 'a &quot;b&quot;', '<figcaption>Takarir &lt;1&gt;</figcaption>'),
    );
    expect(html('a ![b](b.png) c ![d](d.png)')).toBe(
      `<p>a  c </p>\n${figure('b.png', 'b', '')}\n${figure('d.png', 'd', '')}`,
    );
    expect(html('- a ![b][p]\n\n[p]: b.png "t"')).toBe(
      `<ul>\n<li>a \n${figure('b.png', 'b', '<figcaption>t</figcaption>')}</li>\n</ul>`,
    );
    expect(html('[![b](b.png)](https://x.id)')).toBe(figure('b.png', 'b', ''));
  });

  it('begins the first sentence with the place', () => {
    expect(html('![b](b.png)\n\n## h\n\na\n\nb', 'Pasuruan & <x>')).toBe(
      '<figure class="body-picture"><img src="article:b.png" alt="b"></figure>\n<h2>h</h2>\n' +
        '<p><strong class="dateline">Pasuruan &amp; &lt;x&gt;</strong> — a</p>\n<p>b</p>',
    );
    expect(html('- a', 'Bangil')).toBe('<ul>\n<li>a</li>\n</ul>');
  });

  it('escapes every text', () => {
    const hostile = fc
      .array(fc.constantFrom('<', '>', '&', '"', "'", '`', '=', 'a', ' ', '/', '!', '{', '}'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(hostile, (text) => {
        const rendered = html(`x${text}`).replace(
          /<\/?(?:p|em|strong|code|del|pre|ul|li|ol|h2|br|blockquote|table|tr|td|th)>/g,
          '',
        );
        expect(rendered).not.toMatch(/[<"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});
