import fc from 'fast-check';
import { expect, test } from 'vitest';
import { qrPath } from '../../../src/output/qr-path.ts';

test('the rectangles cover each dark module once and no other', () => {
  const symbol = fc
    .integer({ min: 1, max: 12 })
    .chain((modules) =>
      fc
        .array(fc.integer({ min: 0, max: 1 }), { minLength: modules * modules, maxLength: modules * modules })
        .map((dark) => ({ level: 'M' as const, modules, dark: Uint8Array.from(dark) })),
    );
  fc.assert(
    fc.property(symbol, (given) => {
      const covered = new Uint8Array(given.dark.length);
      for (const line of qrPath(given).split('\n').filter(Boolean)) {
        const [x = 0, y = 0, width = 0, height = 0] = line.split(' ').map(Number);
        for (let row = y; row < y + height; row += 1) {
          for (let column = x; column < x + width; column += 1) {
            const at = row * given.modules + column;
            covered[at] = (covered[at] ?? 0) + 1;
          }
        }
      }
      expect(covered).toEqual(given.dark);
    }),
  );
});
