import type { Sharp, SharpOptions } from 'sharp';
import { MAX_PICTURE_PIXELS } from './limits.ts';

type SharpFactory = (input: Uint8Array, options?: SharpOptions) => Sharp;

/** The only readers that may run. Without this the library would open whatever it was built with. */
const LOADERS = ['Jpeg', 'Png', 'Nsgif', 'Webp', 'Heif', 'Tiff', 'Svg'].map((name) => `VipsForeignLoad${name}Buffer`);

let engine: Promise<SharpFactory> | undefined;

/** The picture library costs a quarter of a second to load: it is loaded with the first picture that is encoded. */
function loadEngine(): Promise<SharpFactory> {
  engine ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: LOADERS });
    return (input, options) => sharp(input, options);
  });
  return engine;
}

/** Opens a file from its bytes: a warning of the decoder is a fault, the first frame counts, EXIF turns the picture. */
export async function openPicture(bytes: Uint8Array, density?: number): Promise<Sharp> {
  const sharp = await loadEngine();
  return sharp(bytes, {
    failOn: 'warning',
    limitInputPixels: MAX_PICTURE_PIXELS,
    sequentialRead: true,
    pages: 1,
    autoOrient: true,
    ...(density === undefined ? {} : { density }),
  });
}

/** Samples that were decoded already. */
export async function openSamples(bytes: Uint8Array, width: number, height: number, channels: 1 | 3): Promise<Sharp> {
  const sharp = await loadEngine();
  return sharp(bytes, { raw: { width, height, channels } });
}
