import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pdfBytes, pdfDict, pdfName, pdfNumber, pdfText } from '../../../src/output/pdf-syntax.ts';
import { PdfLexer, textOf } from '../../support/pdf-objects.ts';

test('numbers are short, exact to their decimals and never have an exponent', () => {
  expect(pdfNumber(0)).toBe('0');
  expect(pdfNumber(-0.001)).toBe('0');
  expect(pdfNumber(0.5)).toBe('.5');
  expect(pdfNumber(-0.25)).toBe('-.25');
  expect(pdfNumber(12.3456)).toBe('12.35');
  expect(pdfNumber(12.3456, 3)).toBe('12.346');
  expect(pdfNumber(0.000001, 6)).toBe('.000001');
  expect(pdfNumber(100000)).toBe('100000');
  expect(() => pdfNumber(Number.NaN)).toThrow();
  expect(() => pdfNumber(Number.POSITIVE_INFINITY)).toThrow();
});

test('any number in range reads back to within half of the last decimal', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, digits) => {
      const text = pdfNumber(value, digits);
      expect(text).toMatch(/^-?(\d+|\d*\.\d+)$/);
      expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
    }),
  );
});

test('any text reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(textOf(new PdfLexer(pdfText(text)).next())).toBe(text);
    }),
    { numRuns: 50 },
  );
});

test('a lone surrogate becomes the replacement character', () => {
  expect(pdfText('a\ud800b')).toBe('<FEFF0061FFFD0062>');
});

test('names and strings that need more than they get are refused or escaped', () => {
  expect(pdfName('DeviceRGB')).toBe('/DeviceRGB');
  expect(() => pdfName('a b')).toThrow();
  expect(() => pdfName('')).toThrow();
  expect(pdfBytes('a(b)\\c')).toBe('(a\\(b\\)\\\\c)');
});

test('dictionaries leave out what is undefined', () => {
  expect(pdfDict({ A: '/B', C: undefined, D: '1', E: '2 0 R', F: '[1]' })).toBe('<</A/B/D 1/E 2 0 R/F[1]>>');
});
