import { constants, type Dirent, readdir } from 'node:fs';
import { access, type FileHandle, lstat, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../base/digest.ts';
import { normalizeInside } from '../base/gate.ts';
import type { Host, ReadResult, WriteResult } from '../base/host.ts';
import { tryFontInChild } from './font-trial.ts';

/** Pauses before each new try when another program holds a file (a PDF viewer on Windows), in milliseconds. */
const RETRY_PAUSES = [60, 120, 240, 480, 960] as const;

/** Loaded where folders are searched: help and new articles do without it. */
const loadGlob = async () => (await import('fast-glob')).default;

const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** The real host: this machine's files, clock and environment. */
export function createNodeHost(): Host {
  return {
    path,
    programFolder: fileURLToPath(new URL('../../', import.meta.url)),
    readFile: readWhole,
    readInside,
    glob: findFiles,
    kindOf,
    writeFile: writeAtomically,
    appendFile,
    removeFile,
    sweepTemporary,
    env: (name) => process.env[name],
    now: () => Date.now(),
    tryFont: (bytes) => tryFontInChild(bytes),
  };
}

async function readWhole(file: string, maxBytes: number): Promise<ReadResult> {
  try {
    return await readReal(await realpath(file), maxBytes);
  } catch (error) {
    return refusalOf(error);
  }
}

async function readInside(root: string, relative: string, maxBytes: number): Promise<ReadResult> {
  const plain = normalizeInside(relative);
  if (plain === undefined) return { kind: 'refused', reason: 'outside' };
  try {
    const realRoot = await realpath(root);
    const real = await realpath(path.join(realRoot, plain));
    const prefix = realRoot.endsWith(path.sep) ? realRoot : realRoot + path.sep;
    if (!real.startsWith(prefix)) return { kind: 'refused', reason: 'outside' };
    return await readReal(real, maxBytes);
  } catch (error) {
    return refusalOf(error);
  }
}

/** Opens once and judges what was opened, so that nothing can be exchanged between the check and the reading. */
async function readReal(real: string, maxBytes: number): Promise<ReadResult> {
  const before = await lstat(real);
  if (before.isDirectory()) await access(real, constants.R_OK);
  if (!before.isFile()) return { kind: 'refused', reason: 'not-a-file' };
  const handle = await open(real, OPEN_FLAGS);
  try {
    const info = await handle.stat();
    if (!info.isFile() || info.ino !== before.ino || info.dev !== before.dev) {
      return { kind: 'refused', reason: 'not-a-file' };
    }
    if (info.size > maxBytes) return { kind: 'refused', reason: 'too-large' };
    if (info.size === 0) return { kind: 'refused', reason: 'empty' };
    return { kind: 'read', bytes: await readBytes(handle, info.size) };
  } finally {
    await handle.close();
  }
}

async function readBytes(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled === size ? bytes : bytes.slice(0, filled);
}

function refusalOf(error: unknown): ReadResult {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return { kind: 'refused', reason: 'missing' };
    case 'ELOOP':
      return { kind: 'refused', reason: 'outside' };
    case 'EISDIR':
    case 'ENXIO':
      return { kind: 'refused', reason: 'not-a-file' };
    default:
      return { kind: 'refused', reason: 'unreadable' };
  }
}

async function findFiles(patterns: readonly string[], folder: string): Promise<readonly string[]> {
  const locked: string[] = [];
  const glob = await loadGlob();
  const found = await glob([...patterns], {
    cwd: folder,
    fs: { readdir: readdirNoting(locked) },
    onlyFiles: false,
    markDirectories: false,
    objectMode: true,
    followSymbolicLinks: false,
    dot: false,
    // `BERITA.MD` is an article as well.
    caseSensitiveMatch: false,
    unique: true,
    suppressErrors: true,
    ignore: ['**/node_modules/**'],
  });
  const names = found
    .filter((entry) => !entry.dirent.isDirectory() || entry.path.toLowerCase().endsWith('.md'))
    .map((entry) => entry.path);
  const folders = locked.map((name) => path.relative(folder, name).split(path.sep).join('/'));
  return [...new Set([...names, ...folders.filter((name) => name !== '')])].sort(byCodePoint);
}

type ReadFolder = (
  folder: string,
  options: { withFileTypes: true },
  callback: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
) => void;

/** Lists folders for the search; one that may not be opened is noted instead of passed over in silence. */
function readdirNoting(locked: string[]): typeof readdir {
  const list: ReadFolder = (folder, options, callback) =>
    readdir(folder, options, (error, entries) => {
      const isLocked = error?.code === 'EACCES' || error?.code === 'EPERM';
      if (isLocked) locked.push(folder);
      callback(isLocked ? null : error, entries ?? []);
    });
  return list as typeof readdir;
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function kindOf(file: string): Promise<'file' | 'folder' | 'other' | 'missing'> {
  try {
    const info = await lstat(file);
    return info.isFile() ? 'file' : info.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'missing';
  }
}

let temporaryFiles = 0;

/** The temporary name comes from a digest: a name of 250 bytes leaves no room for an ending. */
function temporaryName(file: string): string {
  temporaryFiles += 1;
  const digest = sha256(path.basename(file)).slice(0, 16);
  return path.join(path.dirname(file), `.buletin-${digest}-${process.pid}-${temporaryFiles}.tmp`);
}

async function writeAtomically(file: string, bytes: Uint8Array): Promise<WriteResult> {
  const temporary = temporaryName(file);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(temporary, 'wx').catch(async (error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
      await rm(temporary, { force: true });
      return open(temporary, 'wx');
    });
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await retryWhileHeld(() => rename(temporary, file));
    await syncFolder(path.dirname(file));
    return { kind: 'written' };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return writeRefusal(error);
  }
}

async function appendFile(file: string, text: string): Promise<WriteResult> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(file, 'a');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { kind: 'written' };
  } catch (error) {
    return writeRefusal(error);
  }
}

async function removeFile(file: string): Promise<boolean> {
  try {
    await retryWhileHeld(() => rm(file, { force: true }));
    return true;
  } catch {
    return (await stat(file).catch(() => undefined)) === undefined;
  }
}

/** Of this program, and of no process that still runs. */
async function sweepTemporary(folder: string): Promise<void> {
  const glob = await loadGlob();
  const names = await glob(['**/.buletin-*-*.tmp'], {
    cwd: folder,
    dot: true,
    followSymbolicLinks: false,
    suppressErrors: true,
  });
  for (const name of names) {
    const pid = /^\.buletin-[0-9a-f]{16}-(\d+)-\d+\.tmp$/.exec(path.posix.basename(name))?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(path.join(folder, name), { force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function retryWhileHeld(action: () => Promise<void>): Promise<void> {
  for (const wait of RETRY_PAUSES) {
    try {
      return await action();
    } catch (error) {
      const code = codeOf(error);
      const held = code === 'EBUSY' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'));
      if (!held) throw error;
      await pause(wait);
    }
  }
  return action();
}

/** A rename is only safe on disk when the folder is. Windows cannot open folders, and need not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY).catch(() => undefined);
  if (handle === undefined) return;
  try {
    await handle.sync();
  } catch {
    // Some file systems refuse to sync a folder; the file itself is safe.
  } finally {
    await handle.close();
  }
}

function writeRefusal(error: unknown): WriteResult {
  const detail = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  if (code === 'EBUSY' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'))) {
    return { kind: 'refused', reason: 'busy', detail };
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { kind: 'refused', reason: 'denied', detail };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'refused', reason: 'no-space', detail };
  return { kind: 'refused', reason: 'failed', detail };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
