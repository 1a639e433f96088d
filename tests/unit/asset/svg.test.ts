import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePictures } from '../../../src/asset/encode-pictures.ts';
import { pathBounds } from '../../../src/asset/svg/bounds.ts';
import { readPathData } from '../../../src/asset/svg/path-data.ts';
import { type DrawingResult, readDrawing } from '../../../src/asset/svg/read-drawing.ts';
import { readXml } from '../../../src/asset/svg/read-xml.ts';
import { readTransform } from '../../../src/asset/svg/transform.ts';
import type { DrawingNode, Paint, VectorDrawing } from '../../../src/asset/types.ts';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import type { Matrix, Path } from '../../../src/base/geometry.ts';
import { createMemoryHost } from '../../support/memory-host.ts';
import { documentOf, load, loadImage, SOME_PLACE, svgTree } from '../../support/replaced.ts';

const RED = { r: 1, g: 0, b: 0, alpha: 1 };
const BLACK = { r: 0, g: 0, b: 0, alpha: 1 };
const svg = (inside: string, attributes = 'viewBox="0 0 100 100"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

const read = (text: string): DrawingResult => readDrawing(svgTree(text), { color: RED });

function drawingOf(inside: string, attributes?: string): VectorDrawing {
  const result = read(svg(inside, attributes));
  if (result.kind !== 'drawing') throw new Error(JSON.stringify(result));
  return result.drawing;
}

type Shape = Extract<DrawingNode, { kind: 'shape' }>;

function onlyShape(inside: string): Shape {
  const [node, ...rest] = drawingOf(inside).children;
  if (node?.kind !== 'shape' || rest.length > 0) throw new Error('Not one shape');
  return node;
}

const pathText = (path: Path): string =>
  path
    .map((command) => {
      const at = ({ x, y }: { x: number; y: number }) => `${+x.toFixed(3)},${+y.toFixed(3)}`;
      if (command.kind === 'close') return 'z';
      if (command.kind === 'curve') return `C${at(command.c1)} ${at(command.c2)} ${at(command.to)}`;
      return `${command.kind === 'move' ? 'M' : 'L'}${at(command.to)}`;
    })
    .join(' ');

describe('path data', () => {
  const cases: Readonly<Record<string, string>> = {
    'M1 2L3 4': 'M1,2 L3,4',
    'M1 2 3 4 5 6z': 'M1,2 L3,4 L5,6 z',
    'm1 2 3 4h5v-6H1V0': 'M1,2 L4,6 L9,6 L9,0 L1,0 L1,0',
    'M0 0c1 1 2 2 3 3s1 1 2 2': 'M0,0 C1,1 2,2 3,3 C4,4 4,4 5,5',
    'M0 0Q3 3 6 0T12 0': 'M0,0 C2,2 4,2 6,0 C8,-2 10,-2 12,0',
    'M0 0S1 1 2 2': 'M0,0 C0,0 1,1 2,2',
    'M10-5.5.5L-3e1,4': 'M10,-5.5',
    'M10-5.5L.5.25': 'M10,-5.5 L0.5,0.25',
    'M0 0h4v4zl1 1': 'M0,0 L4,0 L4,4 z M0,0 L1,1',
    'M0 0a5 5 0 0110 0': 'M0,0 C0,-2.761 2.239,-5 5,-5 C7.761,-5 10,-2.761 10,0',
    'M0 0a0 5 0 0 1 10 0': 'M0,0 L10,0',
    'M0 0L1 1 Lx': 'M0,0 L1,1',
    'L1 1': '',
    'M0 0L1e99 1L2 2': 'M0,0',
    'M0 0 L5': 'M0,0',
    '': '',
  };
  for (const [data, expected] of Object.entries(cases)) {
    it(JSON.stringify(data), () => expect(pathText(readPathData(data, 1000))).toBe(expected));
  }

  it('is never without bounds and never with a number that is none', () => {
    const letter = fc.constantFrom(...'MmLlHhVvCcSsQqTtAaZz0123456789.,-+eE ');
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 80 }), (letters) => {
        const path = readPathData(`M0 0${letters.join('')}`, 50);
        expect(path.length).toBeLessThanOrEqual(55);
        for (const command of path) {
          const points =
            command.kind === 'close'
              ? []
              : command.kind === 'curve'
                ? [command.c1, command.c2, command.to]
                : [command.to];
          expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
        }
      }),
    );
  });

  it('draws arcs that stay on their circle and end where they say', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 6.2, noNaN: true }), fc.boolean(), (angle, sweep) => {
        const to = { x: 50 + 40 * Math.cos(sweep ? angle : -angle), y: 50 + 40 * Math.sin(sweep ? angle : -angle) };
        const large = angle > Math.PI ? 1 : 0;
        const path = readPathData(`M90 50A40 40 0 ${large} ${sweep ? 1 : 0} ${to.x} ${to.y}`, 100);
        const last = path.at(-1);
        expect(last?.kind === 'curve' && Math.hypot(last.to.x - to.x, last.to.y - to.y)).toBeLessThan(1e-6);
        for (const command of path) {
          if (command.kind !== 'curve') continue;
          expect(Math.abs(Math.hypot(command.to.x - 50, command.to.y - 50) - 40)).toBeLessThan(1e-4);
        }
      }),
    );
  });
});

describe('bounds', () => {
  it('are those of the curve, not of its handles', () => {
    const bounds = pathBounds(readPathData('M0 0C0 -40 100 -40 100 0', 10));
    expect(bounds).toMatchObject({ x: 0, width: 100 });
    expect(bounds?.y).toBeCloseTo(-30, 6);
    expect(pathBounds([])).toBeUndefined();
  });
});

describe('transforms', () => {
  const close = (text: string, expected: Matrix | undefined) => {
    const matrix = readTransform(text);
    if (expected === undefined || matrix === undefined) expect(matrix).toEqual(expected);
    else for (const [index, value] of matrix.entries()) expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 9);
  };
  it('are read and multiplied from the left', () => {
    close('', [1, 0, 0, 1, 0, 0]);
    close('translate(3)', [1, 0, 0, 1, 3, 0]);
    close('translate(10,20) scale(2)', [2, 0, 0, 2, 10, 20]);
    close('scale(2) translate(10 20)', [2, 0, 0, 2, 20, 40]);
    close('rotate(90)', [0, 1, -1, 0, 0, 0]);
    close('rotate(90 10 0)', [0, 1, -1, 0, 10, -10]);
    close('matrix(1 2 3 4 5 6)', [1, 2, 3, 4, 5, 6]);
    close('skewX(45)skewY(0)', [1, 0, 1, 1, 0, 0]);
    close('perspective(3)', undefined);
    close('translate(1', undefined);
    close('scale(1e300)', undefined);
  });
});

describe('a drawing', () => {
  it('has the box and the natural size of its root', () => {
    expect(drawingOf('<path d="M0 0h1v1z"/>', 'viewBox="0 0 24 12"')).toMatchObject({
      viewBox: { x: 0, y: 0, width: 24, height: 12 },
      natural: { width: 18, height: 9 },
    });
    expect(drawingOf('', 'width="2cm" viewBox="0 0 10 20"').natural.height).toBeCloseTo((4 * 72) / 2.54, 6);
    expect(drawingOf('', 'width="40" height="20"')).toMatchObject({ viewBox: { x: 0, y: 0, width: 40, height: 20 } });
    // A wider picture than drawing: the drawing stays whole, in the middle, or where it is asked to be.
    expect(drawingOf('', 'width="40" height="20" viewBox="0 0 10 10"').viewBox).toEqual({
      x: -5,
      y: 0,
      width: 20,
      height: 10,
    });
    expect(
      drawingOf('', 'width="40" height="20" viewBox="0 0 10 10" preserveAspectRatio="xMinYMax meet"').viewBox,
    ).toEqual({ x: 0, y: 0, width: 20, height: 10 });
  });

  it('knows the basic shapes', () => {
    expect(pathText(onlyShape('<rect x="1" y="2" width="3" height="4"/>').path)).toBe('M1,2 L4,2 L4,6 L1,6 z');
    expect(pathText(onlyShape('<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>').path)).toBe('M1,2 L3,4');
    expect(pathText(onlyShape('<polygon points="0,0 4,0 4 4 9"/>').path)).toBe('M0,0 L4,0 L4,4 z');
    expect(pathText(onlyShape('<polyline points="0,0 4,0"/>').path)).toBe('M0,0 L4,0');
    expect(pathBounds(onlyShape('<circle cx="50%" cy="50" r="10"/>').path)).toEqual({
      x: 40,
      y: 40,
      width: 20,
      height: 20,
    });
    expect(pathBounds(onlyShape('<ellipse cx="5" cy="5" rx="4" ry="2"/>').path)).toEqual({
      x: 1,
      y: 3,
      width: 8,
      height: 4,
    });
    expect(pathBounds(onlyShape('<rect width="10" height="8" rx="99"/>').path)).toEqual({
      x: 0,
      y: 0,
      width: 10,
      height: 8,
    });
    expect(drawingOf('<rect width="0" height="4"/><circle r="-1"/><path d=""/>').children).toEqual([]);
  });

  it('takes paint from attributes, style and parents, and currentColor from outside', () => {
    const color = (inside: string): unknown => {
      const { fill } = onlyShape(inside);
      return fill?.kind === 'color' ? fill.color : fill;
    };
    expect(color('<path d="M0 0h1v1"/>')).toEqual(BLACK);
    expect(color('<path fill="currentColor" d="M0 0h1v1"/>')).toEqual(RED);
    expect(color('<g fill="#00f"><path style="fill: rgb(0 255 0 / 50%)" d="M0 0h1v1"/></g>')).toEqual({
      r: 0,
      g: 1,
      b: 0,
      alpha: 0.5,
    });
    expect(color('<g fill="blue"><path fill="inherit" d="M0 0h1v1"/></g>')).toEqual({ r: 0, g: 0, b: 1, alpha: 1 });
    expect(color('<path fill="nonsense" d="M0 0h1v1"/>')).toEqual(BLACK);
    expect(color('<path fill="red" fill-opacity="25%" d="M0 0h1v1"/>')).toEqual({ ...RED, alpha: 0.25 });
    expect(drawingOf('<path fill="none" d="M0 0h1v1"/>').children).toEqual([]);
    expect(
      drawingOf('<g display="none"><path d="M0 0h1v1"/></g><path visibility="hidden" d="M0 0h1v1"/>').children,
    ).toEqual([]);
    const { stroke, opacity, fillRule } = onlyShape(
      '<g stroke="red" stroke-width="2"><path fill-rule="evenodd" opacity=".5" stroke-linecap="round" stroke-linejoin="bevel" stroke-dasharray="1 2 3" d="M0 0h1"/></g>',
    );
    expect({ stroke, opacity, fillRule }).toEqual({
      stroke: {
        paint: { kind: 'color', color: RED },
        width: 2,
        cap: 'round',
        join: 'bevel',
        miterLimit: 4,
        dash: [1, 2, 3, 1, 2, 3],
      },
      opacity: 0.5,
      fillRule: 'evenodd',
    });
  });

  it('groups what is moved or faded, and copies what `use` names', () => {
    const shape = '<path id="a" d="M0 0h1v1z"/>';
    expect(drawingOf(`<g transform="translate(2 3)" opacity=".5">${shape}</g>`).children).toMatchObject([
      { kind: 'group', transform: [1, 0, 0, 1, 2, 3], opacity: 0.5, children: [{ kind: 'shape' }] },
    ]);
    expect(drawingOf(`<defs>${shape}</defs><use xlink:href="#a" x="5" fill="red"/>`).children).toMatchObject([
      { kind: 'group', transform: [1, 0, 0, 1, 5, 0], children: [{ fill: { color: RED } }] },
    ]);
    expect(read(svg('<g id="a"><use href="#a"/></g>'))).toEqual({ kind: 'too-complex' });
    expect(drawingOf('<use href="#nobody"/>').children).toEqual([]);
  });

  it('reads gradients in the box of the shape and in the drawing, and through href', () => {
    const paint = (gradient: string): Paint | undefined =>
      onlyShape(`<defs>${gradient}</defs><rect x="10" y="20" width="40" height="10" fill="url(#g)"/>`).fill;
    const stops = '<stop offset="0" stop-color="red"/><stop offset="150%" stop-color="#00f" stop-opacity=".5"/>';
    expect(paint(`<linearGradient id="g">${stops}</linearGradient>`)).toEqual({
      kind: 'linear',
      geometry: [0, 0, 1, 0],
      transform: [40, 0, 0, 10, 10, 20],
      stops: [
        { offset: 0, color: RED },
        { offset: 1, color: { r: 0, g: 0, b: 1, alpha: 0.5 } },
      ],
    });
    expect(
      paint(
        `<linearGradient id="s">${stops}</linearGradient><radialGradient id="g" href="#s" gradientUnits="userSpaceOnUse" cx="50" cy="50" r="20" fx="200"/>`,
      ),
    ).toMatchObject({ kind: 'radial', transform: [1, 0, 0, 1, 0, 0], geometry: [50, 50, 20, 69.98, 50] });
    expect(paint('<linearGradient id="g"><stop stop-color="red"/></linearGradient>')).toEqual({
      kind: 'color',
      color: RED,
    });
    expect(drawingOf('<path fill="url(#g)" d="M0 0h1v1"/><linearGradient id="g"/>').children).toEqual([]);
    expect(drawingOf('<path fill="url(#none) red" d="M0 0h1v1"/>').children).toMatchObject([{ fill: { color: RED } }]);
  });

  it('skips what only editors read', () => {
    expect(
      drawingOf(
        '<title>Logo</title><desc/><metadata><rdf:RDF><cc:Work rdf:resource="http://purl.org/x"/></rdf:RDF></metadata><sodipodi:namedview pagecolor="#fff"/><!-- x --><path d="M0 0h1v1" inkscape:connector-curvature="0"/>',
      ).children,
    ).toHaveLength(1);
  });

  it('names what cannot be drawn as vectors', () => {
    const feature = (inside: string): unknown => {
      const result = read(svg(inside));
      return 'feature' in result ? [result.kind, result.feature] : result.kind;
    };
    expect(feature('<path filter="url(#f)" d="M0 0h1"/>')).toEqual(['unsupported', 'filter']);
    expect(feature('<style>.a{fill:red}</style>')).toEqual(['unsupported', '<style>']);
    expect(feature('<g clip-path="url(#c)"><path d="M0 0h1"/></g>')).toEqual(['unsupported', 'clip-path']);
    expect(feature('<path fill="url(#p)" d="M0 0h1v1"/><pattern id="p"/>')).toEqual(['unsupported', '<pattern>']);
    expect(feature('<image href="data:image/png;base64,AAAA"/>')).toEqual(['unsupported', '<image>']);
    expect(feature('<text>Halo</text>')).toBe('text');
    expect(feature('<image href="foto.png"/>')).toEqual(['refused', 'href="foto.png"']);
    expect(feature('<image xlink:href="file:///etc/passwd"/>')).toEqual(['refused', 'xlink:href="file:///etc/passwd"']);
    expect(feature('<defs><script>x</script></defs>')).toEqual(['refused', '<script>']);
    expect(feature('<foreignObject/>')).toEqual(['refused', '<foreignObject>']);
    expect(feature('<style>@import "a.css";</style>')).toEqual(['refused', '@import']);
    expect(feature('<path style="fill:url(http://a/b#c)" d=""/>')).toEqual(['refused', 'url(http://a/b#c)']);
    expect(feature('<use href="lain.svg#a"/>')).toEqual(['refused', 'href="lain.svg#a"']);
    expect(feature('<animate/>')).toEqual(['unsupported', '<animate>']);
  });
});

describe('XML', () => {
  const kind = (text: string): unknown => {
    const result = readXml(new TextEncoder().encode(text));
    return result.kind === 'corrupt'
      ? [result.kind, result.line]
      : 'feature' in result
        ? [result.kind, result.feature]
        : result.kind;
  };
  it('is read strictly, and no declaration is followed', () => {
    expect(
      kind('<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg a="&#65;&amp;"><![CDATA[<]]></svg>\n'),
    ).toBe('tree');
    expect(kind('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>')).toEqual(['refused', '<!DOCTYPE […]>']);
    expect(kind('<svg>&hello;</svg>')).toEqual(['refused', '&hello;']);
    expect(kind('<svg>\n<g>\n</svg>')).toEqual(['corrupt', 3]);
    expect(kind('<svg>')).toEqual(['corrupt', 1]);
    expect(kind('<svg a="1" a="2"/>')).toEqual(['corrupt', 1]);
    expect(kind('<svg a=1/>')).toEqual(['corrupt', 1]);
    expect(kind('<svg/><svg/>')).toEqual(['corrupt', 1]);
    expect(kind('<svg>& x</svg>')).toEqual(['corrupt', 1]);
    expect(kind('')).toEqual(['corrupt', 1]);
    expect(kind(`<svg>${'<g/>'.repeat(50_000)}</svg>`)).toBe('too-complex');
    expect(kind('<g>'.repeat(80) + '</g>'.repeat(80))).toBe('too-complex');
    expect(readXml(Uint8Array.from([0x3c, 0xff, 0xfe])).kind).toBe('corrupt');
  });

  it('gives back the attributes and texts it was given', () => {
    const root = svgTree('<svg __proto__="x" t="a&lt;b &#x1F600;">teks<g/></svg>');
    expect(Object.entries(root.attributes)).toEqual([
      ['__proto__', 'x'],
      ['t', 'a<b 😀'],
    ]);
    expect(root.children.map((child) => (child.kind === 'text' ? child.text : child.name))).toEqual(['teks', 'g']);
  });

  it('never throws, whatever the bytes', () => {
    const part = fc.constantFrom(
      '<svg>',
      '</svg>',
      '<g',
      '/>',
      '>',
      'a="b"',
      '&',
      ';',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      ' ',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        expect(['tree', 'corrupt', 'refused', 'too-complex']).toContain(
          readXml(new TextEncoder().encode(parts.join(''))).kind,
        );
      }),
    );
  });
});

describe('an SVG file', () => {
  const host = (text: string) => createMemoryHost({ '/ruang/logo.svg': text });

  it('is a drawing; in an icon currentColor and the fill are the colour of the text', async () => {
    const { content, codes } = await loadImage('brand:logo.svg', host(svg('<path d="M0 0h1v1z"/>')), RED);
    expect([content?.kind, codes]).toEqual(['drawing', []]);
    for (const name of ['globe', 'phone', 'mail']) {
      const icon = await loadImage(`icon:${name}`, createMemoryHost(), RED);
      expect(icon.codes).toEqual([]);
      const shapes = icon.content?.kind === 'drawing' ? icon.content.drawing.children : [];
      expect(shapes.length).toBeGreaterThan(0);
      for (const shape of shapes) {
        expect(shape).toMatchObject({ fill: undefined, stroke: { paint: { kind: 'color', color: RED } } });
      }
    }
  });

  it('is drawn as pixels, with a warning, when it is harmless but beyond the reader', async () => {
    const styled = svg('<style>.a{fill:#f00}</style><rect class="a" width="100" height="50"/>', 'viewBox="0 0 100 50"');
    const { content, assets, diagnostics } = await loadImage('brand:logo.svg', host(styled));
    expect(diagnostics.all).toEqual([
      {
        code: 'asset/svg-rasterised',
        severity: 'warning',
        place: SOME_PLACE,
        data: { path: 'logo.svg', feature: '<style>' },
        related: [],
      },
    ]);
    if (content?.kind !== 'picture') throw new Error('Not a picture');
    expect(content.header).toMatchObject({ widthPx: 100, heightPx: 50 });
    const crop = { x: 0, y: 0, width: 1, height: 1 };
    const request = { key: content.header.key, width: 144, height: 72, crop, name: 'logo.svg', place: SOME_PLACE };
    const reporter = createDiagnosticList();
    const [picture] = (await encodePictures([request], assets, reporter)) ?? [];
    expect(reporter.all).toEqual([]);
    expect(picture).toMatchObject({ widthPx: 600, heightPx: 300, kind: 'jpeg' });
    const { data } = await sharp(picture?.bytes).raw().toBuffer({ resolveWithObject: true });
    expect([data[0]! > 245, data[1]! < 10]).toEqual([true, true]);
  });

  it('is refused when it names other files or holds text', async () => {
    const codeOf = async (text: string) => (await loadImage('brand:logo.svg', host(text))).codes;
    expect(await codeOf(svg('<image href="rahasia.png"/>'))).toEqual(['asset/svg-refused']);
    expect(await codeOf('<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>')).toEqual([
      'asset/svg-refused',
    ]);
    expect(await codeOf(svg('<text>Halo</text>'))).toEqual(['asset/svg-text']);
    expect(await codeOf('<svg viewBox="0 0 1 1"><g></svg>')).toEqual(['asset/svg-corrupt']);
    expect(await codeOf(svg(`<path d="M0 0${'L1 1'.repeat(250_000)}"/>`))).toEqual(['asset/svg-too-complex']);
  });

  it('may stand in the page itself', async () => {
    const good = await load(
      documentOf('svg', {}, { svg: svgTree(svg('<path d="M0 0h1v1z"/>')), color: RED }),
      createMemoryHost(),
    );
    expect([good.content?.kind, good.codes]).toEqual(['drawing', []]);
    const faded = svgTree(svg('<mask id="m"/><rect mask="url(#m)" width="9" height="9" fill="currentColor"/>'));
    const { content, codes, assets } = await load(
      documentOf('svg', {}, { svg: faded, color: RED }),
      createMemoryHost(),
    );
    expect([content?.kind, codes]).toEqual(['picture', ['asset/svg-rasterised']]);
    const [bytes] = assets.pictureBytes.values();
    expect(new TextDecoder().decode(bytes)).toContain('color="rgb(255,0,0)"');
  });
});
