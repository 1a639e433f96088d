import type { Root } from 'mdast';
import { articleLinks } from '../article/body-parts.ts';
import { checkLinkAddress, readableAddress } from '../config/web-address.ts';

/** A link of the text, as the printed list shows it. */
export interface PrintedLink {
  /** From 1, in the order of the text; the same address has one number. */
  readonly number: number;
  readonly href: string;
  readonly shown: string;
  /** The words of the first link to this address. */
  readonly text: string;
}

/** The addresses that paper would hide: each once, without those that the text shows already. */
export function printedLinks(body: Root): readonly PrintedLink[] {
  return articleLinks(body)
    .map((link) => ({ ...link, shown: readableAddress(link.href) }))
    .filter((link) => isLinkAddress(link.href) && bare(link.text) !== bare(link.shown))
    .map((link, index) => ({ ...link, number: index + 1 }));
}

const bare = (address: string): string => address.replace(/^(https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');

/** Whether an address becomes a link. Articles with others are refused before; this holds whatever comes. */
export function isLinkAddress(address: string): boolean {
  return checkLinkAddress(address).kind === 'address';
}
