import type { PathFault } from '../base/codes/config.ts';
import { isDeviceName } from '../base/gate.ts';
import { CONFIG_LIMITS } from './limits.ts';

/**
 * What is wrong with the written form of a path that an article or the configuration names, so that the message can
 * say what to write. The gate (`Host.readInside`) judges again where the bytes are read. `..` may go up to `depth` folders.
 */
export function findPathFault(path: string, depth: number): PathFault | undefined {
  if (path.length > CONFIG_LIMITS.pathLength) return 'too-long';
  if (/^[a-z]:[\\/]/i.test(path)) return 'absolute';
  if (/^([a-z][a-z\d+.-]+:|\/\/)/i.test(path)) return 'address';
  if (path.startsWith('/') || path.startsWith('~') || path.startsWith('\\\\')) return 'absolute';
  if (path.includes('\\')) return 'backslash';
  if (path.includes(':') || /%(2e|2f|5c)/i.test(path) || path.endsWith('/')) return 'name';
  let level = depth;
  for (const name of path.split('/')) {
    if (name === '..') level--;
    else if (name !== '.' && name !== '') {
      if (/[. ]$/.test(name) || isDeviceName(name)) return 'name';
      level++;
    }
    if (level < 0) return 'outside';
  }
  return undefined;
}

/** How many folders of the workspace stand above a file of it. */
export const folderDepth = (path: string): number => path.split('/').length - 1;
