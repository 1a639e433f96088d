import type { Reporter } from '../base/diagnostics.ts';
import { sha256 } from '../base/digest.ts';
import { createBoundedCache } from './bounded-cache.ts';
import { encodePicture } from './picture/encode-picture.ts';
import { MAX_PICTURE_SIDE, MIN_DPI, PRINT_DPI } from './picture/limits.ts';
import { readHeader } from './picture/read-header.ts';
import { svgPixelSize } from './svg/svg-pixel-size.ts';
import type { Assets, EncodedPicture, PictureRequest } from './types.ts';

/** Encoded pictures by key, crop and size: a logo or a picture that many articles share is encoded once. */
const encoded = createBoundedCache<EncodedPicture>(
  32,
  16 * 1024 * 1024,
  (picture) => picture.bytes.length + (picture.alpha?.length ?? 0),
);

/**
 * The bytes of each request in the order of the requests, at 300 dpi at most at the printed size, never scaled up.
 * `undefined` when a picture could not be decoded whole (reported).
 */
export async function encodePictures(
  requests: readonly PictureRequest[],
  assets: Assets,
  reporter: Reporter,
): Promise<readonly EncodedPicture[] | undefined> {
  const pictures: EncodedPicture[] = [];
  for (const request of requests) {
    const picture = await encodeRequest(request, assets, reporter);
    if (picture !== undefined) pictures.push(picture);
  }
  return pictures.length === requests.length ? pictures : undefined;
}

async function encodeRequest(
  request: PictureRequest,
  assets: Assets,
  reporter: Reporter,
): Promise<EncodedPicture | undefined> {
  const bytes = assets.pictureBytes.get(request.key);
  if (bytes === undefined) throw new Error(`No bytes for the picture ${request.name}`);
  const header = readHeader(bytes);
  const plan = header.kind === 'header' ? planOf(request, header) : planOfSvg(request, bytes);
  if (header.kind === 'header') warnOfLowResolution(request, header, reporter);
  const { natural, target, density } = plan;
  const { crop } = request;
  const key = sha256(
    [request.key, crop.x, crop.y, crop.width, crop.height, target.widthPx, target.heightPx, density ?? ''].join(' '),
  );
  const known = encoded.get(key);
  if (known !== undefined) return known;
  try {
    const picture = await encodePicture(bytes, natural, crop, target, density);
    encoded.set(key, picture);
    return picture;
  } catch {
    // Whatever the decoder says of it, the file is at fault: its header was sound and its size within the limits.
    reporter.report('asset/picture-corrupt', request.place, { path: request.name });
    return undefined;
  }
}

interface Plan {
  readonly natural: { readonly widthPx: number; readonly heightPx: number };
  readonly target: { readonly widthPx: number; readonly heightPx: number };
  readonly density: number | undefined;
}

function planOf(request: PictureRequest, natural: Plan['natural']): Plan {
  const across = Math.min(natural.widthPx, (request.width / 72) * PRINT_DPI) * request.crop.width;
  const down = Math.min(natural.heightPx, (request.height / 72) * PRINT_DPI) * request.crop.height;
  return { natural, target: { widthPx: wholePixels(across), heightPx: wholePixels(down) }, density: undefined };
}

/** An SVG has no pixels of its own: it is drawn at exactly 300 dpi of its printed size. */
function planOfSvg(request: PictureRequest, bytes: Uint8Array): Plan {
  const natural = svgPixelSize(bytes);
  const across = (request.width / 72) * PRINT_DPI;
  const down = (request.height / 72) * PRINT_DPI;
  const scale = Math.max(across / natural.widthPx, down / natural.heightPx);
  return {
    natural,
    target: { widthPx: wholePixels(across * request.crop.width), heightPx: wholePixels(down * request.crop.height) },
    // At 72 a CSS pixel is one pixel and an inch 72; a third more is right for both and makes edges finer.
    density: Math.min(Math.max(96 * scale, 1), 20_000),
  };
}

const wholePixels = (value: number): number => Math.min(Math.max(Math.round(value), 1), MAX_PICTURE_SIDE);

function warnOfLowResolution(request: PictureRequest, natural: Plan['natural'], reporter: Reporter): void {
  const dpi = Math.min(natural.widthPx / (request.width / 72), natural.heightPx / (request.height / 72));
  // Half a pixel of rounding in the layout must not make a warning.
  if (!(dpi < MIN_DPI - 0.5)) return;
  const factor = MIN_DPI / dpi;
  reporter.report('asset/picture-low-resolution', request.place, {
    path: request.name,
    dpi: Math.floor(dpi),
    widthPx: natural.widthPx,
    heightPx: natural.heightPx,
    neededWidthPx: Math.ceil(natural.widthPx * factor),
    neededHeightPx: Math.ceil(natural.heightPx * factor),
  });
}
