import type { Severity } from '../severity.ts';

/** What is wrong with a web address. `scheme`: it has another one than http or https, or none. */
export type AddressFault = 'scheme' | 'form' | 'credentials' | 'characters' | 'too-long';

/** What is wrong with the path of a file that an article or the configuration names. */
export type PathFault = 'backslash' | 'address' | 'absolute' | 'name' | 'outside' | 'too-long';

/** What is wrong with an account of a social network. `host`: an address of another site. */
export type HandleFault = 'escape' | 'space' | 'characters' | 'length' | 'number' | 'host' | 'address';

export type NodeKind = 'text' | 'list' | 'mapping';

/**
 * Diagnostics of the room `config`: code → the facts its message needs. It also reads every text file (`file/`) and
 * all YAML (`yaml/`) for the rooms after it. `corrected` is the line as it should be written.
 */
export interface ConfigData {
  /** `kibibytes`: how large it is, if that is known. */
  'file/too-large': { readonly kibibytes: number | undefined; readonly limit: number };
  'file/utf-16': Record<string, never>;
  'file/invalid-utf-8': Record<string, never>;
  /** `count`: how many such characters the file has. */
  'file/forbidden-character': { readonly codePoint: number; readonly count: number };

  /** `kept` is the value that YAML would have left. */
  'yaml/comment-after-value': { readonly kept: string; readonly corrected: string };
  'yaml/colon-in-value': { readonly corrected: string };
  'yaml/text-after-quote': { readonly corrected: string };
  'yaml/quote-not-closed': { readonly corrected: string };
  'yaml/bad-escape': { readonly escape: string; readonly corrected: string };
  'yaml/special-start': { readonly character: string; readonly corrected: string | undefined };
  'yaml/alias': { readonly corrected: string | undefined };
  'yaml/tag': { readonly corrected: string | undefined };
  'yaml/bracket': { readonly character: string; readonly corrected: string };
  'yaml/tab': Record<string, never>;
  'yaml/no-space-after-colon': { readonly corrected: string };
  'yaml/indented-too-far': { readonly key: string };
  'yaml/not-a-key': Record<string, never>;
  'yaml/duplicate-key': { readonly key: string; readonly firstLine: number };
  'yaml/same-key-twice': { readonly key: string; readonly other: string; readonly firstLine: number };
  'yaml/unknown-key': { readonly key: string; readonly nearest: string | undefined };
  'yaml/too-deep': { readonly limit: number };
  'yaml/not-readable': Record<string, never>;
  'yaml/wrong-kind': { readonly key: string; readonly expected: readonly NodeKind[]; readonly found: NodeKind };
  'yaml/not-a-choice': {
    readonly key: string;
    readonly value: string;
    readonly choices: readonly string[];
    readonly nearest: string | undefined;
  };
  'yaml/too-long': { readonly key: string; readonly length: number; readonly limit: number };
  'yaml/too-many': { readonly key: string; readonly count: number; readonly limit: number };
  'yaml/forbidden-character': { readonly key: string; readonly codePoint: number };

  'config/wrong-file-name': { readonly found: string };
  'config/unreadable': { readonly reason: 'outside' | 'not-a-file' | 'unreadable' };
  'config/bad-color': { readonly key: string; readonly value: string };
  'config/low-contrast': { readonly key: string; readonly ratio: number; readonly wanted: number };
  'config/bad-address': { readonly key: string; readonly address: string; readonly fault: AddressFault };
  'config/bad-path': { readonly key: string; readonly path: string; readonly fault: PathFault };
  'config/bad-email': { readonly key: string; readonly value: string };
  'config/bad-name': { readonly key: string; readonly value: string; readonly proposal: string };
  'config/bad-pattern': { readonly pattern: string; readonly fault: 'backslash' | 'outside' };
  'config/bad-handle': {
    readonly network: string;
    readonly value: string;
    readonly fault: HandleFault;
    /** The handle as it is most likely meant. */
    readonly proposal: string | undefined;
  };
}

export const configSeverity: { readonly [C in keyof ConfigData]: Severity } = {
  'file/too-large': 'error',
  'file/utf-16': 'error',
  'file/invalid-utf-8': 'error',
  'file/forbidden-character': 'error',
  'yaml/comment-after-value': 'error',
  'yaml/colon-in-value': 'error',
  'yaml/text-after-quote': 'error',
  'yaml/quote-not-closed': 'error',
  'yaml/bad-escape': 'error',
  'yaml/special-start': 'error',
  'yaml/alias': 'error',
  'yaml/tag': 'error',
  'yaml/bracket': 'error',
  'yaml/tab': 'error',
  'yaml/no-space-after-colon': 'error',
  'yaml/indented-too-far': 'error',
  'yaml/not-a-key': 'error',
  'yaml/duplicate-key': 'error',
  'yaml/same-key-twice': 'error',
  'yaml/unknown-key': 'warning',
  'yaml/too-deep': 'error',
  'yaml/not-readable': 'error',
  'yaml/wrong-kind': 'error',
  'yaml/not-a-choice': 'error',
  'yaml/too-long': 'error',
  'yaml/too-many': 'error',
  'yaml/forbidden-character': 'error',
  'config/wrong-file-name': 'error',
  'config/unreadable': 'error',
  'config/bad-color': 'error',
  'config/low-contrast': 'warning',
  'config/bad-address': 'error',
  'config/bad-path': 'error',
  'config/bad-email': 'error',
  'config/bad-name': 'error',
  'config/bad-pattern': 'error',
  'config/bad-handle': 'error',
};
