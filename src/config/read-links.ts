import type { Reporter } from '../base/diagnostics.ts';
import {
  clip,
  type Field,
  isGiven,
  type KeyNames,
  readBoolean,
  readChoice,
  readFields,
  readLine,
  readMapping,
} from './fields.ts';
import { CONFIG_LIMITS } from './limits.ts';
import { isSafeName, toSafeName } from './names.ts';
import { NEUTRAL_CONFIG } from './neutral.ts';
import type { Config } from './types.ts';
import { checkWebAddress } from './web-address.ts';

const LINK_KEYS: KeyNames<keyof Config['links']> = { print: ['cetak'], short: ['pendek'] };
const PRINT: Readonly<Record<string, boolean>> = { print: true, hide: false, cetak: true, sembunyikan: false };

/** `links: print`, or `{ print, short }`. */
export function readLinks(field: Field | undefined, reporter: Reporter): Config['links'] {
  if (!isGiven(field)) return NEUTRAL_CONFIG.links;
  if (field.value.kind !== 'mapping') {
    return { ...NEUTRAL_CONFIG.links, print: readChoice(field, PRINT, reporter) ?? NEUTRAL_CONFIG.links.print };
  }
  const fields = readFields(field.value, LINK_KEYS, reporter);
  return {
    print: readBoolean(fields.get('print'), NEUTRAL_CONFIG.links.print, reporter),
    short: readShortLinks(fields.get('short'), reporter),
  };
}

/** Slug → short address, on a record without a prototype: a slug may be called `constructor`. */
function readShortLinks(field: Field | undefined, reporter: Reporter): Readonly<Record<string, string>> {
  const short: Record<string, string> = Object.create(null);
  const mapping = readMapping(field, reporter);
  if (mapping === undefined || field === undefined) return short;
  const count = mapping.entries.length;
  const limit = CONFIG_LIMITS.shortLinks;
  if (count > limit) reporter.report('yaml/too-many', mapping.place, { key: field.key, count, limit });
  for (const { key, keyPlace, value } of mapping.entries.slice(0, limit)) {
    if (!isSafeName(key)) {
      const data = { key: field.key, value: clip(key), proposal: toSafeName(key) };
      reporter.report('config/bad-name', keyPlace, data);
    }
    const address = readLine({ key, keyPlace, value }, CONFIG_LIMITS.addressLength, reporter);
    if (value.kind === 'faulty' || value.kind !== 'text') continue;
    const checked = checkWebAddress(address);
    if (checked.kind === 'address') short[key] = checked.href;
    else reporter.report('config/bad-address', value.place, { key, address: clip(address), fault: checked.fault });
  }
  return short;
}
