import type { Reporter } from '../../base/diagnostics.ts';
import type { Host } from '../../base/host.ts';
import type { FontCatalogue, FontFace } from '../types.ts';
import { type CatalogueFace, type CatalogueFile, readCatalogueFile } from './catalogue-file.ts';
import { createFontCatalogue } from './font-catalogue.ts';
import { createFace, type FontLibrary, loadFontLibrary } from './fontkit-face.ts';
import { loadUserFonts } from './user-fonts.ts';

const MEBIBYTE = 2 ** 20;
const LARGEST_BUILT_IN = 16 * MEBIBYTE;

/**
 * The fonts of the workspace's `fonts/` folder and those that come with the program, as one catalogue. Font files are
 * read here and parsed when a face is first used. What cannot be used is reported and left out. Throws when the program
 * has no font at all.
 */
export async function loadFonts(host: Host, workspace: string, reporter: Reporter): Promise<FontCatalogue> {
  const [library, file] = await Promise.all([loadFontLibrary(), loadCatalogueFile(host)]);
  const [userFaces, builtIn] = await Promise.all([
    loadUserFonts({ host, workspace, library }, reporter),
    loadBuiltInFaces(host, library, file, reporter),
  ]);
  const taken = new Set(userFaces.map((face) => face.id));
  return createFontCatalogue({
    faces: [...userFaces, ...builtIn.filter((face) => !taken.has(face.id))],
    generics: file.generics,
    fallbacks: file.fallbacks,
  });
}

async function loadCatalogueFile(host: Host): Promise<CatalogueFile> {
  const path = host.path.join(host.programFolder, 'fonts', 'catalogue.yaml');
  const result = await host.readFile(path, MEBIBYTE);
  if (result.kind === 'refused') throw new Error(`${path} is ${result.reason}.`);
  return readCatalogueFile(new TextDecoder('utf-8', { fatal: true }).decode(result.bytes));
}

async function loadBuiltInFaces(
  host: Host,
  library: FontLibrary,
  file: CatalogueFile,
  reporter: Reporter,
): Promise<readonly FontFace[]> {
  const folders = new Map<string, Promise<string | undefined>>();
  const folderOf = (name: string): Promise<string | undefined> => {
    const known = folders.get(name) ?? findPackage(host, name);
    folders.set(name, known);
    return known;
  };
  const faces = await Promise.all(file.faces.map((face) => readBuiltIn(face, host, library, folderOf(face.package))));
  const missing = new Set(file.faces.filter((_, index) => faces[index] === undefined).map((face) => face.package));
  for (const name of missing) reporter.report('text/font-package-missing', undefined, { package: name });
  return faces.filter((face) => face !== undefined);
}

async function readBuiltIn(
  face: CatalogueFace,
  host: Host,
  library: FontLibrary,
  finding: Promise<string | undefined>,
): Promise<FontFace | undefined> {
  const folder = await finding;
  if (folder === undefined) return undefined;
  const result = await host.readFile(host.path.join(folder, ...face.file.split('/')), LARGEST_BUILT_IN);
  return result.kind === 'read' ? createFace(library, { ...face, bytes: result.bytes }) : undefined;
}

/**
 * As Node finds packages: `node_modules` of the program's folder, then of the folders above it, where an installation
 * as a dependency has put them.
 */
async function findPackage(host: Host, name: string): Promise<string | undefined> {
  let folder = host.path.resolve(host.programFolder);
  for (;;) {
    const candidate = host.path.join(folder, 'node_modules', ...name.split('/'));
    if ((await host.kindOf(host.path.join(candidate, 'package.json'))) === 'file') return candidate;
    const parent = host.path.dirname(folder);
    // The root is its own parent.
    if (parent === folder) return undefined;
    folder = parent;
  }
}
