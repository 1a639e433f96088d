import { assertNever } from '../base/assert-never.ts';
import type { Reporter } from '../base/diagnostics.ts';
import type { Place } from '../base/source.ts';
import {
  clip,
  type Field,
  type Fields,
  isGiven,
  type KeyNames,
  readBoolean,
  readChoice,
  readFields,
  readLine,
  readList,
} from '../config/fields.ts';
import { findPathFault, folderDepth } from '../config/file-path.ts';
import { CONFIG_LIMITS } from '../config/limits.ts';
import { isSafeName, toSafeName } from '../config/names.ts';
import type { YamlMapping } from '../config/read-yaml.ts';
import { checkWebAddress } from '../config/web-address.ts';
import type { PageLanguage } from '../words/pages.ts';
import { compareDates, parseDate } from './dates.ts';
import { ARTICLE_LIMITS as LIMITS } from './limits.ts';
import { readAi } from './read-ai.ts';
import { slugOfFile } from './slug.ts';
import type { ArticleImage, ArticleMeta, CivilDate, MetaKey } from './types.ts';

/** Every key of an article and its Indonesian (or other) name. `docs/articles.md` has the same table. */
export const ARTICLE_KEYS: KeyNames<MetaKey> = {
  title: ['judul'],
  date: ['tanggal'],
  source: ['sumber'],
  qr: [],
  image: ['gambar'],
  imageAlt: ['keteranganGambar'],
  imageCaption: ['takarir'],
  imageCredit: ['kredit'],
  category: ['rubrik'],
  place: ['tempat'],
  author: ['penulis'],
  editor: ['penyunting'],
  summary: ['ringkasan'],
  ai: [],
  updated: ['diperbarui'],
  correction: ['ralat'],
  until: ['sampai'],
  draft: ['draf'],
  layout: [],
  slug: [],
  lang: [],
  tags: [],
  lint: [],
};

interface Context {
  readonly path: string;
  readonly fields: Fields<MetaKey>;
  readonly reporter: Reporter;
}

export interface ReadMeta {
  readonly meta: ArticleMeta;
  readonly places: Readonly<Partial<Record<MetaKey, Place>>>;
}

/** Types the front matter. `undefined` when title, date or source is missing or wrong; other faults are reported only. */
export function readMeta(
  mapping: YamlMapping,
  { path, reporter }: { readonly path: string; readonly reporter: Reporter },
): ReadMeta | undefined {
  const fields = readFields(mapping, ARTICLE_KEYS, reporter);
  const context: Context = { path, fields, reporter };
  const line = (key: MetaKey, limit: number): string => readLine(fields.get(key), limit, reporter);

  const title = requireGiven(context, 'title', 'article/missing-title') ? line('title', LIMITS.title) : '';
  const date = requireGiven(context, 'date', 'article/missing-date') ? readDate(context, 'date') : undefined;
  const qr = readBoolean(fields.get('qr'), true, reporter);
  const hasSource = qr ? requireGiven(context, 'source', 'article/missing-source') : isGiven(fields.get('source'));
  const source = hasSource ? readSource(context) : undefined;
  const image = readImage(context);
  const meta = {
    source,
    qr,
    image,
    category: line('category', LIMITS.category),
    place: line('place', LIMITS.place),
    author: line('author', LIMITS.author),
    editor: line('editor', LIMITS.editor),
    summary: line('summary', LIMITS.summary),
    ai: readAi(fields.get('ai'), reporter),
    updated: readLaterDate(context, 'updated', date),
    correction: line('correction', LIMITS.correction),
    until: readLaterDate(context, 'until', date),
    draft: readBoolean(fields.get('draft'), false, reporter),
    layout: readName(context, 'layout'),
    slug: readName(context, 'slug') ?? slugOfFile(path),
    lang: readChoice<PageLanguage>(fields.get('lang'), { id: 'id', en: 'en' }, reporter) ?? 'id',
    tags: readTags(context),
    lint: readBoolean(fields.get('lint'), true, reporter),
  };
  if (title === '' || date === undefined || (qr && source === undefined)) return undefined;
  return { meta: { title, date, ...meta }, places: placesOf(fields) };
}

type MissingCode = 'article/missing-title' | 'article/missing-date' | 'article/missing-source';

function requireGiven({ path, fields, reporter }: Context, key: MetaKey, code: MissingCode): boolean {
  const field = fields.get(key);
  const place = field?.keyPlace ?? { path, line: 1, column: 1 };
  if (isGiven(field)) return true;
  reporter.report(code, place, {});
  return false;
}

function placesOf(fields: Fields<MetaKey>): Readonly<Partial<Record<MetaKey, Place>>> {
  const places: Partial<Record<MetaKey, Place>> = {};
  for (const [key, field] of fields) if (isGiven(field)) places[key] = field.value.place;
  return places;
}

function readDate({ fields, reporter }: Context, name: MetaKey): CivilDate | undefined {
  const field = fields.get(name);
  const text = readLine(field, 100, reporter);
  if (field === undefined || text === '') return undefined;
  const { key } = field;
  const { place } = field.value;
  const parsed = parseDate(text);
  switch (parsed.kind) {
    case 'date':
      return parsed.date;
    case 'bad-form':
      reporter.report('article/bad-date', place, { key, value: clip(text) });
      return undefined;
    case 'no-such-month':
      reporter.report('article/no-such-month', place, { key, month: parsed.month });
      return undefined;
    case 'no-such-day':
      reporter.report('article/no-such-day', place, { key, ...parsed.date, days: parsed.days });
      return undefined;
    case 'out-of-range':
      reporter.report('article/date-out-of-range', place, { key, first: LIMITS.firstYear, last: LIMITS.lastYear });
      return undefined;
    case 'wrong-weekday':
      reporter.report('article/wrong-weekday', place, {
        key,
        given: parsed.given,
        right: parsed.right,
        corrected: parsed.corrected,
      });
      return undefined;
    default:
      return assertNever(parsed);
  }
}

/** A date that cannot be before the article's own. */
function readLaterDate(context: Context, name: MetaKey, date: CivilDate | undefined): CivilDate | undefined {
  const later = readDate(context, name);
  const field = context.fields.get(name);
  if (later === undefined || date === undefined || field === undefined || compareDates(later, date) >= 0) return later;
  context.reporter.report('article/date-before-publication', field.value.place, { key: field.key });
  return undefined;
}

function readSource({ fields, reporter }: Context): string | undefined {
  const field = fields.get('source');
  const text = readLine(field, CONFIG_LIMITS.addressLength, reporter);
  if (field === undefined || text === '') return undefined;
  const checked = checkWebAddress(text);
  if (checked.kind === 'address') return checked.href;
  const data = { key: field.key, address: clip(text), fault: checked.fault };
  reporter.report('article/bad-address', field.value.place, data);
  return undefined;
}

function readImage({ path, fields, reporter }: Context): ArticleImage | undefined {
  const field = fields.get('image');
  const alt = readLine(fields.get('imageAlt'), LIMITS.imageAlt, reporter);
  const caption = readLine(fields.get('imageCaption'), LIMITS.imageCaption, reporter);
  const credit = readLine(fields.get('imageCredit'), LIMITS.imageCredit, reporter);
  if (!isGiven(field)) {
    for (const name of ['imageAlt', 'imageCaption', 'imageCredit'] as const) {
      const other = fields.get(name);
      if (!isGiven(other)) continue;
      reporter.report('article/image-facts-without-image', other.keyPlace, { key: other.key });
    }
    return undefined;
  }
  const file = readLine(field, CONFIG_LIMITS.pathLength, reporter);
  if (!isGiven(fields.get('imageAlt'))) reporter.report('article/missing-image-alt', field.value.place, {});
  if (file === '') return undefined;
  const fault = findPathFault(file, folderDepth(path));
  if (fault !== undefined) reporter.report('article/bad-path', field.value.place, { path: clip(file), fault });
  return { path: file, alt, caption, credit };
}

function readName({ fields, reporter }: Context, name: 'layout' | 'slug'): string | undefined {
  const field: Field | undefined = fields.get(name);
  // Longer than a name may be, so that the proposal can be made of the whole.
  const text = readLine(field, CONFIG_LIMITS.nameLength * 4, reporter);
  if (field === undefined || text === '' || isSafeName(text)) return text === '' ? undefined : text;
  const data = { value: clip(text), proposal: toSafeName(text) };
  reporter.report(name === 'slug' ? 'article/bad-slug' : 'article/bad-layout-name', field.value.place, data);
  return undefined;
}

function readTags({ fields, reporter }: Context): readonly string[] {
  const items = readList(fields.get('tags'), { limit: LIMITS.tag, items: LIMITS.tags, split: true }, reporter);
  const tags = new Map<string, string>();
  for (const { text } of items) if (!tags.has(text.toLowerCase())) tags.set(text.toLowerCase(), text);
  return [...tags.values()];
}
