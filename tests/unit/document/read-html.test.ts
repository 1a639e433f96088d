import { describe, expect, it } from 'vitest';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import type { Place } from '../../../src/base/source.ts';
import { MAX_DEPTH, readHtml } from '../../../src/document/html/read-html.ts';
import type { ElementNode, TreeNode } from '../../../src/document/types.ts';
import { MARK_END, markStart } from '../../../src/template/marks.ts';
import { mergedFrom } from '../../support/styled.ts';

const at = (line: number): Place => ({ path: 'layout.hbs', line, column: 1 });
const marks = Array.from({ length: 10 }, (_, line) => at(line));

function read(html: string): {
  readonly body: ElementNode;
  readonly problems: readonly unknown[];
  readonly title: string;
} {
  const diagnostics = createDiagnosticList();
  const { root, title } = readHtml(mergedFrom(html, '', marks), diagnostics);
  const body = root.children.find((child): child is ElementNode => child.kind === 'element' && child.name === 'body');
  if (body === undefined) throw new Error('No body');
  return { body, title, problems: diagnostics.all.map(({ code, place, data }) => [code, place?.line, data]) };
}

const outline = (node: TreeNode): unknown =>
  node.kind === 'text' ? node.text : { [node.name]: node.children.map(outline) };

describe('marks', () => {
  it('become places of text, and of elements', () => {
    const { body, problems } = read(
      `<p data-buletin-place="1">Oleh ${markStart(2)}Siti${MARK_END}, ${markStart(3)}Bangil${MARK_END}</p>`,
    );
    expect(body.children).toEqual([
      {
        kind: 'element',
        name: 'p',
        attributes: {},
        place: at(1),
        children: [
          {
            kind: 'text',
            text: 'Oleh Siti, Bangil',
            places: [
              { start: 0, place: at(1) },
              { start: 5, place: at(2) },
              { start: 9, place: at(1) },
              { start: 11, place: at(3) },
            ],
          },
        ],
      },
    ]);
    expect(problems).toEqual([]);
  });

  it('leave attributes and the title', () => {
    const { body, title } = read(
      `<title>${markStart(1)}Judul${MARK_END} – Buletin</title><img src="${markStart(2)}a.jpg${MARK_END}" alt="x${markStart(3)}${MARK_END}">`,
    );
    expect(title).toBe('Judul – Buletin');
    expect(body.children[0]).toMatchObject({ name: 'img', attributes: { src: 'a.jpg', alt: 'x' } });
  });

  it('are inherited from the element around where there are none', () => {
    const { body } = read('<p data-buletin-place="4"><b>x</b></p>');
    const p = body.children[0];
    expect(p?.kind === 'element' && p.children[0]).toMatchObject({ name: 'b', place: at(4) });
  });

  it('of unknown numbers are no places', () => {
    const { body } = read('<p data-buletin-place="99">x</p><p data-buletin-place="__proto__">y</p>');
    expect(body.children.map((child) => child.kind === 'element' && child.place)).toEqual([undefined, undefined]);
  });
});

describe('elements', () => {
  it.each(['script', 'iframe', 'object', 'form', 'input', 'video'])('<%s> is refused with its content', (name) => {
    const { body, problems } = read(`<div data-buletin-place="1">a<${name} data-buletin-place="2">b</${name}></div>`);
    expect(outline(body)).toEqual({ body: [{ div: expect.arrayContaining(['a']) }] });
    expect(JSON.stringify(outline(body))).not.toContain(name);
    expect(problems).toContainEqual(['document/refused-element', 2, { element: name }]);
  });

  it('<embed> is refused', () => {
    expect(read('<embed src="x" data-buletin-place="3">').problems).toEqual([
      ['document/refused-element', 3, { element: 'embed' }],
    ]);
  });

  it('that are unknown stay, with the nearest name', () => {
    const { body, problems } = read('<artcle data-buletin-place="5">x</artcle>');
    expect(outline(body)).toEqual({ body: [{ artcle: ['x'] }] });
    expect(problems).toEqual([['document/unknown-element', 5, { element: 'artcle', nearest: 'article' }]]);
  });

  it('of our own and of SVG are known', () => {
    const svg = '<svg viewBox="0 0 1 1"><g fill="red"><path d="M0 0"/><linearGradient id="a"/></g></svg>';
    expect(read(`${svg}<qr-code value="x"></qr-code><kawung-motif seed="1"></kawung-motif>`).problems).toEqual([]);
  });

  it('that do not close themselves are named where that is tried', () => {
    const { problems } = read(
      '<div data-buletin-place="6"><qr-code value="x>y" data-buletin-place="7"/>\n<br/><p>z</p></div>',
    );
    expect(problems).toEqual([['document/self-closing', 7, { element: 'qr-code' }]]);
  });

  it('may be nested only so deep', () => {
    const deep = MAX_DEPTH + 50;
    const { body, problems } = read(`${'<div>'.repeat(deep)}x${'</div>'.repeat(deep)}`);
    expect(problems).toEqual([['document/too-deep', undefined, { limit: MAX_DEPTH }]]);
    expect(JSON.stringify(body)).not.toContain('"x"');
  });

  it('keep children of SVG as they stand', () => {
    const { body } = read('<svg viewBox="0 0 1 1"><linearGradient gradientUnits="userSpaceOnUse"/></svg>');
    expect(body.children[0]).toMatchObject({
      name: 'svg',
      attributes: { viewBox: '0 0 1 1' },
      children: [{ name: 'linearGradient', attributes: { gradientUnits: 'userSpaceOnUse' } }],
    });
  });
});

describe('attributes', () => {
  it('that are unknown are dropped and named; on… too', () => {
    const { body, problems } = read(
      '<p id="a" data-x="1" aria-label="l" onclick="x()" align="left" data-buletin-place="2">t</p>',
    );
    expect(body.children[0]).toMatchObject({ attributes: { id: 'a', 'data-x': '1', 'aria-label': 'l' } });
    expect(problems).toEqual([
      ['document/unknown-attribute', 2, { attribute: 'onclick', element: 'p' }],
      ['document/unknown-attribute', 2, { attribute: 'align', element: 'p' }],
    ]);
  });

  it('a link may lead to an element of the same page', () => {
    const { body, problems } = read('<p><a href="#bawah">t</a></p>');
    expect(problems).toEqual([]);
    expect(body.children[0]).toMatchObject({ children: [{ attributes: { href: '#bawah' } }] });
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java&#10;script:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    '#',
    'halaman.html#bawah',
    'halaman.html',
    '',
  ])('href="%s" is refused, and the text stays', (href) => {
    const { body, problems } = read(`<p><a href="${href}" data-buletin-place="4">t</a></p>`);
    expect(problems).toEqual([['document/refused-link', 4, { href: expect.any(String) }]]);
    expect(body.children[0]).toMatchObject({ children: [{ name: 'a', attributes: {}, children: [{ text: 't' }] }] });
    expect(JSON.stringify(body)).not.toContain('href');
  });

  it.each(['https://a.id/x', 'http://a.id', 'mailto:a@b.id', 'tel:+62343'])('href="%s" stays', (href) => {
    const { body, problems } = read(`<p><a href="${href}">t</a></p>`);
    expect(problems).toEqual([]);
    expect(body.children[0]).toMatchObject({ children: [{ attributes: { href } }] });
  });

  it('on… of SVG are dropped too', () => {
    const { body } = read('<svg onload="x()"><path onclick="y()" d="M0 0"/></svg>');
    expect(JSON.stringify(body)).not.toMatch(/onload|onclick/);
  });
});

describe('HTML that is wrong', () => {
  it('is named with the place of the tag', () => {
    expect(read('<p data-buletin-place="8" class="a" class="b">x</p>').problems).toEqual([
      ['document/html-syntax', 8, { problem: 'duplicate attribute' }],
    ]);
    expect(read('<p data-buletin-place="3">x</p></section>').problems).toEqual([]);
  });
});

describe('<link>', () => {
  it.each(['https://x.id/a.css', '//x.id/a.css', '/a.css', '../a.css', 'data:text/css,a', 'file:///a.css'])(
    'to %s is refused',
    (href) => {
      expect(read(`<link rel="stylesheet" href="${href}" data-buletin-place="1">`).problems).toEqual([
        ['document/remote-stylesheet', 1, { href }],
      ]);
    },
  );

  it('to the stylesheet of the layout is for browsers', () => {
    expect(read('<link rel="stylesheet" href="style.css"><base href="x">').problems).toEqual([]);
  });
});
