/**
 * An ICC profile of sRGB (ICC.1:2010, version 4.3): three primaries and one parametric curve, adapted to D50.
 * IEC 61966-2-1 gives the values.
 */
export function srgbProfile(): Uint8Array {
  const curve = parametricCurve(3, [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]);
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', localisedText('sRGB IEC61966-2.1')],
    ['cprt', localisedText('No copyright, use freely')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['chad', fixedArray([1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168])],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  return assemble(tags);
}

/** 7.2 and 7.3: header, tag table, tag data. Equal data are stored once. */
function assemble(tags: readonly (readonly [string, Buffer])[]): Uint8Array {
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const places = new Map<Buffer, number>();
  const parts: Buffer[] = [];
  let offset = 128 + table.length;
  for (const [index, [signature, data]] of tags.entries()) {
    let place = places.get(data);
    if (place === undefined) {
      place = offset;
      places.set(data, place);
      const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
      data.copy(padded);
      parts.push(padded);
      offset += padded.length;
    }
    table.write(signature, 4 + index * 12, 'latin1');
    table.writeUInt32BE(place, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset, 0);
  header.writeUInt32BE(0x04300000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  // Made on 1 March 2021, 05:00 UTC: a profile needs a date, and this one never changes.
  for (const [index, part] of [2021, 3, 1, 5, 0, 0].entries()) header.writeUInt16BE(part, 24 + index * 2);
  header.write('acsp', 36, 'latin1');
  for (const [index, part] of [0.9642, 1, 0.8249].entries()) header.writeInt32BE(fixed(part), 68 + index * 4);
  return Buffer.concat([header, table, ...parts]);
}

const fixed = (value: number): number => Math.round(value * 65536);

function fixedArray(values: readonly number[], type = 'sf32'): Buffer {
  const data = Buffer.alloc(8 + values.length * 4);
  data.write(type, 0, 'latin1');
  for (const [index, value] of values.entries()) data.writeInt32BE(fixed(value), 8 + index * 4);
  return data;
}

const xyz = (x: number, y: number, z: number): Buffer => fixedArray([x, y, z], 'XYZ ');

/** 10.18, parametricCurveType. */
function parametricCurve(kind: number, parameters: readonly number[]): Buffer {
  const data = Buffer.alloc(12 + parameters.length * 4);
  data.write('para', 0, 'latin1');
  data.writeUInt16BE(kind, 8);
  for (const [index, value] of parameters.entries()) data.writeInt32BE(fixed(value), 12 + index * 4);
  return data;
}

/** 10.15, multiLocalizedUnicodeType with one record. */
function localisedText(text: string): Buffer {
  const data = Buffer.alloc(28 + text.length * 2);
  data.write('mluc', 0, 'latin1');
  data.writeUInt32BE(1, 8);
  data.writeUInt32BE(12, 12);
  data.write('enUS', 16, 'latin1');
  data.writeUInt32BE(text.length * 2, 20);
  data.writeUInt32BE(28, 24);
  for (let at = 0; at < text.length; at += 1) data.writeUInt16BE(text.charCodeAt(at), 28 + at * 2);
  return data;
}
