import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePictures } from '../../../src/asset/encode-pictures.ts';
import type { EncodedPicture, PictureRequest } from '../../../src/asset/types.ts';
import { createDiagnosticList, type DiagnosticList } from '../../../src/base/diagnostics.ts';
import { createMemoryHost } from '../../support/memory-host.ts';
import * as pictures from '../../support/pictures.ts';
import { loadImage, SOME_PLACE } from '../../support/replaced.ts';

const hostWith = (bytes: Uint8Array, name = '/ruang/articles/foto.jpg') => createMemoryHost({ [name]: bytes });
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

async function headerOf(bytes: Uint8Array): Promise<readonly [number, number] | readonly string[]> {
  const { content, codes } = await loadImage('article:foto.jpg', hostWith(bytes));
  return content?.kind === 'picture' ? [content.header.widthPx, content.header.heightPx] : codes;
}

interface Encoded {
  readonly picture: EncodedPicture | undefined;
  readonly diagnostics: DiagnosticList;
}

/** Encodes a file at a printed size in points. */
async function encode(
  bytes: Uint8Array,
  request: Partial<Omit<PictureRequest, 'key'>> & { readonly width: number; readonly height: number },
): Promise<Encoded> {
  const { assets, content, codes } = await loadImage('article:foto.jpg', hostWith(bytes));
  if (content?.kind !== 'picture') throw new Error(`Not a picture: ${codes.join()}`);
  const diagnostics = createDiagnosticList();
  const full = { crop: WHOLE, name: 'foto.jpg', place: SOME_PLACE, ...request, key: content.header.key };
  const encoded = await encodePictures([full], assets, diagnostics);
  return { picture: encoded?.[0], diagnostics };
}

/** At 72 points an inch this is the size at which a pixel of the file is a pixel at 300 dpi. */
const atPrint = (pixels: number): number => (pixels * 72) / 300;

async function pixelsOf(picture: EncodedPicture | undefined): Promise<{ data: Buffer; channels: number }> {
  if (picture === undefined) throw new Error('No picture');
  const { data, info } = await sharp(picture.bytes).raw().toBuffer({ resolveWithObject: true });
  return { data, channels: info.channels };
}

describe('the header of a picture', () => {
  it('is read for every format, whatever the name of the file says', async () => {
    const size = { width: 123, height: 77 };
    const made = {
      jpeg: await pictures.jpegPicture(size),
      png: await pictures.pngPicture(size),
      webp: await pictures.webpPicture(size),
      losslessWebp: await pictures.losslessWebpPicture(size),
      alphaWebp: await pictures.alphaWebp(size),
      avif: await pictures.avifPicture(size),
      tiff: await pictures.tiffPicture(size),
      cmyk: await pictures.cmykJpeg(size),
      deep: await pictures.deepPng(size),
    };
    for (const [name, bytes] of Object.entries(made)) expect([name, await headerOf(bytes)]).toEqual([name, [123, 77]]);
    expect(await headerOf(await pictures.animatedGif())).toEqual([40, 30]);
  });

  it('gives the size after the orientation that the camera wrote', async () => {
    const size = { width: 120, height: 80 };
    for (const orientation of [1, 2, 3, 4]) {
      expect(await headerOf(await pictures.phoneJpeg(orientation, size))).toEqual([120, 80]);
    }
    for (const orientation of [5, 6, 7, 8]) {
      expect(await headerOf(await pictures.phoneJpeg(orientation, size))).toEqual([80, 120]);
    }
  });

  it('refuses 30,000 × 30,000 pixels without decoding', async () => {
    const { diagnostics, content } = await loadImage('article:foto.jpg', hostWith(pictures.hugePng()));
    expect(content).toBeUndefined();
    expect(diagnostics.all).toEqual([
      {
        code: 'asset/picture-too-many-pixels',
        severity: 'error',
        place: SOME_PLACE,
        data: { path: 'foto.jpg', widthPx: 30_000, heightPx: 30_000, maxSidePx: 20_000, maxMegapixels: 50 },
        related: [],
      },
    ]);
    expect(await headerOf(pictures.hugePng(20_001, 10))).toEqual(['asset/picture-too-many-pixels']);
    expect(await headerOf(pictures.hugePng(10_000, 5_001))).toEqual(['asset/picture-too-many-pixels']);
    expect(await headerOf(pictures.hugePng(10_000, 5_000))).toEqual([10_000, 5_000]);
  });

  it('tells HEIC, unknown content and files that are cut off apart', async () => {
    expect(await headerOf(pictures.fakeHeic())).toEqual(['asset/picture-heic']);
    expect(await headerOf(new TextEncoder().encode('%PDF-1.7 not a picture'))).toEqual(['asset/picture-format']);
    expect(await headerOf(new TextEncoder().encode('<html><body>Halaman galat</body></html>'))).toEqual([
      'asset/picture-format',
    ]);
    const whole = [await pictures.jpegPicture(), await pictures.pngPicture(), await pictures.webpPicture()];
    for (const bytes of whole) {
      for (const share of [0.1, 0.5, 0.95]) {
        expect(await headerOf(pictures.cut(bytes, share))).toEqual(['asset/picture-corrupt']);
      }
    }
  });

  it('never throws and never hangs on a file of which any byte is wrong', async () => {
    const whole = [await pictures.phoneJpeg(6), await pictures.avifPicture(), await pictures.tiffPicture()];
    for (const bytes of whole) {
      for (let at = 0; at < Math.min(bytes.length, 400); at += 3) {
        const copy = bytes.slice();
        copy[at] = 255 - (copy[at] ?? 0);
        await headerOf(copy);
      }
    }
  });
});

describe('an encoded picture', () => {
  it('is baseline JPEG in sRGB without any metadata', async () => {
    const { picture } = await encode(await pictures.phoneJpeg(1), { width: atPrint(120), height: atPrint(80) });
    expect(picture).toMatchObject({ widthPx: 120, heightPx: 80, kind: 'jpeg', components: 3, alpha: undefined });
    const bytes = Buffer.from(picture?.bytes ?? []);
    for (const trace of ['Exif', 'GPS', 'TelefonUji', 'RAHASIA', 'ICC_PROFILE', 'http']) {
      expect([trace, bytes.includes(trace)]).toEqual([trace, false]);
    }
    // SOF0: baseline. SOF2 would be progressive.
    expect(bytes.includes(Buffer.from([0xff, 0xc0]))).toBe(true);
    expect(bytes.includes(Buffer.from([0xff, 0xc2]))).toBe(false);
  });

  it('stands upright, and the crop counts on the upright picture', async () => {
    // Orientation 6: the camera's left edge is the top. The blue corner of the file goes to the top right.
    const bytes = await pictures.phoneJpeg(6, { width: 120, height: 80 });
    const { picture } = await encode(bytes, {
      width: atPrint(80),
      height: atPrint(120),
      crop: { x: 0.5, y: 0, width: 0.5, height: 0.5 },
    });
    expect(picture).toMatchObject({ widthPx: 40, heightPx: 60 });
    const { data, channels } = await pixelsOf(picture);
    const topRight = (2 * 40 + 37) * channels;
    expect(data[topRight + 2]).toBeGreaterThan(180);
    const bottomLeft = (57 * 40 + 2) * channels;
    expect(data[bottomLeft + 2]).toBeLessThan(120);
  });

  it('is scaled down to 300 dpi and never up', async () => {
    const bytes = await pictures.jpegPicture({ width: 1200, height: 800 });
    expect((await encode(bytes, { width: 72, height: 48 })).picture).toMatchObject({ widthPx: 300, heightPx: 200 });
    expect((await encode(bytes, { width: 720, height: 480 })).picture).toMatchObject({ widthPx: 1200, heightPx: 800 });
    const crop = { x: 0.25, y: 0.1, width: 0.5, height: 0.8 };
    expect((await encode(bytes, { width: 72, height: 48, crop })).picture).toMatchObject({
      widthPx: 150,
      heightPx: 160,
    });
  });

  it('keeps grey grey and turns CMYK, 16 bits and wide gamuts into sRGB', async () => {
    const size = { width: atPrint(120), height: atPrint(80) };
    expect((await encode(await pictures.greyJpeg(), size)).picture).toMatchObject({ kind: 'jpeg', components: 1 });
    for (const bytes of [await pictures.cmykJpeg(), await pictures.deepPng(), await pictures.p3Jpeg()]) {
      const { picture } = await encode(bytes, size);
      expect(picture).toMatchObject({ kind: 'jpeg', components: 3 });
      const { data, channels } = await pixelsOf(picture);
      expect(channels).toBe(3);
      const right = (40 * 120 + 110) * 3;
      expect(Math.abs((data[right] ?? 0) - 234)).toBeLessThan(30);
    }
  });

  it('keeps alpha only where something shows through', async () => {
    const size = { width: atPrint(120), height: atPrint(80) };
    const { picture } = await encode(await pictures.alphaPng(), size);
    expect(picture).toMatchObject({ kind: 'raw', components: 3, widthPx: 120, heightPx: 80 });
    expect(picture?.bytes.length).toBe(120 * 80 * 3);
    expect(picture?.alpha?.[10]).toBe(255);
    expect(picture?.alpha?.[110]).toBe(128);
    const opaque = (await encode(await pictures.opaqueAlphaPng(), size)).picture;
    expect(opaque).toMatchObject({ kind: 'jpeg', alpha: undefined });
  });

  it('shows the first frame of an animation', async () => {
    const { picture } = await encode(await pictures.animatedGif(), { width: atPrint(40), height: atPrint(30) });
    expect(picture).toMatchObject({ widthPx: 40, heightPx: 30 });
    const { data } = await pixelsOf(picture);
    expect([data[0]! > 240, data[2]! < 15]).toEqual([true, true]);
  });

  it('is the same bytes every time', async () => {
    const bytes = await pictures.jpegPicture({ width: 300, height: 200 });
    const first = await encode(bytes, { width: 50, height: 33 });
    // Other sizes in between push nothing into the result.
    await encode(bytes, { width: 51, height: 34 });
    const second = await encode(bytes.slice(), { width: 50, height: 33 });
    expect(Buffer.from(second.picture?.bytes ?? [])).toEqual(Buffer.from(first.picture?.bytes ?? []));
  });

  it('warns below 150 dpi with the pixels that are needed', async () => {
    const bytes = await pictures.jpegPicture({ width: 120, height: 80 });
    const { picture, diagnostics } = await encode(bytes, { width: 144, height: 96 });
    expect(picture).toBeDefined();
    expect(diagnostics.all).toEqual([
      {
        code: 'asset/picture-low-resolution',
        severity: 'warning',
        place: SOME_PLACE,
        data: { path: 'foto.jpg', dpi: 60, widthPx: 120, heightPx: 80, neededWidthPx: 300, neededHeightPx: 200 },
        related: [],
      },
    ]);
    expect((await encode(bytes, { width: (120 / 150) * 72, height: (80 / 150) * 72 })).diagnostics.all).toEqual([]);
  });

  it('is refused when the file is damaged inside, even outside the part that shows', async () => {
    const made = [
      pictures.damaged(await pictures.pngPicture({ width: 400, height: 300 })),
      pictures.damaged(await pictures.avifPicture({ width: 400, height: 300 })),
      pictures.cut(await pictures.tiffPicture({ width: 400, height: 300 }), 0.5),
    ];
    for (const bytes of made) {
      const crop = { x: 0, y: 0, width: 1, height: 0.1 };
      const result = await headerOf(bytes);
      if (result[0] === 'asset/picture-corrupt') continue;
      const { picture, diagnostics } = await encode(bytes, { width: 100, height: 75, crop });
      expect(picture).toBeUndefined();
      expect(diagnostics.all.map(({ code, place }) => [code, place])).toEqual([['asset/picture-corrupt', SOME_PLACE]]);
    }
  });
});

describe('the gate', () => {
  const jpeg = pictures.jpegPicture();

  it('names what is wrong with a path, at the place of the value', async () => {
    const host = createMemoryHost({
      '/ruang/articles/kosong.jpg': '',
      '/ruang/articles/x.jpg/isi.txt': 'x',
      '/ruang/articles/besar.jpg': new Uint8Array(20 * 1024 * 1024 + 1),
      '/rahasia.jpg': await jpeg,
    });
    const cases: Readonly<Record<string, string>> = {
      'article:tiada.jpg': 'asset/picture-missing',
      'article:kosong.jpg': 'asset/file-empty',
      'article:x.jpg': 'asset/file-not-a-file',
      'article:besar.jpg': 'asset/file-too-large',
      'article:../../rahasia.jpg': 'asset/file-outside',
      'article:/rahasia.jpg': 'asset/file-outside',
      'article:~/rahasia.jpg': 'asset/file-outside',
      'article:%2e%2e/%2e%2e/rahasia.jpg': 'asset/file-outside',
      'article:foto\\a.jpg': 'asset/file-backslash',
      'article:C:\\foto.jpg': 'asset/file-backslash',
      'article:https://contoh.id/a.jpg': 'asset/file-remote',
      'article://contoh.id/a.jpg': 'asset/file-remote',
      'brand:../rahasia.jpg': 'asset/file-outside',
      '../../../rahasia.jpg': 'asset/file-outside',
      '': 'asset/picture-without-source',
      'icon:tidakadaikon': 'asset/icon-unknown',
      'icon:../x': 'asset/icon-unknown',
    };
    for (const [src, code] of Object.entries(cases)) {
      const { diagnostics, content } = await loadImage(src, host);
      expect([src, content, diagnostics.all.map((one) => [one.code, one.place])]).toEqual([
        src,
        undefined,
        [[code, SOME_PLACE]],
      ]);
    }
  });

  it('counts paths from the article, the workspace and the layout', async () => {
    const bytes = await jpeg;
    const host = createMemoryHost({
      '/ruang/articles/foto/a.jpg': bytes,
      '/ruang/foto acara.jpg': bytes,
      '/ruang/logo.jpg': bytes,
      '/program/templates/bulletin/hiasan.jpg': bytes,
    });
    for (const src of ['article:foto/a.jpg', 'article:../foto%20acara.jpg', 'brand:logo.jpg', 'hiasan.jpg']) {
      expect([src, (await loadImage(src, host)).content?.kind]).toEqual([src, 'picture']);
    }
  });
});
