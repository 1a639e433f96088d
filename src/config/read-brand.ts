import type { Color } from '../base/color.ts';
import type { Reporter } from '../base/diagnostics.ts';
import { contrastWithWhite, parseHexColor, TEXT_CONTRAST } from './color.ts';
import { clip, type Field, type KeyNames, readFields, readLine, readMapping } from './fields.ts';
import { findPathFault } from './file-path.ts';
import { readHandle } from './handles.ts';
import { CONFIG_LIMITS } from './limits.ts';
import { NEUTRAL_BRAND } from './neutral.ts';
import type { Brand, Handle, SocialNetwork } from './types.ts';
import { checkWebAddress, readableAddress } from './web-address.ts';

export type BrandKey =
  | 'organisation'
  | 'office'
  | 'name'
  | 'tagline'
  | 'logo'
  | 'colours'
  | 'website'
  | 'contact'
  | 'social';

/** Every key of the brand and its other names. `docs/configuration.md` has the same tables. */
export const BRAND_KEYS: KeyNames<BrandKey> = {
  organisation: ['organisasi', 'organization'],
  office: ['kantor'],
  name: ['nama'],
  tagline: ['semboyan'],
  logo: [],
  colours: ['warna', 'colors'],
  website: ['situs'],
  contact: ['kontak'],
  social: ['medsos'],
};

type ColorKey = keyof Brand['colors'];
const COLOR_KEYS: KeyNames<ColorKey> = {
  primary: ['utama'],
  accent: ['aksen'],
  ink: ['tinta'],
  muted: ['redup'],
};

const CONTACT_KEYS: KeyNames<keyof Brand['contact']> = {
  address: ['alamat'],
  telephone: ['telepon'],
  email: ['surel'],
  complaints: ['pengaduan'],
};

const SOCIAL_KEYS: KeyNames<SocialNetwork> = {
  instagram: [],
  facebook: [],
  x: ['twitter'],
  youtube: [],
  tiktok: [],
  whatsapp: [],
};

export function readBrand(get: (key: BrandKey) => Field | undefined, reporter: Reporter): Brand {
  const line = (key: BrandKey): string => readLine(get(key), CONFIG_LIMITS.textLength, reporter);
  const name = line('name');
  const website = readWebsite(get('website'), reporter);
  return {
    organisation: line('organisation'),
    office: line('office'),
    name: name === '' ? NEUTRAL_BRAND.name : name,
    tagline: line('tagline'),
    logo: readLogo(get('logo'), reporter),
    colors: readColors(get('colours'), reporter),
    website,
    contact: readContact(get('contact'), reporter),
    handles: [...(website === undefined ? [] : [websiteHandle(website)]), ...readSocial(get('social'), reporter)],
  };
}

const websiteHandle = (href: string): Handle => ({ network: 'website', label: readableAddress(href), href });

/** `pasuruan.go.id` may stand without `https://`. */
function readWebsite(field: Field | undefined, reporter: Reporter): string | undefined {
  const text = readLine(field, CONFIG_LIMITS.addressLength, reporter);
  if (field === undefined || text === '') return undefined;
  const isHost = /^[a-z\d-]+(\.[a-z\d-]+)+(\/\S*)?$/i.test(text);
  const checked = checkWebAddress(isHost ? `https://${text}` : text);
  if (checked.kind === 'address') return checked.href;
  const data = { key: field.key, address: clip(text), fault: checked.fault };
  reporter.report('config/bad-address', field.value.place, data);
  return undefined;
}

function readLogo(field: Field | undefined, reporter: Reporter): string | undefined {
  const text = readLine(field, CONFIG_LIMITS.pathLength, reporter);
  if (field === undefined || text === '') return undefined;
  const fault = findPathFault(text, 0);
  if (fault === undefined) return text;
  reporter.report('config/bad-path', field.value.place, { key: field.key, path: clip(text), fault });
  return undefined;
}

function readColors(field: Field | undefined, reporter: Reporter): Brand['colors'] {
  const mapping = readMapping(field, reporter);
  if (mapping === undefined) return NEUTRAL_BRAND.colors;
  const fields = readFields(mapping, COLOR_KEYS, reporter);
  const color = (key: ColorKey): Color => readColor(fields.get(key), reporter) ?? NEUTRAL_BRAND.colors[key];
  return { primary: color('primary'), accent: color('accent'), ink: color('ink'), muted: color('muted') };
}

function readColor(field: Field | undefined, reporter: Reporter): Color | undefined {
  const text = readLine(field, CONFIG_LIMITS.textLength, reporter);
  if (field === undefined || text === '') return undefined;
  const color = parseHexColor(text);
  if (color === undefined) {
    reporter.report('config/bad-color', field.value.place, { key: field.key, value: clip(text) });
    return undefined;
  }
  const ratio = contrastWithWhite(color);
  if (ratio < TEXT_CONTRAST) {
    // Never rounded up to the limit that it misses.
    const data = { key: field.key, ratio: Math.floor(ratio * 100) / 100, wanted: TEXT_CONTRAST };
    reporter.report('config/low-contrast', field.value.place, data);
  }
  return color;
}

function readContact(field: Field | undefined, reporter: Reporter): Brand['contact'] {
  const mapping = readMapping(field, reporter);
  if (mapping === undefined) return NEUTRAL_BRAND.contact;
  const fields = readFields(mapping, CONTACT_KEYS, reporter);
  const line = (key: keyof Brand['contact']): string => readLine(fields.get(key), CONFIG_LIMITS.textLength, reporter);
  const emailField = fields.get('email');
  const email = line('email');
  if (emailField !== undefined && email !== '' && !/^[^\s@<>,;:"]+@[a-z\d-]+(\.[a-z\d-]+)+$/i.test(email)) {
    reporter.report('config/bad-email', emailField.value.place, { key: emailField.key, value: clip(email) });
  }
  return { address: line('address'), telephone: line('telephone'), email, complaints: line('complaints') };
}

/** In the order of the file. */
function readSocial(field: Field | undefined, reporter: Reporter): readonly Handle[] {
  const mapping = readMapping(field, reporter);
  if (mapping === undefined) return [];
  const handles: Handle[] = [];
  for (const [network, entry] of readFields(mapping, SOCIAL_KEYS, reporter)) {
    const handle = readHandle(network, entry, reporter);
    if (handle !== undefined) handles.push(handle);
  }
  return handles;
}
