import type { Article } from '../article/types.ts';
import type { Config } from '../config/types.ts';
import type { DataOf } from './schema.ts';
import { boolean, date, html, list, number, optional, optionalDate, record, text } from './schema.ts';

/** Everything a layout can name. `docs/layouts.md` prints this table; a test keeps the two equal. */
export const contextSchema = record('the article, the brand and the paper', {
  title: text('the title'),
  date: date('the day of the article, for the helper `date`'),
  dateText: text('the day in words: `Senin, 1 Maret 2021`'),
  dateIso: text('`2021-03-01`, for `<time datetime>`'),
  category: text('the category, or empty'),
  place: text('where it happened, or empty; `body` begins with it already'),
  author: text('who wrote it, or empty'),
  editor: text('who edited it, or empty'),
  summary: text('one or two sentences, or empty'),
  notice: text('the sentence about the use of AI, or empty'),
  updated: optionalDate('the day of the last change'),
  correction: text('what was wrong before, or empty'),
  until: optionalDate('the last day on the board'),
  draft: boolean('true when the page must be marked as a draft'),
  image: optional('the picture of the article', {
    src: text('for `<img src>`'),
    alt: text('what the picture shows'),
    caption: text('printed under it, or empty'),
    credit: text('who made it, or empty'),
  }),
  body: html('the text of the article, printed with three braces'),
  lead: html('only its first paragraph, for a poster; printed with three braces'),
  length: number('about how many lines the text takes on a column as wide as text should be'),
  links: list('the links of the text, when the configuration lets them be printed', {
    number: number('from 1, as it stands behind the link in the text'),
    href: text('the address'),
    shown: text('the address without `https://`'),
    text: text('the words of the link'),
  }),
  qr: optional('the QR code to the original story', {
    value: text('what the symbol holds'),
    href: text('the same, for `<a href>`'),
    shown: text('the address without `https://`'),
    alt: text('what the symbol is, in words'),
  }),
  brand: record('who publishes', {
    organisation: text('the government'),
    office: text('the office, or empty'),
    name: text('the publication'),
    tagline: text('a few words, or empty'),
    logo: text('for `<img src>`, or empty'),
    monogram: text('one letter, for a mark where there is no logo'),
    website: text('the address, or empty'),
    websiteShown: text('the address without `https://`, or empty'),
    address: text('of the office, or empty'),
    telephone: text('or empty'),
    email: text('or empty'),
    complaints: text('where to complain, or empty'),
    handles: list('the website and the social handles, in order', {
      network: text('`website`, `instagram`, `facebook`, `x`, `youtube`, `tiktok` or `whatsapp`'),
      networkName: text('the name of the network in words'),
      label: text('what is printed'),
      href: text('the address'),
      icon: text('for `<img src>`'),
    }),
  }),
  words: record("Buletin's own words in the language of the article", {
    page: text('Halaman'),
    of: text('dari'),
    links: text('Tautan'),
    by: text('Oleh'),
    date: text('Tanggal'),
    place: text('Tempat'),
    author: text('Penulis'),
    editor: text('Penyunting'),
    updated: text('Diperbarui'),
    correction: text('Ralat'),
    until: text('Dipasang sampai'),
    draft: text('DRAF'),
    draftNotice: text('Belum untuk disebarluaskan'),
    scanTitle: text('Pindai untuk membaca berita aslinya'),
    readOriginal: text('Baca berita aslinya'),
    complaints: text('Pengaduan'),
    contact: text('Kontak'),
  }),
  lang: text('`id` or `en`'),
  slug: text('the short name of the article'),
  paper: text('`A3`, `A4`, `A5` or `F4`'),
  motif: record('for `<kawung-motif>`', {
    seed: text('another motif for each article'),
    primary: text('`#rrggbb`'),
    accent: text('`#rrggbb`'),
  }),
});

/** Plain frozen records of own keys: text, numbers, booleans, dates, our records and lists, and `SafeHtml`. */
export type TemplateContext = DataOf<typeof contextSchema>;

/** What the QR of an article holds: the short address of the configuration, else the source; `undefined`: no QR. */
export function qrValue(article: Article, config: Config): string | undefined {
  const { meta } = article;
  if (!meta.qr || meta.source === undefined) return undefined;
  return Object.hasOwn(config.links.short, meta.slug) ? config.links.short[meta.slug] : meta.source;
}
