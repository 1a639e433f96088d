import { posix } from 'node:path';
import type { Reporter } from '../base/diagnostics.ts';
import type { Host, ReadRefusal, ReadResult } from '../base/host.ts';
import type { Place } from '../base/source.ts';
import type { AssetRoots } from './types.ts';

/** A file that a document names: the path as it was written, and the folder that it must stay in. */
export interface NamedFile {
  /** As written, for messages. */
  readonly name: string;
  readonly root: string;
  /** Below `root`, with `/`. */
  readonly relative: string;
}

/** What an `img` names, after the schemes of merged HTML. */
export type Source =
  | { readonly kind: 'icon'; readonly name: string }
  | { readonly kind: 'file'; readonly file: NamedFile };

/** `article:` counts from the article's folder, `brand:` from the workspace, no scheme from the layout's folder. */
export function readSource(src: string, roots: AssetRoots): Source {
  const scheme = /^(article|brand|icon):/.exec(src)?.[1];
  const name = scheme === undefined ? src : src.slice(scheme.length + 1);
  if (scheme === 'icon') return { kind: 'icon', name };
  const { workspace, articleFolder, layoutFolder } = roots;
  if (scheme === undefined) return { kind: 'file', file: { name, root: layoutFolder, relative: name } };
  const folder = scheme === 'article' ? articleFolder : '';
  // Joined as text, so that what the gate must refuse still reaches it: an absolute path, a scheme, a `\`.
  const isPlain = folder !== '' && !/^[/~\\]|:/.test(name);
  return { kind: 'file', file: { name, root: workspace, relative: isPlain ? posix.join(folder, name) : name } };
}

/** Reads a named file through the gate; a refusal is reported at `place`. */
export async function readNamedFile(
  file: NamedFile,
  host: Host,
  limits: { readonly maxBytes: number; readonly place: Place | undefined },
  reporter: Reporter,
): Promise<Uint8Array | undefined> {
  const { name } = file;
  const { maxBytes, place } = limits;
  if (/^[a-z][a-z0-9+.-]+:|^\/\//i.test(name)) {
    reporter.report('asset/file-remote', place, { path: name });
    return undefined;
  }
  if (name.includes('\\')) {
    reporter.report('asset/file-backslash', place, { path: name, better: name.replaceAll('\\', '/') });
    return undefined;
  }
  let result = await host.readInside(file.root, file.relative, maxBytes);
  if (result.kind === 'refused' && result.reason === 'missing')
    result = (await readDecoded(file, host, maxBytes)) ?? result;
  if (result.kind === 'read') return result.bytes;
  reportRefusal(result.reason, file.name, limits, reporter);
  return undefined;
}

/** Markdown may write `foto%20acara.jpg`, because an address has no spaces. The gate looks at the decoded path too. */
async function readDecoded(file: NamedFile, host: Host, maxBytes: number): Promise<ReadResult | undefined> {
  if (!/%[0-9a-f]{2}/i.test(file.relative)) return undefined;
  try {
    return await host.readInside(file.root, decodeURIComponent(file.relative), maxBytes);
  } catch {
    return undefined;
  }
}

const REFUSAL_CODES = {
  missing: 'asset/picture-missing',
  outside: 'asset/file-outside',
  'not-a-file': 'asset/file-not-a-file',
  empty: 'asset/file-empty',
  unreadable: 'asset/file-unreadable',
} as const;

function reportRefusal(
  reason: ReadRefusal,
  path: string,
  limits: { readonly maxBytes: number; readonly place: Place | undefined },
  reporter: Reporter,
): void {
  const { place, maxBytes } = limits;
  if (reason === 'too-large') reporter.report('asset/file-too-large', place, { path, limitMib: maxBytes / 2 ** 20 });
  else reporter.report(REFUSAL_CODES[reason], place, { path });
}
