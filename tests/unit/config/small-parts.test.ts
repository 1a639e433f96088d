import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeviceName, normalizeInside } from '../../../src/base/gate.ts';
import { editDistance, nearestName } from '../../../src/base/nearest-name.ts';
import { contrastWithWhite, parseHexColor } from '../../../src/config/color.ts';
import { findPathFault } from '../../../src/config/file-path.ts';
import { isSafeName, toSafeName } from '../../../src/config/names.ts';
import { checkLinkAddress, checkWebAddress, readableAddress } from '../../../src/config/web-address.ts';

describe('nearestName', () => {
  const known = ['title', 'judul', 'date', 'tanggal', 'imageAlt', 'keteranganGambar', 'qr'];
  it.each([
    ['titel', 'title'],
    ['Judul', 'judul'],
    ['jdul', 'judul'],
    ['tangal', 'tanggal'],
    ['image_alt', 'imageAlt'],
    ['keterangan_gambar', 'keteranganGambar'],
    ['q', 'qr'],
    ['penerbit', undefined],
    ['zzz', undefined],
    ['', undefined],
  ])('%s → %s', (name, nearest) => {
    expect(nearestName(name, known)).toBe(nearest);
  });

  it('counts a swap of neighbours as one step', () => {
    expect(editDistance('ab', 'ba')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
  });

  it('is symmetric and zero only for equals', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('checkWebAddress', () => {
  it.each([
    ['https://pasuruan.go.id', 'https://pasuruan.go.id/'],
    ['HTTP://Pasuruan.go.id/Berita?a=1#b', 'http://pasuruan.go.id/Berita?a=1#b'],
    ['https://pasuruan.go.id/a/../b', 'https://pasuruan.go.id/b'],
  ])('%s', (text, href) => {
    expect(checkWebAddress(text)).toEqual({ kind: 'address', href });
  });

  it.each([
    ['javascript:alert(1)', 'scheme'],
    ['JaVaScRiPt:alert(1)', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['mailto:a@b.id', 'scheme'],
    ['pasuruan.go.id', 'scheme'],
    ['//pasuruan.go.id', 'scheme'],
    ['java\nscript:alert(1)', 'characters'],
    ['https://a.id/b c', 'characters'],
    ['https:\\\\a.id', 'characters'],
    ['https:a.id', 'form'],
    ['https://', 'form'],
    ['https://a.id:99999', 'form'],
    ['https://user:pw@a.id', 'credentials'],
    [`https://a.id/${'x'.repeat(2000)}`, 'too-long'],
  ])('%j is refused', (text, fault) => {
    expect(checkWebAddress(text)).toEqual({ kind: 'fault', fault });
  });

  it('lets links also lead to mail and telephone', () => {
    expect(checkLinkAddress('mailto:kominfo@a.id')).toEqual({ kind: 'address', href: 'mailto:kominfo@a.id' });
    expect(checkLinkAddress('tel:+62-343-1')).toEqual({ kind: 'address', href: 'tel:+62-343-1' });
    expect(checkLinkAddress('mailto:')).toMatchObject({ fault: 'form' });
    expect(checkLinkAddress('tel:abc')).toMatchObject({ fault: 'form' });
    expect(checkLinkAddress('vbscript:x')).toMatchObject({ fault: 'scheme' });
  });

  it('gives nothing but http and https, whatever it is asked', () => {
    const scheme = fc.constantFrom('http', 'https', 'javascript', 'data', 'file', 'ht\ttp', '');
    fc.assert(
      fc.property(scheme, fc.constantFrom(':', '://', ''), fc.string({ maxLength: 20 }), (name, colon, rest) => {
        const checked = checkWebAddress(`${name}${colon}${rest}`);
        if (checked.kind === 'address') {
          expect(checked.href).toMatch(/^https?:\/\/[^/@]+(\/|$)/);
          expect(checkWebAddress(checked.href)).toEqual(checked);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('prints an address without what the reader need not type', () => {
    expect(readableAddress('https://www.pasuruan.go.id/')).toBe('pasuruan.go.id');
    expect(readableAddress('https://pasuruan.go.id/a/')).toBe('pasuruan.go.id/a/');
  });
});

describe('findPathFault', () => {
  it.each([
    ['foto.jpg', 0, undefined],
    ['gambar/foto desa.jpg', 0, undefined],
    ['../foto.jpg', 1, undefined],
    ['../foto.jpg', 0, 'outside'],
    ['a/../../foto.jpg', 0, 'outside'],
    ['a\\b.jpg', 2, 'backslash'],
    ['..\\b.jpg', 0, 'backslash'],
    ['C:\\b.jpg', 2, 'absolute'],
    ['c:/b.jpg', 2, 'absolute'],
    ['\\\\server\\b.jpg', 2, 'absolute'],
    ['/etc/passwd', 2, 'absolute'],
    ['~/b.jpg', 2, 'absolute'],
    ['https://a.id/b.jpg', 2, 'address'],
    ['//a.id/b.jpg', 2, 'address'],
    ['file:b.jpg', 2, 'address'],
    ['aux.jpg', 0, 'name'],
    ['a./b.jpg', 0, 'name'],
    ['b.jpg ', 0, 'name'],
    ['a:b.jpg', 0, 'name'],
    ['%2e%2e/b.jpg', 1, 'name'],
    ['folder/', 0, 'name'],
    ['x'.repeat(501), 0, 'too-long'],
  ])('%s below %i folders: %s', (path, depth, fault) => {
    expect(findPathFault(path, depth)).toBe(fault);
  });

  it('lets nothing pass that the gate would refuse', () => {
    const part = fc.constantFrom('a', '..', '.', 'b.jpg', 'CON', 'x.', '~', '%2e', 'c:', '\\', '', 'aux.txt');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const path = parts.join('/');
        if (path !== '' && !/(^|\/)\.*$/.test(path) && findPathFault(path, 1) === undefined) {
          expect(normalizeInside(`folder/${path}`)).toBeDefined();
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('safe names', () => {
  it.each([
    ['Lomba Desa #1', 'lomba-desa-1'],
    ["Jum'at Berkah", 'jumat-berkah'],
    ['Café Müller', 'cafe-muller'],
    ['Straße/Æther', 'strasse-aether'],
    ['CON', 'con-1'],
    ['aux', 'aux-1'],
    ['com1', 'com1-1'],
    ['berita: banjir.', 'berita-banjir'],
    ['ﬁle ①', 'file-1'],
    ['日本', ''],
    ['---', ''],
  ])('%s → %s', (text, name) => {
    expect(toSafeName(text)).toBe(name);
  });

  it('cuts between words', () => {
    const name = toSafeName(`${'kata '.repeat(30)}`);
    expect(name.length).toBeLessThanOrEqual(80);
    expect(name.endsWith('-kata')).toBe(true);
    expect(toSafeName('x'.repeat(200))).toBe('x'.repeat(80));
  });

  it('are safe whatever they are made of, and stay what they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const name = toSafeName(text);
        if (name === '') return;
        expect(isSafeName(name)).toBe(true);
        expect(isDeviceName(`${name}.pdf`)).toBe(false);
        expect(toSafeName(name)).toBe(name);
      }),
      { numRuns: 150 },
    );
  });
});

describe('colours', () => {
  it('reads hexadecimal colours only', () => {
    expect(parseHexColor('#fff')).toEqual({ r: 1, g: 1, b: 1, alpha: 1 });
    expect(parseHexColor('0f4c5c')).toEqual({ r: 15 / 255, g: 76 / 255, b: 92 / 255, alpha: 1 });
    for (const text of ['fff', '#ffff', '#12345g', 'red', 'rgb(0,0,0)', ''])
      expect(parseHexColor(text)).toBeUndefined();
  });

  it('measures contrast as WCAG does', () => {
    const ratio = (hex: string): number => {
      const color = parseHexColor(hex);
      if (color === undefined) throw new Error(hex);
      return Math.round(contrastWithWhite(color) * 100) / 100;
    };
    expect(ratio('#000')).toBe(21);
    expect(ratio('#fff')).toBe(1);
    expect(ratio('#777777')).toBe(4.48);
    expect(ratio('#767676')).toBe(4.54);
  });
});
