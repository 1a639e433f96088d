import { describe, expect, it } from 'vitest';
import { checkArticleRules } from '../../../src/article/parse-article.ts';
import { ARTICLE_KEYS } from '../../../src/article/read-meta.ts';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import { sha256 } from '../../../src/base/digest.ts';
import { file, parse } from './parse.ts';

describe('parseArticle: the file', () => {
  it('gives what stands there, with the digest of the bytes', () => {
    const text = file();
    const { article, found } = parse(text);
    expect(found).toEqual([]);
    expect(article).toMatchObject({
      path: 'articles/2021/03/berita.md',
      digest: sha256(text),
      meta: {
        title: 'Judul',
        date: { year: 2021, month: 3, day: 1 },
        source: 'https://pasuruan.go.id/berita',
        qr: true,
        image: undefined,
        category: '',
        ai: undefined,
        updated: undefined,
        until: undefined,
        draft: false,
        layout: undefined,
        slug: 'berita',
        lang: 'id',
        tags: [],
        lint: true,
      },
    });
    expect(article?.places.title).toMatchObject({ line: 2, column: 8, endLine: 2, endColumn: 15 });
    expect(article?.places.image).toBeUndefined();
  });

  it('reads a byte order mark, CRLF and CR like LF, with the same places', () => {
    const text = file('', 'Satu.\n\n![](x.jpg)');
    const expected = parse(text).found;
    expect(expected).toEqual(['8:1 article/empty-alt']);
    expect(parse(`\ufeff${text.replaceAll('\n', '\r\n')}`).found).toEqual(expected);
    expect(parse(text.replaceAll('\n', '\r')).found).toEqual(expected);
  });

  it.each([
    ['UTF-16 with a mark', Buffer.from(`\ufeff${file()}`, 'utf16le'), '1:1 file/utf-16'],
    ['UTF-16 without a mark', Buffer.from(file(), 'utf16le'), '1:1 file/utf-16'],
    ['UTF-16 big endian', Buffer.from(file(), 'utf16le').swap16(), '1:1 file/utf-16'],
    ['Latin-1', Buffer.from(file('', 'Satu.\nKaf\xe9 ini'), 'latin1'), '7:4 file/invalid-utf-8'],
    ['a cut character', Buffer.concat([Buffer.from(file()), Buffer.from([0xe2, 0x82])]), '7:1 file/invalid-utf-8'],
    ['an overlong slash', Buffer.concat([Buffer.from(file()), Buffer.from([0xc0, 0xaf])]), '7:1 file/invalid-utf-8'],
    ['NUL', Buffer.from(file('', 'Satu\0dua')), '6:5 file/forbidden-character'],
    ['escape', Buffer.from(file('category: a\u001bb')), '5:12 file/forbidden-character'],
    ['C1', Buffer.from(file('', 'a\u0085b')), '6:2 file/forbidden-character'],
    ['a mark of the merge', Buffer.from(file('', 'a\u{f0000}b')), '6:2 file/forbidden-character'],
    ['too large', Buffer.alloc(256 * 1024 + 1, 'a'), '1:1 file/too-large'],
    ['nothing', Buffer.alloc(0), '1:1 article/no-front-matter'],
    ['text only', Buffer.from('\n\nHanya teks\n'), '3:1 article/no-front-matter'],
    ['no closing fence', Buffer.from('---\ntitle: a\n\nTeks\n'), '1:1 article/front-matter-not-closed'],
    ['a huge front matter', Buffer.from(file(`# ${'x'.repeat(17_000)}`)), '1:1 article/front-matter-too-large'],
  ])('%s is one error with its place', (_, bytes, found) => {
    const parsed = parse(bytes);
    expect(parsed.found).toEqual([found]);
    expect(parsed.article).toBeUndefined();
  });

  it('counts the characters that no text may have', () => {
    expect(parse(file('', 'a\0b\0c\0')).all[0]?.data).toEqual({ codePoint: 0, count: 3 });
  });

  it('lets empty lines stand before the first fence and spaces after it', () => {
    expect(parse(`\n\n${file().replaceAll('---', '---  ')}`).found).toEqual([]);
  });

  it('takes a `---` in the text for a rule of Markdown', () => {
    const { article, found } = parse(file('', 'Satu.\n\n---\n\nDua.'));
    expect(found).toEqual([]);
    expect(article?.body.children.map(({ type }) => type)).toEqual(['paragraph', 'thematicBreak', 'paragraph']);
  });

  it('shows the faults of front matter and text in one run', () => {
    const { found } = parse('---\ntitle: a: b\ndate: 31 Februari 2021\nsource: ftp://a.id\n---\n![](a.jpg)\n');
    expect(found).toEqual([
      '2:9 yaml/colon-in-value',
      '3:7 article/no-such-day',
      '4:9 article/bad-address',
      '6:1 article/empty-alt',
      '6:1 article/empty-body',
    ]);
  });
});

describe('parseArticle: the keys', () => {
  it('takes every key by its first name', () => {
    const { article, found } = parse(
      `---
title: Judul
date: Senin, 1 Maret 2021
source: https://a.id/b
qr: true
image: gambar/foto.jpg
imageAlt: Seorang petani
imageCaption: Panen
imageCredit: Kominfo
category: Pertanian
place: Bangil
author: Ani
editor: Budi
summary: >-
  Satu
  kalimat.
ai: { use: assisted, model: "Model X", reviewedBy: Citra }
updated: 2 Maret 2021
correction: Angka diperbaiki.
until: 2021-04-01
draft: ya
layout: papan
slug: judul-baru
lang: en
tags: [desa, Panen, panen]
lint: tidak
---
Teks.
`,
    );
    expect(found).toEqual([]);
    expect(article?.meta).toEqual({
      title: 'Judul',
      date: { year: 2021, month: 3, day: 1 },
      source: 'https://a.id/b',
      qr: true,
      image: { path: 'gambar/foto.jpg', alt: 'Seorang petani', caption: 'Panen', credit: 'Kominfo' },
      category: 'Pertanian',
      place: 'Bangil',
      author: 'Ani',
      editor: 'Budi',
      summary: 'Satu kalimat.',
      ai: { use: 'assisted', model: 'Model X', reviewedBy: 'Citra' },
      updated: { year: 2021, month: 3, day: 2 },
      correction: 'Angka diperbaiki.',
      until: { year: 2021, month: 4, day: 1 },
      draft: true,
      layout: 'papan',
      slug: 'judul-baru',
      lang: 'en',
      tags: ['desa', 'Panen'],
      lint: false,
    });
    expect(Object.keys(article?.places ?? {}).sort()).toEqual(Object.keys(ARTICLE_KEYS).sort());
  });

  it('takes every Indonesian name', () => {
    const { article, found } = parse(
      `---
judul: J
tanggal: 1 maret 2021
sumber: https://a.id/
gambar: f.jpg
keteranganGambar: K
takarir: T
kredit: R
rubrik: U
tempat: E
penulis: P
penyunting: Y
ringkasan: N
ai: { pemakaian: dibantu, peninjau: C }
diperbarui: 2021-03-01
ralat: L
sampai: 2021-03-01
draf: tidak
---
Teks.
`,
    );
    expect(found).toEqual([]);
    expect(article?.meta).toMatchObject({
      title: 'J',
      image: { path: 'f.jpg', alt: 'K', caption: 'T', credit: 'R' },
      category: 'U',
      place: 'E',
      author: 'P',
      editor: 'Y',
      summary: 'N',
      ai: { use: 'assisted', model: '', reviewedBy: 'C' },
      correction: 'L',
      draft: false,
    });
  });

  it.each([
    ['none', 'none'],
    ['false', 'none'],
    ['tidak', 'none'],
    ['assisted', 'assisted'],
    ['TRUE', 'assisted'],
    ['ya', 'assisted'],
    ['extractive', 'extractive'],
    ['kutipan', 'extractive'],
  ])('ai: %s', (word, use) => {
    expect(parse(file(`ai: ${word}`)).article?.meta.ai).toEqual({ use, model: '', reviewedBy: '' });
  });

  it('takes tags with commas, and no source without a QR code', () => {
    expect(parse(file('tags: desa, panen ,, padi')).article?.meta.tags).toEqual(['desa', 'panen', 'padi']);
    const { article, found } = parse('---\ntitle: a\ndate: 2021-03-01\nqr: false\n---\nTeks.\n');
    expect(found).toEqual([]);
    expect(article?.meta).toMatchObject({ source: undefined, qr: false });
  });

  it.each([
    ['---\ndate: 2021-03-01\nqr: tidak\n---\nTeks.', '1:1 article/missing-title'],
    ['---\ntitle:\ndate: 2021-03-01\nqr: tidak\n---\nTeks.', '2:1 article/missing-title'],
    ['---\ntitle: ""\ndate: 2021-03-01\nqr: tidak\n---\nTeks.', '2:8 article/missing-title'],
    ['---\ntitle: a\nqr: tidak\n---\nTeks.', '1:1 article/missing-date'],
    ['---\ntitle: a\ndate: 2021-03-01\n---\nTeks.', '1:1 article/missing-source'],
  ])('%j misses something', (text, found) => {
    // An empty value stands at its key.
    expect(parse(text).found).toEqual([found.replace('2:8', '2:1')]);
    expect(parse(text).article).toBeUndefined();
  });

  it.each([
    ['image: foto.jpg', '5:8 article/missing-image-alt'],
    ['image: ..\\foto.jpg\nimageAlt: a', '5:8 article/bad-path'],
    ['image: ../../../../foto.jpg\nimageAlt: a', '5:8 article/bad-path'],
    ['image: /foto.jpg\nimageAlt: a', '5:8 article/bad-path'],
    ['image: https://a.id/foto.jpg\nimageAlt: a', '5:8 article/bad-path'],
    ['ai: mungkin', '5:5 yaml/not-a-choice'],
    ['ai: { model: X }', '5:5 yaml/not-a-choice'],
    ['ai:\n  use: robot', '6:8 yaml/not-a-choice'],
    ['draft: mungkin', '5:8 yaml/not-a-choice'],
    ['lang: jv', '5:7 yaml/not-a-choice'],
    ['slug: CON', '5:7 article/bad-slug'],
    ['slug: aux', '5:7 article/bad-slug'],
    ['slug: Judul Baru', '5:7 article/bad-slug'],
    ['slug: a:b', '5:7 article/bad-slug'],
    ['slug: a.', '5:7 article/bad-slug'],
    ['slug: ../a', '5:7 article/bad-slug'],
    [`slug: ${'a'.repeat(81)}`, '5:7 article/bad-slug'],
    ['layout: ../x', '5:9 article/bad-layout-name'],
    ['until: 2021-02-28', '5:8 article/date-before-publication'],
    ['updated: kemarin', '5:10 article/bad-date'],
    [`category: ${'a'.repeat(61)}`, '5:11 yaml/too-long'],
    ['category: "a\\u0000b"', '5:11 yaml/forbidden-character'],
    ['category: "a\\uD800b"', '5:11 yaml/forbidden-character'],
    ['category: [a]', '5:11 yaml/wrong-kind'],
    [`tags: [${'a,'.repeat(21)}]`, '5:7 yaml/too-many'],
    ['tags: { a: b }', '5:7 yaml/wrong-kind'],
    ['judul: b', '5:1 yaml/same-key-twice'],
    ['title: b', '5:1 yaml/duplicate-key'],
    ['ai: *x', '5:5 yaml/alias'],
  ])('%j is one error with its place', (more, found) => {
    const { article, found: all } = parse(file(more));
    expect(all).toEqual([found]);
    expect(article).toBeUndefined();
  });

  it.each([
    ['titel: x', '5:1 yaml/unknown-key', 'title'],
    ['keterangan_gambar: x', '5:1 yaml/unknown-key', 'keteranganGambar'],
    ['penerbit: x', '5:1 yaml/unknown-key', undefined],
  ])('%s is a warning with the nearest key', (more, found, nearest) => {
    const { article, found: list, all } = parse(file(more));
    expect(list).toEqual([found]);
    expect(all[0]).toMatchObject({ severity: 'warning', data: { nearest } });
    expect(article).toBeDefined();
  });

  it('warns of facts about a picture that is not there', () => {
    const { article, found } = parse(file('takarir: x'));
    expect(found).toEqual(['5:1 article/image-facts-without-image']);
    expect(article?.meta.image).toBeUndefined();
  });

  it('lets a picture stand beside the article or anywhere in the workspace', () => {
    expect(parse(file('image: ../../../gambar/a.jpg\nimageAlt: a')).found).toEqual([]);
    expect(parse(file('image: ../a.jpg\nimageAlt: a'), 'a.md').found).toEqual(['5:8 article/bad-path']);
  });

  it.each([
    ['title: "a\\u202Eb"', 0x202e],
    ['title: "a\\u200fb"', 0x200f],
    ['title: "a\\u0007b"', 7],
  ])('refuses %s', (title, codePoint) => {
    const { all } = parse(file().replace('title: "Judul"', title));
    expect(all.map(({ code, data }) => [code, data])).toEqual([
      ['yaml/forbidden-character', { key: 'title', codePoint }],
    ]);
  });

  it('folds line ends in a title and limits its length', () => {
    expect(parse(file().replace('"Judul"', '"Satu\\n  dua\\ttiga"')).article?.meta.title).toBe('Satu dua tiga');
    expect(parse(file().replace('"Judul"', '|\n  Satu\n  dua')).article?.meta.title).toBe('Satu dua');
    expect(parse(file().replace('Judul', 'x'.repeat(300))).found).toEqual([]);
    expect(parse(file().replace('Judul', 'x'.repeat(301))).found).toEqual(['2:8 yaml/too-long']);
  });

  it.each([
    ['new-midec.md', 'new-midec'],
    ['Lomba Desa.md', 'lomba-desa'],
    ['aux.md', 'aux-1'],
    ['Café é.v2.md', 'cafe-e-v2'],
    ['日本.md', `artikel-${sha256('日本').slice(0, 8)}`],
  ])('makes the slug of %s', (name, slug) => {
    expect(parse(file(), `articles/${name}`).article?.meta.slug).toBe(slug);
  });
});

describe('checkArticleRules', () => {
  it('asks for `ai` only where the configuration does', () => {
    const { article } = parse(file());
    const declared = parse(file('ai: none')).article;
    if (article === undefined || declared === undefined) throw new Error('no article');
    const list = createDiagnosticList();
    expect(checkArticleRules(article, { aiRequired: false }, list)).toBe(true);
    expect(checkArticleRules(declared, { aiRequired: true }, list)).toBe(true);
    expect(list.all).toEqual([]);
    expect(checkArticleRules(article, { aiRequired: true }, list)).toBe(false);
    expect(list.all).toMatchObject([{ code: 'article/missing-ai', place: { line: 1, column: 1 } }]);
  });
});
