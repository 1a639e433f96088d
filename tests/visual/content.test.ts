import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawnAs } from '../support/small-page.ts';

const RED = '#c00000';
const BLUE = '#0000c0';
const legend = { [RED]: 'r', [BLUE]: 'b', '#000000': '#' };

/** A picture of 80 × 40 pixels: the left half red, the right half blue, stored without loss. */
async function twoHalves(): Promise<Uint8Array> {
  const pixels = new Uint8Array(80 * 40 * 4);
  for (let at = 0; at < 80 * 40; at += 1) pixels.set(at % 80 < 40 ? [192, 0, 0, 255] : [0, 0, 192, 255], at * 4);
  // One pixel is not quite opaque, so that the file keeps its samples and is not made a JPEG.
  pixels[3] = 254;
  return sharp(pixels, { raw: { width: 80, height: 40, channels: 4 } })
    .png()
    .toBuffer();
}

describe('pictures', () => {
  let files: Readonly<Record<string, Uint8Array>>;
  beforeAll(async () => {
    files = { 'a.png': await twoHalves() };
  });
  /** One letter for each ten points, from the middle: a border between two colours is soft. */
  const draw = async (css: string, width: number, height: number): Promise<readonly string[]> => {
    const page = { width, height, css: `img { display: block; ${css} }`, body: '<img src="a.png" alt="a">', files };
    const drawn = await drawnAs(page, legend);
    const tenth = (_: unknown, index: number): boolean => index % 10 === 5;
    return drawn.filter(tenth).map((row) => [...row].filter(tenth).join(''));
  };

  test('fill: both sides are stretched', async () => {
    expect(await draw('width: 40pt; height: 40pt; object-fit: fill', 40, 40)).toEqual(Array(4).fill('rrbb'));
  });

  test('cover: the middle is shown, nothing is stretched or left empty', async () => {
    const css = 'width: 40pt; height: 40pt; object-fit: cover';
    expect(await draw(css, 50, 50)).toEqual([...Array(4).fill('rrbb.'), '.....']);
  });

  test('cover at a position: that end is shown', async () => {
    const css = 'width: 40pt; height: 40pt; object-fit: cover; object-position: right center';
    expect(await draw(css, 40, 40)).toEqual(Array(4).fill('bbbb'));
  });

  test('contain: the whole is shown, and the rest is empty', async () => {
    const css = 'width: 40pt; height: 40pt; object-fit: contain';
    expect(await draw(css, 40, 40)).toEqual(['....', 'rrbb', 'rrbb', '....']);
  });

  test('none at a position: its own size, cut at the box', async () => {
    const css = 'width: 40pt; height: 40pt; object-fit: none; object-position: 0 0';
    expect(await draw(css, 40, 40)).toEqual(['rrrb', 'rrrb', 'rrrb', '....']);
  });

  test('width alone keeps the ratio', async () => {
    expect(await draw('width: 80pt', 80, 60)).toEqual([...Array(4).fill('rrrrbbbb'), '........', '........']);
  });

  test('SVG is drawn by its view box and cut at its edge', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect width="1" height="1" fill="${RED}"/><path d="M1 1h9v9h-9z" fill="${BLUE}"/></svg>`;
    const page = {
      width: 6,
      height: 6,
      css: 'img { display: block; width: 4pt; height: 4pt; margin: 1pt }',
      body: '<img src="a.svg" alt="a">',
      files: { 'a.svg': svg },
    };
    expect(await drawnAs(page, legend)).toEqual(['......', '.rr...', '.rr...', '...bb.', '...bb.', '......']);
  });

  test('an inline SVG takes the colour of the text', async () => {
    const body = '<svg viewBox="0 0 2 1" aria-hidden="true"><rect width="1" height="1" fill="currentColor"/></svg>';
    const css = `svg { display: block; width: 4pt; height: 2pt; color: ${BLUE} }`;
    expect(await drawnAs({ width: 4, height: 2, css, body }, legend)).toEqual(['bb..', 'bb..']);
  });
});

/** A glyph of the square font is as wide as its size; a text of 4 pt fills 3.2 pt above the baseline and 0.8 below. */
describe('text', () => {
  test('stands on its baseline, in its colour', async () => {
    const css = `p { line-height: 4pt; color: ${RED} }`;
    expect(await drawnAs({ width: 10, height: 5, css, body: '<p>ab</p>' }, legend)).toEqual([
      ...Array(4).fill('rrrrrrrr..'),
      '..........',
    ]);
  });

  test('underlines and lines through go on under spaces, in the colour of their element', async () => {
    const css = `p { font-size: 20pt; line-height: 20pt; color: transparent } u, s { color: transparent; text-decoration-skip-ink: none; text-decoration-color: ${RED} }`;
    const page = { width: 60, height: 40, css, body: '<p><u>a b</u></p><p><s>a b</s></p>' };
    const drawn = await drawnAs(page, legend);
    const rows = drawn.flatMap((row, y) => (row.includes('r') ? [{ y, row }] : []));
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const { row } of rows) expect(row).toBe('r'.repeat(60));
    // Below the baseline of the first line, above that of the second.
    expect(rows.some(({ y }) => y >= 16 && y < 20)).toBe(true);
    expect(rows.some(({ y }) => y >= 24 && y < 36)).toBe(true);
    expect(rows.some(({ y }) => y < 16 || y >= 36)).toBe(false);
  });

  test('backgrounds of inline elements end with their text', async () => {
    const css = `p { line-height: 4pt; color: transparent } b { font-weight: 400; background-color: ${BLUE} }`;
    expect(await drawnAs({ width: 16, height: 4, css, body: '<p>a<b>b</b>c</p>' }, legend)).toEqual(
      Array(4).fill('....bbbb........'),
    );
  });

  test('is aligned right and centred', async () => {
    const css = 'p { width: 12pt; line-height: 4pt } .r { text-align: right } .c { text-align: center }';
    const body = '<p class="r">a</p><p class="c">a</p>';
    expect(await drawnAs({ width: 12, height: 8, css, body }, legend)).toEqual([
      ...Array(4).fill('........####'),
      ...Array(4).fill('....####....'),
    ]);
  });

  test('is raised by vertical-align', async () => {
    const css = 'p { line-height: 8pt } b { font-weight: 400; vertical-align: 2pt }';
    const drawn = await drawnAs({ width: 8, height: 10, css, body: '<p>a<b>b</b></p>' }, legend);
    const top = (column: number): number => drawn.findIndex((row) => row[column] === '#');
    expect(top(1) - top(5)).toBe(2);
  });
});

describe('lists', () => {
  test('markers stand left of the text, in its colour, and count', async () => {
    const css = `ul, ol { padding-left: 12pt } li { line-height: 4pt; color: ${RED} } ::marker { color: ${BLUE} }`;
    const drawn = await drawnAs(
      { width: 24, height: 8, css, body: '<ul><li>ab</li></ul><ol><li>cd</li></ol>' },
      legend,
    );
    for (const row of drawn) expect(row.slice(12, 20)).toBe('rrrrrrrr');
    for (const row of drawn) expect(row.slice(20)).toBe('....');
    // "• " and "1. ": one and two squares, and a space.
    expect(drawn.slice(0, 4).map((row) => row.slice(0, 12))).toEqual(Array(4).fill('....bbbb....'));
    expect(drawn.slice(4).map((row) => row.slice(0, 12))).toEqual(Array(4).fill('bbbbbbbb....'));
  });

  test('list-style-type: none draws none', async () => {
    const css = 'ul { padding-left: 8pt; list-style-type: none } li { line-height: 4pt }';
    expect(await drawnAs({ width: 16, height: 4, css, body: '<ul><li>ab</li></ul>' }, legend)).toEqual(
      Array(4).fill('........########'),
    );
  });
});

describe('the QR code', () => {
  test('is black squares in a white field, drawn to the edge of its quiet zone', async () => {
    const css = 'qr-code { display: block; width: 111pt; height: 111pt } body { background-color: #c00000 }';
    const body = '<qr-code value="https://contoh.id/a" alt="kode"></qr-code>';
    const drawn = await drawnAs({ width: 111, height: 111, css, body }, legend);
    const rows = drawn.flatMap((row, y) => (row.includes('#') ? [y] : []));
    const first = rows[0] ?? 0;
    const left = drawn[first]?.indexOf('#') ?? 0;
    expect(left).toBe(first);
    // A finder pattern of seven modules is a closed ring.
    const ring = /#+/.exec(drawn[first]?.slice(left) ?? '')?.[0].length ?? 0;
    const module = ring / 7;
    // Four modules of white on each side.
    expect(Math.abs(left - 4 * module)).toBeLessThanOrEqual(1);
    for (const row of drawn.slice(0, first)) expect(row).toBe('.'.repeat(111));
  });
});
