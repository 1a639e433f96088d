/**
 * A TrueType font made of squares, so that the width of a text is arithmetic: every glyph is 1 em wide, ascent 0.8 em,
 * descent 0.2 em, 1000 units an em, no kerning, no ligature, no line gap. Each character has a glyph of its own; spaces
 * have no outline.
 */

const UNITS = 1000;
const ASCENT = 800;
const DESCENT = 200;

/** First and last code point of each range that the font has. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x5d0, 0x5ea],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2032, 0x2033],
  [0x25a0, 0x25a1],
  [0x25aa, 0x25ab],
  [0x25cb, 0x25cb],
  [0x25cf, 0x25cf],
  [0x25e6, 0x25e6],
];

const BLANK = new Set([0x20, 0xa0]);

export const SQUARE_FAMILY = 'Square';

export interface SquareNames {
  readonly family?: string;
  readonly postscriptName?: string;
  /** OS/2: 2 forbids embedding. */
  readonly fsType?: number;
}

export function squareFontBytes(changes: SquareNames = {}): Uint8Array {
  const codePoints = RANGES.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
  const glyphCount = codePoints.length + 1;
  const outlines = [square(), ...codePoints.map((codePoint) => (BLANK.has(codePoint) ? new Uint8Array() : square()))];
  return font([
    ['OS/2', os2(changes.fsType ?? 0)],
    ['cmap', cmap()],
    ['glyf', concat(outlines)],
    ['head', head()],
    ['hhea', hhea(glyphCount)],
    ['hmtx', bytes((w) => w.u16(...Array.from({ length: glyphCount * 2 }, (_, i) => (i % 2 === 0 ? UNITS : 0))))],
    ['loca', loca(outlines)],
    ['maxp', maxp(glyphCount)],
    ['name', names(changes.family ?? SQUARE_FAMILY, changes.postscriptName ?? SQUARE_FAMILY)],
    ['post', post()],
  ]);
}

interface Writer {
  u8(...values: number[]): void;
  u16(...values: number[]): void;
  u32(...values: number[]): void;
  text(value: string): void;
}

function bytes(write: (writer: Writer) => void): Uint8Array {
  const out: number[] = [];
  const writer: Writer = {
    u8: (...values) => {
      for (const value of values) out.push(value & 0xff);
    },
    u16: (...values) => {
      for (const value of values) out.push((value >> 8) & 0xff, value & 0xff);
    },
    u32: (...values) => {
      for (const value of values) {
        out.push((value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
      }
    },
    text: (value) => {
      for (const character of value) out.push(character.charCodeAt(0));
    },
  };
  write(writer);
  return Uint8Array.from(out);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** OpenType 1.9, `glyf`: one contour of four on-curve points, clockwise. */
function square(): Uint8Array {
  return bytes((w) => {
    w.u16(1, 0, -DESCENT, UNITS, ASCENT);
    w.u16(3, 0);
    w.u8(0x01, 0x01, 0x01, 0x01);
    w.u16(0, 0, UNITS, 0);
    w.u16(-DESCENT, UNITS, 0, -UNITS);
    w.u16(0);
  });
}

function loca(outlines: readonly Uint8Array[]): Uint8Array {
  return bytes((w) => {
    let offset = 0;
    w.u32(offset);
    for (const outline of outlines) {
      offset += outline.length;
      w.u32(offset);
    }
  });
}

function head(): Uint8Array {
  return bytes((w) => {
    w.u16(1, 0);
    w.u32(0x00010000, 0, 0x5f0f3cf5);
    w.u16(0b1011, UNITS);
    w.u32(0, 3_600_000_000, 0, 3_600_000_000);
    w.u16(0, -DESCENT, UNITS, ASCENT);
    w.u16(0, 8, 2, 1, 0);
  });
}

function hhea(glyphCount: number): Uint8Array {
  return bytes((w) => {
    w.u16(1, 0, ASCENT, -DESCENT, 0, UNITS, 0, 0, UNITS, 1, 0, 0, 0, 0, 0, 0, 0, glyphCount);
  });
}

function maxp(glyphCount: number): Uint8Array {
  return bytes((w) => w.u16(1, 0, glyphCount, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0));
}

function os2(fsType: number): Uint8Array {
  return bytes((w) => {
    w.u16(4, UNITS, 400, 5, fsType);
    w.u16(650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0);
    w.u8(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    w.u32(0x3, 0, 0, 0);
    w.text('NONE');
    // Regular, with USE_TYPO_METRICS.
    w.u16(0b11000000, 0x20, 0x25cf);
    w.u16(ASCENT, -DESCENT, 0, ASCENT, DESCENT);
    w.u32(1, 0);
    w.u16(500, 800, 0, 0x20, 1);
  });
}

/** Format 4, one segment a range. Glyph 1 is the first character of the first range. */
function cmap(): Uint8Array {
  const segments = [...RANGES, [0xffff, 0xffff] as const];
  const searchRange = 2 * 2 ** Math.floor(Math.log2(segments.length));
  let glyph = 1;
  const deltas = RANGES.map(([first, last]) => {
    const delta = glyph - first;
    glyph += last - first + 1;
    return delta;
  });
  const table = bytes((w) => {
    w.u16(4, 16 + segments.length * 8, 0, segments.length * 2);
    w.u16(searchRange, Math.log2(searchRange / 2), segments.length * 2 - searchRange);
    for (const [, last] of segments) w.u16(last);
    w.u16(0);
    for (const [first] of segments) w.u16(first);
    w.u16(...deltas, 1);
    for (const _ of segments) w.u16(0);
  });
  return concat([
    bytes((w) => {
      w.u16(0, 1, 3, 1);
      w.u32(12);
    }),
    table,
  ]);
}

function names(family: string, postscriptName: string): Uint8Array {
  const records: readonly (readonly [number, string])[] = [
    [1, family],
    [2, 'Regular'],
    [3, `${family} Regular`],
    [4, family],
    [5, 'Version 1.000'],
    [6, postscriptName],
  ];
  return bytes((w) => {
    w.u16(0, records.length, 6 + records.length * 12);
    let offset = 0;
    for (const [id, text] of records) {
      w.u16(3, 1, 0x409, id, text.length * 2, offset);
      offset += text.length * 2;
    }
    for (const [, text] of records) {
      for (const character of text) w.u16(character.charCodeAt(0));
    }
  });
}

function post(): Uint8Array {
  return bytes((w) => {
    w.u32(0x00030000, 0);
    w.u16(-100, 50);
    w.u32(0, 0, 0, 0, 0);
  });
}

/** The table directory, and the whole-file checksum in `head`. */
function font(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const searchRange = 16 * 2 ** Math.floor(Math.log2(tables.length));
  const bodies = tables.map(([, body]) => concat([body, new Uint8Array((4 - (body.length % 4)) % 4)]));
  let offset = 12 + tables.length * 16;
  let headAt = 0;
  const directory = bytes((w) => {
    w.u32(0x00010000);
    w.u16(tables.length, searchRange, Math.log2(searchRange / 16), tables.length * 16 - searchRange);
    tables.forEach(([tag, body], index) => {
      const padded = bodies[index] ?? body;
      if (tag === 'head') headAt = offset;
      w.text(tag);
      w.u32(checksum(padded), offset, body.length);
      offset += padded.length;
    });
  });
  const whole = concat([directory, ...bodies]);
  new DataView(whole.buffer).setUint32(headAt + 8, (0xb1b0afba - checksum(whole)) >>> 0);
  return whole;
}

function checksum(data: Uint8Array): number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
