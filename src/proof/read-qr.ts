import { createRequire } from 'node:module';
import { prepareZXingModule, type ZXingReaderModule, type ZXingReaderOptions } from 'zxing-wasm/reader';
import type { Host } from '../base/host.ts';
import type { GreyImage } from './pdfium.ts';

const MAX_WASM_BYTES = 8 * 1024 * 1024;
const MAX_SYMBOLS = 4;

/** The numbers stand for the first name of each list of the package: local average, ignore, plain text, unknown. */
const OPTIONS: ZXingReaderOptions = {
  formats: 'QRCode',
  tryHarder: false,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
  tryDenoise: false,
  binarizer: 0,
  isPure: false,
  downscaleThreshold: 500,
  downscaleFactor: 3,
  minLineCount: 2,
  maxNumberOfSymbols: MAX_SYMBOLS,
  validateOptionalChecksum: false,
  returnErrors: false,
  eanAddOnSymbol: 0,
  textMode: 0,
  characterSet: 0,
  tryCode39ExtendedMode: false,
};

/** What the package's types leave out: the memory of the module, and that a list must be freed. */
interface ReaderModule {
  readonly HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(pointer: number): void;
  readBarcodesFromPixmap(
    ...parameters: Parameters<ZXingReaderModule['readBarcodesFromPixmap']>
  ): ReturnType<ZXingReaderModule['readBarcodesFromPixmap']> & { delete(): void };
}

/** One instance for the whole run. */
let loading: Promise<ReaderModule> | undefined;

/**
 * The texts of the QR symbols in a picture. `tryHarder`: also small, turned or noisy ones, at some cost.
 *
 * The package's own `readBarcodes` never frees its list of results, about a kilobyte for each call, and wants four
 * bytes a pixel. So its inner module is called, which takes grey samples, and the list is freed. A test reads symbols
 * of all levels through it.
 */
export async function readQr(image: GreyImage, tryHarder: boolean, host: Host): Promise<readonly string[]> {
  const zxing = await loadQrReader(host);
  const { widthPx, heightPx, samples } = image;
  const pixels = zxing._malloc(samples.length);
  zxing.HEAPU8.set(samples, pixels);
  const options = { ...OPTIONS, tryHarder, tryRotate: tryHarder, tryDownscale: tryHarder };
  const results = zxing.readBarcodesFromPixmap(pixels, widthPx, heightPx, options);
  zxing._free(pixels);
  const texts: string[] = [];
  for (let index = 0; index < Math.min(results.size(), MAX_SYMBOLS); index += 1) {
    const result = results.get(index);
    if (result?.isValid === true) texts.push(result.text);
  }
  results.delete();
  return texts;
}

export function loadQrReader(host: Host): Promise<ReaderModule> {
  loading ??= prepare(host);
  return loading;
}

/** The reader would fetch its WebAssembly from the network; it is given the bytes of its own package instead. */
async function prepare(host: Host): Promise<ReaderModule> {
  const require = createRequire(host.path.join(host.programFolder, 'package.json'));
  const file = await host.readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'), MAX_WASM_BYTES);
  if (file.kind === 'refused') throw new Error(`zxing_reader.wasm cannot be read: ${file.reason}`);
  const wasmBinary = file.bytes.buffer.slice(file.bytes.byteOffset, file.bytes.byteOffset + file.bytes.byteLength);
  const zxing = await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return zxing as unknown as ReaderModule;
}
