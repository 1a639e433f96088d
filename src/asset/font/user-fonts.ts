import type { Reporter } from '../../base/diagnostics.ts';
import type { Host } from '../../base/host.ts';
import type { Place } from '../../base/source.ts';
import type { FontFace } from '../types.ts';
import { createFace, type FontLibrary, readFontNames } from './fontkit-face.ts';

const LARGEST_MIB = 32;
/** More than any office needs; each file is read and tried. */
const MOST_FILES = 200;

export interface UserFontContext {
  readonly host: Host;
  readonly workspace: string;
  readonly library: FontLibrary;
}

/**
 * Every `.ttf` and `.otf` file below `fonts/` of the workspace, in the order of their paths. Each is tried by the host
 * in a process of its own before it is opened here: fonts can be made so that opening them never ends.
 */
export async function loadUserFonts(context: UserFontContext, reporter: Reporter): Promise<readonly FontFace[]> {
  const paths = await context.host.glob(['fonts/**/*'], context.workspace);
  const faces: FontFace[] = [];
  const ids = new Set<string>();
  const taken = new Map<string, string>();
  let files = 0;
  for (const path of paths) {
    const kind = kindOf(path);
    if (kind === 'no-font') continue;
    if (kind === 'other-format') {
      reporter.report('text/font-format', placeOf(path), { path, format: extensionOf(path) });
      continue;
    }
    files += 1;
    if (files > MOST_FILES) {
      reporter.report('text/font-too-many', placeOf(path), { path, most: MOST_FILES });
      break;
    }
    const face = await loadUserFont(path, context, ids, reporter);
    if (face === undefined) continue;
    const key = `${face.family.toLowerCase()} ${face.weight} ${face.style}`;
    const other = taken.get(key);
    if (other !== undefined) {
      reporter.report('text/font-duplicate', placeOf(path), { path, other, family: face.family }, [placeOf(other)]);
      continue;
    }
    taken.set(key, path);
    ids.add(face.id);
    faces.push(face);
  }
  return faces;
}

async function loadUserFont(
  path: string,
  context: UserFontContext,
  ids: ReadonlySet<string>,
  reporter: Reporter,
): Promise<FontFace | undefined> {
  const { host, workspace, library } = context;
  const place = placeOf(path);
  const result = await host.readInside(workspace, path, LARGEST_MIB * 2 ** 20);
  if (result.kind === 'refused') {
    if (result.reason === 'too-large') reporter.report('text/font-too-large', place, { path, limitMib: LARGEST_MIB });
    else reporter.report('text/font-unreadable', place, { path });
    return undefined;
  }
  const { bytes } = result;
  const verdict = (await host.tryFont?.(bytes)) ?? 'good';
  if (verdict === 'timeout') {
    reporter.report('text/font-too-slow', place, { path });
    return undefined;
  }
  try {
    if (verdict === 'bad') throw new Error('The font failed its trial.');
    const names = readFontNames(library, bytes);
    if (names.embeddingForbidden) {
      reporter.report('text/font-not-embeddable', place, { path, family: names.family });
      return undefined;
    }
    return createFace(library, { ...names, id: freeId(names.postscriptName, ids), bytes });
  } catch {
    reporter.report('text/font-unreadable', place, { path });
    return undefined;
  }
}

/** A font with the PostScript name of another one gets a number: ids are unique. */
function freeId(name: string, ids: ReadonlySet<string>): string {
  if (!ids.has(name)) return name;
  let number = 2;
  while (ids.has(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

function kindOf(path: string): 'font' | 'other-format' | 'no-font' {
  const extension = extensionOf(path);
  if (extension === 'ttf' || extension === 'otf') return 'font';
  return OTHER_FORMATS.has(extension) ? 'other-format' : 'no-font';
}

const OTHER_FORMATS = new Set(['woff', 'woff2', 'eot', 'ttc', 'otc', 'dfont', 'pfb', 'pfa']);

function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** A font file has no lines. */
function placeOf(path: string): Place {
  return { path, line: 1, column: 1 };
}
