import type { ReadRefusal } from '../host.ts';
import type { Severity } from '../severity.ts';

/** Diagnostics of the room `build`: code → the facts its message needs. */
export interface BuildData {
  /** `bad-name`: a name that not every system takes, such as `aux.md`. */
  'build/article-unreadable': { readonly reason: ReadRefusal | 'bad-name'; readonly limitKib: number };
  'build/bad-epoch': { readonly value: string };
  'build/foreign-file': { readonly file: string };
  'build/no-articles': { readonly patterns: string };
  'build/not-removed': { readonly file: string };
  'build/paper-not-offered': { readonly paper: string; readonly layout: string; readonly papers: string };
  'build/record-unreadable': { readonly file: string };
  'build/same-output': { readonly output: string; readonly other: string };
  /** Without a source: the file of all articles together. */
  'build/stale-file': { readonly file: string; readonly source: string | undefined };
  'build/write-failed': {
    readonly file: string;
    readonly reason: 'busy' | 'denied' | 'no-space' | 'failed';
    readonly detail: string;
  };
}

export const buildSeverity: { readonly [C in keyof BuildData]: Severity } = {
  'build/article-unreadable': 'error',
  'build/bad-epoch': 'error',
  'build/foreign-file': 'error',
  'build/no-articles': 'error',
  'build/not-removed': 'warning',
  'build/paper-not-offered': 'error',
  'build/record-unreadable': 'error',
  'build/same-output': 'error',
  'build/stale-file': 'info',
  'build/write-failed': 'error',
};
