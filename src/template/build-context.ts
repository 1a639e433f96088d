import { formatDate, toIsoDate } from '../article/dates.ts';
import type { AiUse, Article } from '../article/types.ts';
import type { Brand, Config, Handle, Paper } from '../config/types.ts';
import { readableAddress } from '../config/web-address.ts';
import type { PageLanguage, PageWords } from '../words/pages.ts';
import { pageWords } from '../words/pages.ts';
import type { PrintedLink } from './article-links.ts';
import { hexOf } from './brand-stylesheet.ts';
import type { TemplateContext } from './context.ts';
import { qrValue } from './context.ts';
import { estimateLines } from './estimate-lines.ts';
import type { SafeHtml } from './schema.ts';

export interface ContextInput {
  readonly article: Article;
  readonly config: Config;
  readonly paper: Paper;
  readonly draft: boolean;
  readonly body: SafeHtml;
  readonly lead: SafeHtml;
  /** Empty when no list is printed. */
  readonly links: readonly PrintedLink[];
}

/** The data of a layout: plain frozen records of own keys. */
export function buildContext(input: ContextInput): TemplateContext {
  const { article, config, paper } = input;
  const { meta } = article;
  const words = pageWords(meta.lang);
  const qr = qrValue(article, config);
  const dateIso = toIsoDate(meta.date);
  return freeze({
    title: meta.title,
    date: meta.date,
    dateText: formatDate(meta.date, meta.lang),
    dateIso,
    category: meta.category,
    place: meta.place,
    author: meta.author,
    editor: meta.editor,
    summary: meta.summary,
    notice: noticeOf(meta.ai, words, qr !== undefined),
    updated: meta.updated,
    correction: meta.correction,
    until: meta.until,
    draft: input.draft,
    image:
      meta.image === undefined
        ? undefined
        : {
            src: `article:${meta.image.path}`,
            alt: meta.image.alt,
            caption: meta.image.caption,
            credit: meta.image.credit,
          },
    body: input.body,
    lead: input.lead,
    length: estimateLines(article.body),
    links: input.links.map(({ number, href, shown, text }) => ({ number, href, shown, text })),
    qr: qr === undefined ? undefined : { value: qr, href: qr, shown: readableAddress(qr), alt: words.qrAlt(qr) },
    brand: brandOf(config.brand, meta.lang),
    words: wordsOf(words),
    lang: meta.lang,
    slug: meta.slug,
    paper: paper.name,
    motif: {
      seed: `${dateIso}-${meta.slug}`,
      primary: hexOf(config.brand.colors.primary),
      accent: hexOf(config.brand.colors.accent),
    },
  });
}

function noticeOf(ai: AiUse | undefined, words: PageWords, hasQr: boolean): string {
  if (ai === undefined || ai.use === 'none') return '';
  return ai.use === 'assisted'
    ? words.aiAssisted(ai.model, ai.reviewedBy, hasQr)
    : words.aiExtractive(ai.reviewedBy, hasQr);
}

function brandOf(brand: Brand, language: PageLanguage): TemplateContext['brand'] {
  return {
    organisation: brand.organisation,
    office: brand.office,
    name: brand.name,
    tagline: brand.tagline,
    logo: brand.logo === undefined ? '' : `brand:${brand.logo}`,
    monogram: monogramOf(brand),
    website: brand.website ?? '',
    websiteShown: readableAddress(brand.website ?? ''),
    address: brand.contact.address,
    telephone: brand.contact.telephone,
    email: brand.contact.email,
    complaints: brand.contact.complaints,
    handles: brand.handles.map((handle) => ({
      network: handle.network,
      networkName: networkName(handle, language),
      label: handle.label,
      href: handle.href,
      icon: `icon:${handle.network === 'website' ? 'globe' : handle.network}`,
    })),
  };
}

/** The first letter of the last word: that is the place in "Pemerintah Kabupaten Pasuruan". */
function monogramOf(brand: Brand): string {
  const word = `${brand.organisation || brand.name}`.trim().split(/\s+/).at(-1) ?? '';
  const letter = /\p{L}\p{M}*|\p{N}/u.exec(word)?.[0] ?? '';
  return letter.toUpperCase();
}

function networkName(handle: Handle, language: PageLanguage): string {
  switch (handle.network) {
    case 'website':
      return pageWords(language).website;
    case 'instagram':
      return 'Instagram';
    case 'facebook':
      return 'Facebook';
    case 'x':
      return 'X';
    case 'youtube':
      return 'YouTube';
    case 'tiktok':
      return 'TikTok';
    case 'whatsapp':
      return 'WhatsApp';
  }
}

function wordsOf(words: PageWords): TemplateContext['words'] {
  const { page, of, links, by, date, place, author, editor, updated, correction, until } = words;
  const { draft, draftNotice, scanTitle, readOriginal, complaints, contact } = words;
  return {
    ...{ page, of, links, by, date, place, author, editor, updated, correction, until },
    ...{ draft, draftNotice, scanTitle, readOriginal, complaints, contact },
  };
}

/** All the way down: no helper can change what the next mustache prints. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(value)) freeze(part);
    Object.freeze(value);
  }
  return value;
}
