import path, { type PlatformPath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { normalizeInside } from '../../src/base/gate.ts';
import type { Host, ReadResult } from '../../src/base/host.ts';

export interface MemoryHost extends Host {
  /** Absolute path → content. */
  readonly files: Map<string, Uint8Array>;
  /** Paths whose next write fails with this reason. */
  readonly failing: Map<string, 'busy' | 'denied' | 'no-space' | 'failed'>;
  /** Every absolute path that was opened for reading, in order. */
  readonly opened: string[];
}

const encoder = new TextEncoder();

/** A host whose workspace lives in memory. `path` may be `win32`, so that path logic is tested for Windows anywhere. */
export function createMemoryHost(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  options: { readonly path?: PlatformPath; readonly env?: Readonly<Record<string, string>> } = {},
): MemoryHost {
  const platform = options.path ?? path.posix;
  const content = new Map<string, Uint8Array>();
  for (const [name, value] of Object.entries(files)) {
    content.set(name, typeof value === 'string' ? encoder.encode(value) : value);
  }
  const failing: MemoryHost['failing'] = new Map();
  const opened: string[] = [];
  const read = (file: string, maxBytes: number): ReadResult => {
    opened.push(file);
    const bytes = content.get(file);
    if (bytes === undefined) {
      const isFolder = [...content.keys()].some((name) => name.startsWith(file + platform.sep));
      return { kind: 'refused', reason: isFolder ? 'not-a-file' : 'missing' };
    }
    if (bytes.length === 0) return { kind: 'refused', reason: 'empty' };
    return bytes.length > maxBytes ? { kind: 'refused', reason: 'too-large' } : { kind: 'read', bytes };
  };
  return {
    files: content,
    failing,
    opened,
    path: platform,
    programFolder: fileURLToPath(new URL('../../', import.meta.url)),
    readFile: async (file, maxBytes) => read(file, maxBytes),
    readInside: async (root, relative, maxBytes) => {
      const plain = normalizeInside(relative);
      return plain === undefined
        ? { kind: 'refused', reason: 'outside' }
        : read(platform.join(root, ...plain.split('/')), maxBytes);
    },
    glob: async (patterns, folder) => {
      const prefix = folder.endsWith(platform.sep) ? folder : folder + platform.sep;
      const inside = [...content.keys()]
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length).split(platform.sep).join('/'));
      return inside.filter((name) => patterns.some((pattern) => toRegExp(pattern).test(name))).sort();
    },
    kindOf: async (file) => {
      if (content.has(file)) return 'file';
      return [...content.keys()].some((name) => name.startsWith(file + platform.sep)) ? 'folder' : 'missing';
    },
    writeFile: async (file, bytes) => {
      const reason = failing.get(file);
      if (reason !== undefined) return { kind: 'refused', reason, detail: reason };
      content.set(file, bytes);
      return { kind: 'written' };
    },
    appendFile: async (file, text) => {
      const reason = failing.get(file);
      if (reason !== undefined) return { kind: 'refused', reason, detail: reason };
      const old = content.get(file) ?? new Uint8Array();
      const added = encoder.encode(text);
      const joined = new Uint8Array(old.length + added.length);
      joined.set(old);
      joined.set(added, old.length);
      content.set(file, joined);
      return { kind: 'written' };
    },
    removeFile: async (file) => {
      content.delete(file);
      return true;
    },
    sweepTemporary: async () => undefined,
    env: (name) => options.env?.[name],
    now: () => 0,
  };
}

/** `*`, `**` and `?` of a glob; enough for tests. */
function toRegExp(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^$(){}|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*|\?/g, (part) => (part === '**/' ? '(?:.*/)?' : part === '*' ? '[^/]*' : '[^/]'));
  return new RegExp(`^${source}$`, 'i');
}
