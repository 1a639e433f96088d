import type { PlatformPath } from 'node:path';

/** Why a file was not read. */
export type ReadRefusal =
  /** No such file. */
  | 'missing'
  /** The path leaves the folder it must stay in: absolute, `..`, a scheme, `\`, NUL, `~`, `%2e`, or through a link. */
  | 'outside'
  /** A folder, a device, a pipe. */
  | 'not-a-file'
  | 'empty'
  | 'too-large'
  | 'unreadable';

export type ReadResult =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: ReadRefusal };

export type WriteResult =
  | { readonly kind: 'written' }
  /** `busy`: another program (a PDF viewer on Windows) holds the file, even after some retries. */
  | { readonly kind: 'refused'; readonly reason: 'busy' | 'denied' | 'no-space' | 'failed'; readonly detail: string };

/**
 * The only door to files, clock and environment. `cli/node-host.ts` is the real one, `tests/support/memory-host.ts` the
 * one in memory. Paths are absolute and of the platform, unless a parameter is called `relative`: those use `/`.
 */
export interface Host {
  /** `node:path`, or its `posix` or `win32` face. */
  readonly path: PlatformPath;
  /** The folder of the program itself: built-in `templates/`, `fonts/` and packages are found from here. */
  readonly programFolder: string;
  /** Opens once, checks the opened file (regular, at most `maxBytes`), reads it. Never waits on a pipe. */
  readFile(path: string, maxBytes: number): Promise<ReadResult>;
  /**
   * The gate for every file that an article, a layout or a brand names. `relative` is refused when it is not a plain
   * path below `root`, or when its real path is not below the real path of `root`.
   */
  readInside(root: string, relative: string, maxBytes: number): Promise<ReadResult>;
  /**
   * Paths relative to `folder` with `/`, sorted by code point; the case of letters does not matter; links to folders
   * are not followed. A folder is listed only when its name ends in `.md` or when it may not be opened, so that whoever
   * reads it can say what is wrong.
   */
  glob(patterns: readonly string[], folder: string): Promise<readonly string[]>;
  /** What stands at a path, without following a last link. */
  kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'missing'>;
  /** Whole or not at all: a temporary file beside the target, fsync, rename. Makes the folders that are missing. */
  writeFile(path: string, bytes: Uint8Array): Promise<WriteResult>;
  /** Adds a line at the end of a file and waits until it is on the disk. */
  appendFile(path: string, text: string): Promise<WriteResult>;
  /** True when the file is gone afterwards. */
  removeFile(path: string): Promise<boolean>;
  /** Removes temporary files that killed runs left below `folder`. */
  sweepTemporary(folder: string): Promise<void>;
  /**
   * Opens a font of unknown origin and lays out a text with it, in a process of its own under a time limit. The same
   * bytes are tried once. A host without it trusts its fonts.
   */
  tryFont?(bytes: Uint8Array): Promise<'good' | 'bad' | 'timeout'>;
  /** An environment variable. */
  env(name: string): string | undefined;
  /** Milliseconds since 1970. For progress and for `new`; nothing that reaches an output may use it. */
  now(): number;
}
