import type { EncodedPicture } from '../asset/types.ts';
import { deflate } from './deflate.ts';
import type { PdfFile, PdfRef } from './pdf-file.ts';

/** An image XObject (8.9.5): JPEG files pass through, samples are deflated, opacity becomes a soft mask. */
export function writePicture(file: PdfFile, picture: EncodedPicture): PdfRef {
  const size = { Width: `${picture.widthPx}`, Height: `${picture.heightPx}` };
  const mask =
    picture.alpha === undefined
      ? undefined
      : writeSamples(
          file,
          { ...imageEntries(1), ...size },
          { bytes: picture.alpha, columns: picture.widthPx, colors: 1 },
        );
  const entries: Record<string, string> = { ...imageEntries(picture.components), ...size };
  if (mask !== undefined) entries.SMask = mask.toString();
  if (picture.kind === 'jpeg') return file.addStream({ ...entries, Filter: '/DCTDecode' }, picture.bytes, 'filtered');
  return writeSamples(file, entries, {
    bytes: picture.bytes,
    columns: picture.widthPx,
    colors: picture.components,
  });
}

const imageEntries = (components: 1 | 3): Record<string, string> => ({
  Type: '/XObject',
  Subtype: '/Image',
  ColorSpace: components === 1 ? '/DeviceGray' : '/DeviceRGB',
  BitsPerComponent: '8',
  Interpolate: 'false',
});

interface Samples {
  readonly bytes: Uint8Array;
  readonly columns: number;
  readonly colors: 1 | 3;
}

function writeSamples(file: PdfFile, entries: Readonly<Record<string, string>>, samples: Samples): PdfRef {
  const { columns, colors } = samples;
  return file.addStream(
    {
      ...entries,
      Filter: '/FlateDecode',
      DecodeParms: `<</Predictor 15/Colors ${colors}/BitsPerComponent 8/Columns ${columns}>>`,
    },
    deflate(predict(samples)),
    'filtered',
  );
}

/** PNG prediction (7.4.4.4): each row as differences to the left or to the row above, whichever is smaller in sum. */
function predict({ bytes, columns, colors }: Samples): Uint8Array {
  const stride = columns * colors;
  const rows = Math.floor(bytes.length / stride);
  const result = new Uint8Array(rows * (stride + 1));
  for (let row = 0; row < rows; row += 1) {
    const at = row * stride;
    let sub = 0;
    let up = 0;
    for (let index = 0; index < stride; index += 1) {
      // Inside: row < rows and index < stride.
      const value = bytes[at + index]!;
      const left = index < colors ? 0 : bytes[at + index - colors]!;
      const above = row === 0 ? 0 : bytes[at + index - stride]!;
      sub += distance(value, left);
      up += distance(value, above);
    }
    const isUp = up < sub;
    const to = row * (stride + 1);
    result[to] = isUp ? 2 : 1;
    for (let index = 0; index < stride; index += 1) {
      const base = isUp
        ? row === 0
          ? 0
          : bytes[at + index - stride]!
        : index < colors
          ? 0
          : bytes[at + index - colors]!;
      result[to + 1 + index] = bytes[at + index]! - base;
    }
  }
  return result;
}

/** Of two bytes, the short way round. */
function distance(a: number, b: number): number {
  const difference = (a - b) & 0xff;
  return difference < 128 ? difference : 256 - difference;
}
