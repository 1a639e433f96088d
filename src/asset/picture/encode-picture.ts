import type { Rect } from '../../base/geometry.ts';
import type { EncodedPicture } from '../types.ts';
import { openPicture, openSamples } from './engine.ts';

export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Settings of every JPEG file that is written. Fixed, so that the same picture gives the same bytes. */
const JPEG = {
  quality: 82,
  chromaSubsampling: '4:2:0',
  progressive: false,
  mozjpeg: false,
  optimiseCoding: true,
} as const;

/**
 * Decodes a picture whole, turns it upright, cuts it to `crop` (0 to 1 of the upright picture), scales the part to
 * `target` and encodes it in sRGB or grey, without any metadata. Throws what the decoder says of a damaged file.
 */
export async function encodePicture(
  bytes: Uint8Array,
  natural: PixelSize,
  crop: Rect,
  target: PixelSize,
  density?: number,
): Promise<EncodedPicture> {
  const source = await openPicture(bytes, density);
  const { space, hasAlpha, width = 0, height = 0, autoOrient } = await source.metadata();
  const isGrey = space === 'b-w' || space === 'grey16';
  const upright =
    density === undefined ? natural : { widthPx: autoOrient.width || width, heightPx: autoOrient.height || height };
  const part = cropInPixels(crop, upright);
  const isWhole = part.width === upright.widthPx && part.height === upright.heightPx;
  const cut = isWhole ? source : source.extract(part);
  const scaled = cut.resize(target.widthPx, target.heightPx, { fit: 'fill' }).toColourspace(isGrey ? 'b-w' : 'srgb');
  const components = isGrey ? 1 : 3;
  const size = { widthPx: target.widthPx, heightPx: target.heightPx };
  if (!hasAlpha)
    return { ...size, kind: 'jpeg', components, bytes: await scaled.jpeg(JPEG).toBuffer(), alpha: undefined };
  const { data, info } = await scaled.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  if (info.channels !== components + 1) throw new Error(`Expected ${components + 1} channels, got ${info.channels}`);
  const { samples, alpha } = separate(data, components);
  if (alpha !== undefined) return { ...size, kind: 'raw', components, bytes: samples, alpha };
  const opaque = await openSamples(samples, size.widthPx, size.heightPx, components);
  const jpeg = await opaque
    .toColourspace(isGrey ? 'b-w' : 'srgb')
    .jpeg(JPEG)
    .toBuffer();
  return { ...size, kind: 'jpeg', components, bytes: jpeg, alpha: undefined };
}

/** Whole pixels, rounded outwards, at least one each way. */
function cropInPixels(crop: Rect, size: PixelSize): { left: number; top: number; width: number; height: number } {
  const left = clamp(Math.floor(crop.x * size.widthPx + 1e-6), 0, size.widthPx - 1);
  const top = clamp(Math.floor(crop.y * size.heightPx + 1e-6), 0, size.heightPx - 1);
  const right = clamp(Math.ceil((crop.x + crop.width) * size.widthPx - 1e-6), left + 1, size.widthPx);
  const bottom = clamp(Math.ceil((crop.y + crop.height) * size.heightPx - 1e-6), top + 1, size.heightPx);
  return { left, top, width: right - left, height: bottom - top };
}

/** `alpha` is `undefined` when every pixel is opaque. */
function separate(data: Uint8Array, components: 1 | 3): { samples: Uint8Array; alpha: Uint8Array | undefined } {
  const pixels = data.length / (components + 1);
  const samples = new Uint8Array(pixels * components);
  const alpha = new Uint8Array(pixels);
  let isOpaque = true;
  for (let pixel = 0, from = 0, to = 0; pixel < pixels; pixel += 1) {
    // `from` and `to` stay inside: both arrays were sized from `pixels`.
    for (let component = 0; component < components; component += 1) samples[to++] = data[from++]!;
    const value = data[from++]!;
    alpha[pixel] = value;
    if (value !== 255) isOpaque = false;
  }
  return { samples, alpha: isOpaque ? undefined : alpha };
}

const clamp = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max);
