import { PDFiumLibrary } from '@hyzyla/pdfium';

/** RGB of a page, 3 bytes a pixel. */
export interface Raster {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgb: Uint8Array;
}

let library: Promise<PDFiumLibrary> | undefined;

/** A page as PDFium draws it; `scale` is pixels for a point. */
export async function rasterise(bytes: Uint8Array, page: number, scale: number): Promise<Raster> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(bytes);
  try {
    const { data, width, height } = await document.getPage(page).render({ scale, render: 'bitmap' });
    const rgb = new Uint8Array(width * height * 3);
    for (let pixel = 0; pixel < width * height; pixel += 1) {
      for (const channel of [0, 1, 2]) rgb[pixel * 3 + channel] = data[pixel * 4 + channel] ?? 0;
    }
    return { widthPx: width, heightPx: height, rgb };
  } finally {
    document.destroy();
  }
}

/** Red, green and blue at a point of the page, in points from its upper left corner. */
export function colorAt({ rgb, widthPx, heightPx }: Raster, scale: number, x: number, y: number): readonly number[] {
  const column = Math.min(widthPx - 1, Math.floor(x * scale));
  const row = Math.min(heightPx - 1, Math.floor(y * scale));
  const at = (row * widthPx + column) * 3;
  return [...rgb.subarray(at, at + 3)];
}
