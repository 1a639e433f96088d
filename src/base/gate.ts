import { posix } from 'node:path';

/** Names that Windows takes for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;

/** Longest path, in UTF-16 units, that an article may name. */
const MAX_PATH_LENGTH = 1024;

/** Whether a single name is a device on Windows (`CON`, `aux.md`). */
export function isDeviceName(name: string): boolean {
  return DEVICE.test(name.trim());
}

/**
 * The lexical half of the gate: the plain, normalised form of a path below a root, or `undefined` when it is none.
 * Refused on every platform alike: absolute paths, drives and schemes (`:`), `\`, `~` in front, percent-encoding of
 * `.` `/` `\`, control characters, names that Windows changes silently (trailing dot or space, devices), and whatever
 * leaves the root. The real path is checked by the host.
 */
export function normalizeInside(relative: string): string | undefined {
  if (relative === '' || relative.length > MAX_PATH_LENGTH) return undefined;
  if (/[\\:\u0000-\u001f\u007f]/.test(relative) || /%(2e|2f|5c)/i.test(relative)) return undefined;
  if (relative.startsWith('/') || relative.startsWith('~')) return undefined;
  const normal = posix.normalize(relative);
  if (normal === '.' || normal.endsWith('/')) return undefined;
  const names = normal.split('/');
  if (names.some((name) => name === '..' || name === '' || /[. ]$/.test(name) || isDeviceName(name))) return undefined;
  return normal;
}
