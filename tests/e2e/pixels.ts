import sharp from 'sharp';

/** RGB, 3 bytes a pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export async function readPng(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: new Uint8Array(data) };
}

/** Binary PPM, as `pdftoppm` writes it. */
export function readPpm(bytes: Uint8Array): Pixels {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
  if (head === null) throw new Error('Not a PPM file');
  return { width: Number(head[1]), height: Number(head[2]), rgb: bytes.subarray(head[0].length) };
}

/** Channels may differ by rounding of blends and by colour management. */
const CHANNEL = 12;
/** An edge may lie a pixel off: what has its colour next to it agrees. */
const REACH = 1;

/** Pixels of `a` whose colour `b` has nowhere around them. */
export function strayPixels(a: Pixels, b: Pixels): number {
  const width = Math.min(a.width, b.width);
  const height = Math.min(a.height, b.height);
  let stray = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!matches(a, b, x, y, width, height)) stray += 1;
    }
  }
  return stray;
}

function matches(a: Pixels, b: Pixels, x: number, y: number, width: number, height: number): boolean {
  const i = (y * a.width + x) * 3;
  if (isClose(a.rgb, i, b.rgb, (y * b.width + x) * 3)) return true;
  // A pixel that is blended at an edge has no colour of its own.
  if (isEdge(a, x, y, width, height)) return true;
  for (let dy = -REACH; dy <= REACH; dy++) {
    for (let dx = -REACH; dx <= REACH; dx++) {
      const u = x + dx;
      const v = y + dy;
      if (u < 0 || v < 0 || u >= width || v >= height) continue;
      if (isClose(a.rgb, i, b.rgb, (v * b.width + u) * 3)) return true;
    }
  }
  return false;
}

/** Differs from its neighbours on both sides of some line through it. */
function isEdge(a: Pixels, x: number, y: number, width: number, height: number): boolean {
  const i = (y * a.width + x) * 3;
  const differs = (u: number, v: number): boolean =>
    u >= 0 && v >= 0 && u < width && v < height && !isClose(a.rgb, i, a.rgb, (v * a.width + u) * 3);
  return (
    (differs(x - 1, y) && differs(x + 1, y)) ||
    (differs(x, y - 1) && differs(x, y + 1)) ||
    (differs(x - 1, y - 1) && differs(x + 1, y + 1)) ||
    (differs(x - 1, y + 1) && differs(x + 1, y - 1))
  );
}

function isClose(a: Uint8Array, i: number, b: Uint8Array, j: number): boolean {
  return (
    Math.abs(a[i]! - b[j]!) <= CHANNEL &&
    Math.abs(a[i + 1]! - b[j + 1]!) <= CHANNEL &&
    Math.abs(a[i + 2]! - b[j + 2]!) <= CHANNEL
  );
}

/** Whether two pictures of the same page differ at all. */
export function differ(a: Pixels, b: Pixels): boolean {
  return a.width !== b.width || a.height !== b.height || !Buffer.from(a.rgb).equals(Buffer.from(b.rgb));
}
