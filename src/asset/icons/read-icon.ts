import { createRequire } from 'node:module';
import type { Host } from '../../base/host.ts';
import { createBoundedCache } from '../bounded-cache.ts';
import { OWN_ICONS } from './own-icons.ts';

const MAX_ICON_BYTES = 64 * 1024;
const cache = createBoundedCache<Uint8Array>(64);

/**
 * The SVG file of an icon: our own, or the one file of `simple-icons` (loading the package would read all of them).
 * `undefined` when there is none.
 */
export async function readIcon(name: string, host: Host): Promise<Uint8Array | undefined> {
  const own = Object.hasOwn(OWN_ICONS, name) ? OWN_ICONS[name] : undefined;
  if (own !== undefined) return new TextEncoder().encode(own);
  if (!/^[a-z0-9]{1,64}$/.test(name)) return undefined;
  const known = cache.get(name);
  if (known !== undefined) return known;
  const file = iconFile(name, host);
  const result = file === undefined ? undefined : await host.readFile(file, MAX_ICON_BYTES);
  if (result?.kind !== 'read') return undefined;
  cache.set(name, result.bytes);
  return result.bytes;
}

/** Where the package manager put the package is the package manager's business. */
function iconFile(name: string, host: Host): string | undefined {
  try {
    return createRequire(host.path.join(host.programFolder, 'package.json')).resolve(`simple-icons/icons/${name}.svg`);
  } catch {
    return undefined;
  }
}
