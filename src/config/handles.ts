import type { HandleFault } from '../base/codes/config.ts';
import type { Reporter } from '../base/diagnostics.ts';
import { clip, type Field, isGiven, type KeyNames, readFields, readLine } from './fields.ts';
import { CONFIG_LIMITS } from './limits.ts';
import type { Handle, SocialNetwork } from './types.ts';
import { checkWebAddress } from './web-address.ts';

interface Network {
  readonly title: string;
  /** Hosts of its addresses, without `www.` and `m.`. */
  readonly hosts: readonly string[];
  /** What an account may be called. */
  readonly handle: RegExp;
  readonly length: readonly [number, number];
  readonly href: (handle: string) => string;
}

/** The rules of each network for the names of its accounts, as its own help pages give them. */
const NETWORKS: Readonly<Record<SocialNetwork, Network>> = {
  instagram: {
    title: 'Instagram',
    hosts: ['instagram.com'],
    handle: /^(?!\.)(?!.*\.\.)[a-z\d._]*(?<!\.)$/i,
    length: [1, 30],
    href: (handle) => `https://www.instagram.com/${handle}/`,
  },
  facebook: {
    title: 'Facebook',
    hosts: ['facebook.com', 'fb.com'],
    handle: /^[a-z\d][a-z\d.-]*$/i,
    length: [5, 50],
    href: (handle) => `https://www.facebook.com/${handle}`,
  },
  x: {
    title: 'X',
    hosts: ['x.com', 'twitter.com'],
    handle: /^[a-z\d_]+$/i,
    length: [1, 15],
    href: (handle) => `https://x.com/${handle}`,
  },
  youtube: {
    title: 'YouTube',
    hosts: ['youtube.com', 'youtu.be'],
    handle: /^[\p{L}\p{N}][\p{L}\p{N}._·-]*$/u,
    length: [3, 30],
    href: (handle) => `https://www.youtube.com/@${encodeURIComponent(handle)}`,
  },
  tiktok: {
    title: 'TikTok',
    hosts: ['tiktok.com'],
    handle: /^[a-z\d._]*(?<!\.)$/i,
    length: [2, 24],
    href: (handle) => `https://www.tiktok.com/@${handle}`,
  },
  whatsapp: {
    title: 'WhatsApp',
    hosts: ['wa.me', 'whatsapp.com', 'api.whatsapp.com'],
    handle: /^\+?\d+$/,
    length: [8, 16],
    href: (number) => `https://wa.me/${number.replace(/^\+/, '').replace(/^0/, '62')}`,
  },
};

/** The keys of a network in its long form. */
const HANDLE_KEYS: KeyNames<'name' | 'handle' | 'address'> = { name: ['nama'], handle: ['akun'], address: ['alamat'] };

/** One account: `pemkabpasuruan`, or `{ name, handle }`, or `{ name, address }`. `undefined` when a fault was reported. */
export function readHandle(name: SocialNetwork, field: Field | undefined, reporter: Reporter): Handle | undefined {
  if (!isGiven(field)) return undefined;
  if (field.value.kind === 'mapping') return readLongForm(name, field, reporter);
  const text = readAccount(name, field, reporter);
  if (text === '') return undefined;
  if (/^https?:/i.test(text)) return handleOfAddress(name, field, reporter);
  // YouTube alone shows a channel's name, which may have spaces; without an account the link searches for it.
  if (name === 'youtube' && /\s/.test(text) && !text.includes('\\')) {
    return { network: name, label: text, href: searchAddress(text) };
  }
  return handleOf(name, { field, text }, reporter);
}

/**
 * Between double quotes YAML reads `\_` as a no-break space, and one at the end is trimmed: `"nama\_"` would silently be the
 * account of somebody else. So it is put back as it was written; numbers may have such spaces, and names of several words too.
 */
function readAccount(network: SocialNetwork, field: Field | undefined, reporter: Reporter): string {
  const text = readLine(field, CONFIG_LIMITS.textLength, reporter);
  if (text === '' || network === 'whatsapp' || field?.value.kind !== 'text') return text;
  const written = field.value.text.replace(/^[ \t\n]+|[ \t\n]+$/g, '');
  return /[ \t\n]/.test(written) ? text : written.replaceAll('\u00a0', '\\_');
}

const searchAddress = (name: string): string =>
  `https://www.youtube.com/results?search_query=${encodeURIComponent(name).replace(/%20/g, '+')}`;

function readLongForm(name: SocialNetwork, field: Field, reporter: Reporter): Handle | undefined {
  if (field.value.kind !== 'mapping') return undefined;
  const fields = readFields(field.value, HANDLE_KEYS, reporter);
  const label = readLine(fields.get('name'), CONFIG_LIMITS.textLength, reporter);
  const address = fields.get('address');
  if (isGiven(address)) {
    const found = handleOfAddress(name, address, reporter, label);
    return found === undefined ? undefined : { ...found, label: label === '' ? found.label : label };
  }
  const handle = fields.get('handle');
  const text = readAccount(name, handle, reporter);
  if (handle === undefined || text === '') {
    if (name === 'youtube' && label !== '') return { network: name, label, href: searchAddress(label) };
    const data = { network: NETWORKS[name].title, value: label, fault: 'address' as const, proposal: undefined };
    reporter.report('config/bad-handle', field.value.place, data);
    return undefined;
  }
  const found = handleOf(name, { field: handle, text }, reporter);
  return found === undefined || label === '' ? found : { ...found, label };
}

function handleOf(
  network: SocialNetwork,
  { field, text }: { readonly field: Field; readonly text: string },
  reporter: Reporter,
): Handle | undefined {
  const isNumber = network === 'whatsapp';
  const handle = isNumber ? text.replace(/[\s().-]/g, '') : text.replace(/^@/, '');
  const fault = findFault(network, handle);
  if (fault === undefined) {
    return { network, label: isNumber ? text : handle, href: NETWORKS[network].href(handle) };
  }
  const guess = handle.replace(/\\/g, '').replace(/\s+/g, '');
  const proposal = guess !== handle && findFault(network, guess) === undefined ? guess : undefined;
  const data = { network: NETWORKS[network].title, value: clip(text), fault, proposal };
  reporter.report('config/bad-handle', field.value.place, data);
  return undefined;
}

function findFault(network: SocialNetwork, handle: string): HandleFault | undefined {
  const { handle: form, length } = NETWORKS[network];
  if (handle.includes('\\')) return 'escape';
  if (/\s/.test(handle)) return 'space';
  if (!form.test(handle)) return network === 'whatsapp' ? 'number' : 'characters';
  if (handle.length < length[0] || handle.length > length[1]) return 'length';
  return undefined;
}

/** An address of the network; it must be called something: by `label`, or by the account that stands in it. */
function handleOfAddress(network: SocialNetwork, field: Field, reporter: Reporter, label = ''): Handle | undefined {
  const text = readLine(field, CONFIG_LIMITS.addressLength, reporter);
  if (text === '') return undefined;
  const { title, hosts } = NETWORKS[network];
  const refuse = (fault: HandleFault): undefined => {
    const data = { network: title, value: clip(text), fault, proposal: undefined };
    reporter.report('config/bad-handle', field.value.place, data);
    return undefined;
  };
  const checked = checkWebAddress(text);
  if (checked.kind === 'fault') return refuse('address');
  const url = new URL(checked.href);
  if (!hosts.includes(url.hostname.replace(/^(www|m|web)\./, ''))) return refuse('host');
  if (label !== '') return { network, label, href: checked.href };
  const account = /^\/@?([^/]+)\/?$/.exec(url.pathname)?.[1];
  if (account === undefined || url.search !== '' || findFault(network, account) !== undefined) return refuse('address');
  return { network, label: account, href: NETWORKS[network].href(account) };
}
