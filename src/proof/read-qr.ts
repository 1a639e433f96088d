import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Host } from '../base/host.ts';
import type { GreyImage } from './pdfium.ts';

const MAX_WASM_BYTES = 8 * 1024 * 1024;

let ready: Promise<void> | undefined;

/** The texts of the QR symbols in a picture. `tryHarder`: also small, turned or noisy ones, at some cost. */
export async function readQr(image: GreyImage, tryHarder: boolean, host: Host): Promise<readonly string[]> {
  await loadQrReader(host);
  const { widthPx, heightPx, samples } = image;
  const pixels = new Uint32Array(samples.length);
  // The same grey in all four bytes, whatever the byte order; alpha is not looked at.
  for (let pixel = 0; pixel < samples.length; pixel += 1) pixels[pixel] = samples[pixel]! * 0x01010101;
  const data = new Uint8ClampedArray(pixels.buffer);
  const picture = { data, width: widthPx, height: heightPx, colorSpace: 'srgb' } as const;
  const results = await readBarcodes(picture, {
    formats: ['QRCode'],
    tryHarder,
    tryRotate: tryHarder,
    tryInvert: false,
    tryDownscale: tryHarder,
    maxNumberOfSymbols: 4,
  });
  return results.filter(({ isValid }) => isValid).map(({ text }) => text);
}

/** One instance for the whole run. */
export function loadQrReader(host: Host): Promise<void> {
  ready ??= prepare(host);
  return ready;
}

/** The reader would fetch its WebAssembly from the network; it is given the bytes of its own package instead. */
async function prepare(host: Host): Promise<void> {
  const require = createRequire(host.path.join(host.programFolder, 'package.json'));
  const file = await host.readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'), MAX_WASM_BYTES);
  if (file.kind === 'refused') throw new Error(`zxing_reader.wasm cannot be read: ${file.reason}`);
  const wasmBinary = file.bytes.buffer.slice(file.bytes.byteOffset, file.bytes.byteOffset + file.bytes.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}
