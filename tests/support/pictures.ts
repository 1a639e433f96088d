import sharp, { type Sharp } from 'sharp';

/** Pictures that tests make for themselves. Each is a photo-like gradient, so that every part of it differs. */
export interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
}

/** Red grows to the right, green downwards; the top left corner is a blue square. */
function canvas({ width = 120, height = 80 }: PictureOptions = {}, channels: 3 | 4 = 3): Sharp {
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * channels;
      const isCorner = x < width / 4 && y < height / 4;
      data[at] = isCorner ? 0 : Math.round((255 * x) / width);
      data[at + 1] = isCorner ? 0 : Math.round((255 * y) / height);
      data[at + 2] = isCorner ? 255 : 64;
      if (channels === 4) data[at + 3] = x < width / 2 ? 255 : 128;
    }
  }
  return sharp(data, { raw: { width, height, channels } });
}

const bytesOf = async (image: Sharp): Promise<Uint8Array> => new Uint8Array(await image.toBuffer());

export const jpegPicture = (options?: PictureOptions): Promise<Uint8Array> =>
  bytesOf(canvas(options).jpeg({ quality: 95 }));
export const pngPicture = (options?: PictureOptions): Promise<Uint8Array> => bytesOf(canvas(options).png());
export const webpPicture = (options?: PictureOptions): Promise<Uint8Array> => bytesOf(canvas(options).webp());
export const losslessWebpPicture = (options?: PictureOptions): Promise<Uint8Array> =>
  bytesOf(canvas(options).webp({ lossless: true }));
export const avifPicture = (options?: PictureOptions): Promise<Uint8Array> =>
  bytesOf(canvas(options).avif({ effort: 0 }));
export const tiffPicture = (options?: PictureOptions): Promise<Uint8Array> => bytesOf(canvas(options).tiff());
export const alphaPng = (options?: PictureOptions): Promise<Uint8Array> => bytesOf(canvas(options, 4).png());
export const alphaWebp = (options?: PictureOptions): Promise<Uint8Array> => bytesOf(canvas(options, 4).webp());
export const greyJpeg = (options?: PictureOptions): Promise<Uint8Array> =>
  bytesOf(canvas(options).greyscale().toColourspace('b-w').jpeg());
export const cmykJpeg = (options?: PictureOptions): Promise<Uint8Array> =>
  bytesOf(canvas(options).toColourspace('cmyk').jpeg({ quality: 95 }));
export const deepPng = (options?: PictureOptions): Promise<Uint8Array> =>
  bytesOf(canvas(options).toColourspace('rgb16').png());
export const p3Jpeg = (options?: PictureOptions): Promise<Uint8Array> =>
  bytesOf(canvas(options).withIccProfile('p3').jpeg());

/** An alpha channel in which every pixel is opaque. */
export const opaqueAlphaPng = (options?: PictureOptions): Promise<Uint8Array> =>
  bytesOf(canvas(options).ensureAlpha().png());

/** Two frames, the first red, the second blue. */
export async function animatedGif(): Promise<Uint8Array> {
  const frame = (background: string): Promise<Buffer> =>
    sharp({ create: { width: 40, height: 30, channels: 3, background } })
      .png()
      .toBuffer();
  const frames = [await frame('#ff0000'), await frame('#0000ff')];
  return bytesOf(sharp(frames, { join: { animated: true } }).gif());
}

/** A photo as a telephone stores it: lying on its side, with an orientation, a place on earth, a maker and a profile. */
export function phoneJpeg(orientation: number, options?: PictureOptions): Promise<Uint8Array> {
  return bytesOf(
    canvas(options)
      .jpeg({ quality: 95 })
      .withMetadata({ orientation })
      .withExifMerge({
        IFD0: { Make: 'TelefonUji', Copyright: 'RAHASIA' },
        IFD3: {
          GPSLatitudeRef: 'S',
          GPSLatitude: '7/1 38/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '112/1 54/1 0/1',
        },
      }),
  );
}

/** A PNG file whose header promises so many pixels, with nothing behind it that could be decoded. */
export function hugePng(width = 30_000, height = 30_000): Uint8Array {
  const file = new Uint8Array(8 + 25 + 12 + 12);
  const view = new DataView(file.buffer);
  file.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunk = (at: number, type: string, data: readonly number[]): void => {
    view.setUint32(at, data.length);
    file.set(
      [...type].map((letter) => letter.charCodeAt(0)),
      at + 4,
    );
    file.set(data, at + 8);
    view.setUint32(at + 8 + data.length, crc32(file.subarray(at + 4, at + 8 + data.length)));
  };
  const u32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  chunk(8, 'IHDR', [...u32(width), ...u32(height), 8, 2, 0, 0, 0]);
  chunk(33, 'IDAT', []);
  chunk(45, 'IEND', []);
  return file;
}

/** The first box of a file as an iPhone writes it; nothing follows. */
export function fakeHeic(): Uint8Array {
  const brands = ['ftyp', 'heic', '\u0000\u0000\u0000\u0000', 'mif1', 'MiHE', 'heic'].join('');
  return Uint8Array.from([0, 0, 0, 28, ...[...brands].map((letter) => letter.charCodeAt(0)), ...new Array(64).fill(0)]);
}

/** The first part of a file, as after a copy that did not finish. */
export const cut = (bytes: Uint8Array, share: number): Uint8Array => bytes.slice(0, Math.floor(bytes.length * share));

/** Zeros in the middle of a file whose ends are sound. */
export function damaged(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy.fill(0, Math.floor(copy.length * 0.4), Math.floor(copy.length * 0.7));
  return copy;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
