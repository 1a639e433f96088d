import { expect, test } from 'vitest';
import { infoEntries, pdfDate, xmpDate, xmpPacket } from '../../../src/output/xmp.ts';
import { METADATA } from '../../support/display-lists.ts';

test('dates are clock time in Jakarta with its offset', () => {
  const newYear = Date.UTC(2020, 11, 31, 17, 0, 0) / 1000;
  expect(pdfDate(newYear)).toBe("D:20210101000000+07'00'");
  expect(xmpDate(newYear)).toBe('2021-01-01T00:00:00+07:00');
});

test('markup in a title is text of the packet, and the packet says what Info says', () => {
  const packet = xmpPacket(METADATA, 'id');
  expect(packet).toContain('<rdf:li xml:lang="x-default">Mold &amp; Dies &lt;2021&gt; “Karsa” 😀</rdf:li>');
  expect(packet).toContain('<rdf:li>Dinas Komunikasi &amp; Informatika</rdf:li>');
  expect(packet).toContain('<dc:source>https://www.pasuruan.go.id/contoh/?a=1&amp;b=2</dc:source>');
  expect(packet).toContain('<pdf:Keywords>ekonomi, kerja sama</pdf:Keywords>');
  expect(packet).toContain('<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>');
  expect(packet).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(infoEntries(METADATA)).toEqual({
    Title: METADATA.title,
    Author: METADATA.author,
    Subject: METADATA.subject,
    Keywords: 'ekonomi, kerja sama',
    Creator: METADATA.creator,
    Producer: METADATA.producer,
    CreationDate: "D:20210301120000+07'00'",
    ModDate: "D:20210301120000+07'00'",
  });
});

test('control characters and lone surrogates reach neither', () => {
  const metadata = { ...METADATA, title: 'a\u0000\u0007b\ud800\nc\uffff' };
  expect(infoEntries(metadata).Title).toBe('a b\ufffd c');
  expect(xmpPacket(metadata, 'id')).toContain('>a b\ufffd c<');
});

test('what is empty is left out', () => {
  const packet = xmpPacket(
    { ...METADATA, author: '', subject: '', keywords: [], source: undefined, publisher: '', aiNotice: '' },
    'en',
  );
  for (const name of [
    'dc:creator',
    'dc:description',
    'dc:subject',
    'dc:source',
    'dc:publisher',
    'dc:rights',
    'pdf:Keywords',
  ]) {
    expect(packet).not.toContain(`<${name}>`);
  }
});
