import type { AddressFault } from '../base/codes/config.ts';
import { CONFIG_LIMITS } from './limits.ts';

export type CheckedAddress =
  | { readonly kind: 'address'; readonly href: string }
  | { readonly kind: 'fault'; readonly fault: AddressFault };

const fault = (value: AddressFault): CheckedAddress => ({ kind: 'fault', fault: value });

/** An http or https address, normalised as the URL standard says; nothing else, and no user or password in it. */
export function checkWebAddress(text: string): CheckedAddress {
  return checkAddress(text, ['http:', 'https:']);
}

/** What a link in an article may lead to: http, https, mailto, tel. */
export function checkLinkAddress(text: string): CheckedAddress {
  return checkAddress(text, ['http:', 'https:', 'mailto:', 'tel:']);
}

function checkAddress(text: string, schemes: readonly string[]): CheckedAddress {
  if (text.length > CONFIG_LIMITS.addressLength) return fault('too-long');
  // The URL parser drops tabs and line ends and trims controls, so that `java\nscript:` would pass for a scheme.
  if (/[\0-\x20\x7f-\xa0\u2028\u2029\ufeff\\]/.test(text)) return fault('characters');
  const scheme = /^[a-z][a-z\d+.-]*:/i.exec(text)?.[0].toLowerCase();
  if (scheme === undefined || !schemes.includes(scheme)) return fault('scheme');
  const isWeb = scheme === 'http:' || scheme === 'https:';
  if (isWeb && !/^https?:\/\/[^/?#]/i.test(text)) return fault('form');
  if (!URL.canParse(text)) return fault('form');
  const url = new URL(text);
  if (isWeb) {
    if (url.username !== '' || url.password !== '') return fault('credentials');
    if (url.hostname === '') return fault('form');
  } else if (url.pathname === '') return fault('form');
  if (scheme === 'mailto:' && !/^[^@,?]+@[^@,?]+(,[^@,?]+@[^@,?]+)*$/.test(url.pathname)) return fault('form');
  if (scheme === 'tel:' && !/^\+?[\d().-]*\d[\d().-]*(;[\w=;+-]*)?$/.test(url.pathname)) return fault('form');
  if (url.href.length > CONFIG_LIMITS.addressLength) return fault('too-long');
  return { kind: 'address', href: url.href };
}

/** An address as it is printed: without `https://`, `www.` and a last `/`. */
export function readableAddress(href: string): string {
  return href.replace(/^(https?:\/\/(www\.)?|mailto:|tel:)/, '').replace(/^([^/?#]+)\/$/, '$1');
}
