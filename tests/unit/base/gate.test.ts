import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeviceName, normalizeInside } from '../../../src/base/gate.ts';

describe('normalizeInside', () => {
  it.each([
    ['foto.jpg', 'foto.jpg'],
    ['./foto.jpg', 'foto.jpg'],
    ['a/b/../foto.jpg', 'a/foto.jpg'],
    ['gambar/foto pasar.jpg', 'gambar/foto pasar.jpg'],
    ['gambar/..foto.jpg', 'gambar/..foto.jpg'],
    ['100%.jpg', '100%.jpg'],
  ])('takes %s', (path, plain) => {
    expect(normalizeInside(path)).toBe(plain);
  });

  it.each([
    [''],
    ['.'],
    ['a/..'],
    ['..'],
    ['../foto.jpg'],
    ['a/../../foto.jpg'],
    ['/etc/passwd'],
    ['~/foto.jpg'],
    ['C:/foto.jpg'],
    ['file:foto.jpg'],
    ['foto.jpg:stream'],
    ['..\\foto.jpg'],
    ['\\\\server\\share\\foto.jpg'],
    ['a/%2e%2e/foto.jpg'],
    ['a%2Ffoto.jpg'],
    ['foto\u0000.jpg'],
    ['foto\n.jpg'],
    ['folder/'],
    ['foto.jpg.'],
    ['foto.jpg '],
    ['a. /foto.jpg'],
    ['CON'],
    ['gambar/aux.jpg'],
    ['gambar/COM1.png'],
    ['a/'.repeat(600)],
  ])('refuses %j', (path) => {
    expect(normalizeInside(path)).toBeUndefined();
  });

  it('never gives a path that leaves the root', () => {
    const part = fc.constantFrom('a', '..', '.', 'b.c', '', '...', ' ', 'CON');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const plain = normalizeInside(parts.join('/'));
        if (plain === undefined) return;
        expect(plain.split('/')).not.toContain('..');
        expect(plain.startsWith('/')).toBe(false);
      }),
    );
  });
});

it('knows the device names of Windows with any ending', () => {
  expect(['con', 'NUL.txt', 'lpt9', 'COM1.tar.gz'].every(isDeviceName)).toBe(true);
  expect(['console', 'com', 'com10', 'nulis', 'auxiliary'].some(isDeviceName)).toBe(false);
});
