import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createBoundedCache } from '../../../src/asset/bounded-cache.ts';
import { makeMotif } from '../../../src/asset/motif/make-motif.ts';
import { makeQr } from '../../../src/asset/qr/make-qr.ts';
import type { DrawingNode } from '../../../src/asset/types.ts';
import { createNodeHost } from '../../../src/cli/node-host.ts';
import { readQr } from '../../../src/proof/read-qr.ts';
import { createMemoryHost } from '../../support/memory-host.ts';
import { documentOf, load, SOME_PLACE } from '../../support/replaced.ts';

const ADDRESS = 'https://pasuruan.go.id/isiberita/x';

describe('a QR symbol', () => {
  it('holds its value at M, Q and H, as an independent reader sees it', async () => {
    for (const value of [ADDRESS, 'https://contoh.id/é?q=ñ', `https://contoh.id/${'a'.repeat(400)}`]) {
      const qr = await makeQr(value);
      if (qr.kind !== 'qr') throw new Error('Too long');
      expect(qr.symbols.map(({ level }) => level)).toEqual(['M', 'Q', 'H']);
      for (const { modules, dark } of qr.symbols) {
        expect(dark.length).toBe(modules * modules);
        const side = (modules + 8) * 3;
        const samples = new Uint8Array(side * side).fill(255);
        for (let y = 0; y < modules * 3; y += 1) {
          for (let x = 0; x < modules * 3; x += 1) {
            if (dark[Math.floor(y / 3) * modules + Math.floor(x / 3)] === 1) samples[(y + 12) * side + x + 12] = 0;
          }
        }
        expect(await readQr({ widthPx: side, heightPx: side, samples }, true, createNodeHost())).toEqual([value]);
      }
    }
  });

  it('is the symbol that the encoder makes of the whole value, digits packed where that is smaller', async () => {
    const { create } = await import('qrcode/lib/core/qrcode.js');
    const values = [9, 60, 140, 400, 900].flatMap((length) =>
      ['7', 'A1', 'a-2', 'é'].map((part) => `https://pasuruan.go.id/${part.repeat(length / Buffer.byteLength(part))}`),
    );
    for (const value of [...values, `A${'1'.repeat(20)}b${'2'.repeat(30)}`]) {
      const qr = await makeQr(value);
      if (qr.kind !== 'qr') throw new Error('Too long');
      for (const { level, dark } of qr.symbols) {
        expect(dark).toEqual(Uint8Array.from(create(value, { errorCorrectionLevel: level }).modules.data));
      }
    }
  });

  it('has as many modules as the design says', async () => {
    const modulesAtM = async (length: number) => {
      const qr = await makeQr(`https://${'x'.repeat(length - 8)}`);
      return qr.kind === 'qr' ? qr.symbols[0].modules : 0;
    };
    expect([await modulesAtM(33), await modulesAtM(132)]).toEqual([29, 49]);
  });

  it('is an error when it is too long or empty, at the place of the element', async () => {
    const long = `https://contoh.id/${'é'.repeat(700)}`;
    const { diagnostics, content } = await load(documentOf('qr-code', { value: long }), createMemoryHost());
    expect(content).toBeUndefined();
    expect(diagnostics.all).toMatchObject([{ code: 'asset/qr-too-long', place: SOME_PLACE, data: { bytes: 1418 } }]);
    expect((await load(documentOf('qr-code', {}), createMemoryHost())).codes).toEqual(['asset/qr-without-value']);
    expect((await makeQr('a'.repeat(1273))).kind).toBe('qr');
    expect((await makeQr('a'.repeat(1274))).kind).toBe('too-long');
  });
});

describe('the motif', () => {
  const colors = { primary: { r: 0.06, g: 0.3, b: 0.36, alpha: 1 }, accent: { r: 0.9, g: 0.65, b: 0.21, alpha: 1 } };
  const seeds = Array.from({ length: 60 }, (_, index) => `berita-${index}`);

  /** Roughly as it is written into a file. */
  const written = (node: DrawingNode): string => {
    if (node.kind === 'group') return `q ${node.transform.join(' ')} cm\n${node.children.map(written).join('')}Q\n`;
    const path = node.path.map((command) => {
      if (command.kind === 'close') return 'h';
      if (command.kind !== 'curve') return `${command.to.x} ${command.to.y} ${command.kind === 'move' ? 'm' : 'l'}`;
      const { c1, c2, to } = command;
      return `${c1.x} ${c1.y} ${c2.x} ${c2.y} ${to.x} ${to.y} c`;
    });
    return `${JSON.stringify(node.fill)} rg\n${path.join('\n')}\nf\n`;
  };

  it('follows from the seed and differs from article to article', () => {
    const all = seeds.map((seed) => JSON.stringify(makeMotif(seed, colors)));
    expect(new Set(all).size).toBe(seeds.length);
    expect(JSON.stringify(makeMotif('berita-0', { ...colors }))).toBe(all[0]);
  });

  it('is small, whole-numbered, and covers its box', () => {
    for (const seed of seeds) {
      const { children, viewBox } = makeMotif(seed, colors);
      const text = children.map(written).join('');
      expect(deflateSync(text).length).toBeLessThan(8 * 1024);
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
      expect(text.replace(/\{.*\}/g, '')).not.toMatch(/\d\.\d/);
      expect(children.length).toBeGreaterThan(20);
      const [ground] = children;
      expect(ground).toMatchObject({
        kind: 'shape',
        path: [{ to: { x: 0, y: 0 } }, { to: { x: viewBox.width } }, { to: { y: viewBox.height } }, {}, {}],
      });
    }
  });

  it('keeps its tones apart in grey, for dark and for light brands', () => {
    for (const primary of [colors.primary, { r: 0.95, g: 0.9, b: 0.5, alpha: 1 }, { r: 0, g: 0, b: 0, alpha: 1 }]) {
      for (const seed of seeds.slice(0, 12)) {
        const [ground, ...rest] = makeMotif(seed, { ...colors, primary }).children;
        const shades = new Set<number>();
        const collect = (node: DrawingNode): void => {
          if (node.kind === 'group') node.children.forEach(collect);
          else if (node.fill?.kind === 'color') {
            const { r, g, b } = node.fill.color;
            shades.add(Math.round((0.3 * r + 0.59 * g + 0.11 * b) * 20));
          }
        };
        rest.forEach(collect);
        expect(ground?.kind).toBe('shape');
        expect(shades.size).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('is loaded with its colours, and a colour that cannot be read is a warning', async () => {
    const attributes = { seed: 'a', primary: '#0f4c5c', accent: '#e5a636' };
    const good = await load(documentOf('kawung-motif', attributes), createMemoryHost());
    expect([good.content?.kind, good.codes]).toEqual(['drawing', []]);
    const bad = await load(documentOf('kawung-motif', { ...attributes, accent: 'kuning' }), createMemoryHost());
    expect(bad.diagnostics.all).toMatchObject([
      { code: 'asset/motif-color', severity: 'warning', data: { value: 'kuning' } },
    ]);
    expect(bad.content?.kind).toBe('drawing');
  });
});

describe('icons of simple-icons', () => {
  it('are read one file at a time, from where the packages are', async () => {
    for (const name of ['instagram', 'facebook', 'x', 'youtube', 'tiktok', 'whatsapp']) {
      const { content, codes } = await load(documentOf('img', { src: `icon:${name}` }), createNodeHost());
      expect([name, content?.kind, codes]).toEqual([name, 'drawing', []]);
    }
  });
});

describe('the bounded cache', () => {
  it('keeps what was used last, up to its limits', () => {
    const cache = createBoundedCache<string>(2, 10, (value) => value.length);
    cache.set('a', 'xx');
    cache.set('b', 'xx');
    cache.get('a');
    cache.set('c', 'xx');
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['xx', undefined, 'xx']);
    cache.set('d', 'x'.repeat(9));
    expect([cache.get('a'), cache.get('c'), cache.get('d')]).toEqual([undefined, undefined, 'xxxxxxxxx']);
    cache.set('e', 'x'.repeat(11));
    expect([cache.get('d'), cache.get('e')]).toEqual(['xxxxxxxxx', undefined]);
  });
});
