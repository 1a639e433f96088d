import type { Reporter } from '../base/diagnostics.ts';
import { sha256 } from '../base/digest.ts';
import { isDeviceName } from '../base/gate.ts';
import type { Host } from '../base/host.ts';
import { nearestName } from '../base/nearest-name.ts';
import type { SourceFile } from '../base/source.ts';
import { decodeText } from '../config/decode-text.ts';
import { compileLayout } from './compile-layout.ts';
import { readSettings } from './read-settings.ts';
import type { Layout } from './types.ts';

export interface LayoutContext {
  readonly host: Host;
  /** Absolute. */
  readonly workspace: string;
}

/** Of one file of a layout. */
const MAX_KIBIBYTES = 256;
const MAX_PARTIALS = 64;

/**
 * The layout of a name, from the workspace's `templates/` or the program's. `undefined` when an error was reported:
 * there is none, a file is missing or cannot be read, or its templates are wrong.
 */
export async function loadLayout(
  name: string,
  context: LayoutContext,
  reporter: Reporter,
): Promise<Layout | undefined> {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name) || isDeviceName(name)) {
    reporter.report('template/unsafe-layout-name', undefined, { layout: name });
    return undefined;
  }
  const { host } = context;
  const root = await rootOf(name, context);
  if (root === undefined) {
    const known = await knownLayouts(context);
    reporter.report('template/unknown-layout', undefined, { layout: name, nearest: nearestName(name, known), known });
    return undefined;
  }
  const folder = host.path.join(root, 'templates', name);
  const files = await readFiles(name, { host, root, folder }, reporter);
  if (files === undefined) return undefined;
  const settings = readSettings(files.settings, name, reporter);
  const compiled = compileLayout({ layout: files.layout, partials: files.partials }, reporter);
  if (settings === undefined || compiled === undefined) return undefined;
  const texts = [files.layout, files.style, files.settings, ...files.partials.map((partial) => partial.source)];
  return {
    settings,
    folder,
    stylesheets: [files.style],
    digest: sha256(JSON.stringify(texts.map((file) => [file?.path ?? '', file?.text ?? '']))),
    ...compiled,
  };
}

/** The folder whose `templates/` has the layout. */
async function rootOf(name: string, context: LayoutContext): Promise<string | undefined> {
  for (const root of [context.workspace, context.host.programFolder]) {
    const folder = context.host.path.join(root, 'templates', name);
    if ((await context.host.kindOf(folder)) === 'folder') return root;
  }
  return undefined;
}

/** Names of all layouts, sorted. */
async function knownLayouts(context: LayoutContext): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const root of [context.workspace, context.host.programFolder]) {
    const found = await context.host.glob(['*/layout.hbs'], context.host.path.join(root, 'templates'));
    for (const path of found) names.add(path.split('/')[0] ?? '');
  }
  return [...names].sort();
}

interface LayoutFolder {
  readonly host: Host;
  readonly root: string;
  readonly folder: string;
}

interface LayoutFiles {
  readonly layout: SourceFile;
  readonly style: SourceFile;
  readonly settings: SourceFile | undefined;
  readonly partials: readonly { readonly name: string; readonly source: SourceFile }[];
}

async function readFiles(name: string, from: LayoutFolder, reporter: Reporter): Promise<LayoutFiles | undefined> {
  const layout = await readText(name, 'layout.hbs', from, reporter);
  const style = await readText(name, 'style.css', from, reporter);
  const settingsKind = await from.host.kindOf(from.host.path.join(from.folder, 'layout.yaml'));
  const settings = settingsKind === 'missing' ? undefined : await readText(name, 'layout.yaml', from, reporter);
  const paths = await from.host.glob(['*.hbs'], from.host.path.join(from.folder, 'partials'));
  if (paths.length > MAX_PARTIALS) {
    const data = { layout: name, count: paths.length, max: MAX_PARTIALS };
    reporter.report('template/too-many-partials', undefined, data);
    return undefined;
  }
  const partials: { name: string; source: SourceFile }[] = [];
  for (const path of paths) {
    const source = await readText(name, `partials/${path}`, from, reporter);
    if (source !== undefined) partials.push({ name: path.replace(/\.hbs$/, ''), source });
  }
  const whole = partials.length === paths.length && (settings !== undefined || settingsKind === 'missing');
  return layout === undefined || style === undefined || !whole ? undefined : { layout, style, settings, partials };
}

/** Through the gate: a layout names nothing outside its workspace or the program. */
async function readText(
  name: string,
  file: string,
  from: LayoutFolder,
  reporter: Reporter,
): Promise<SourceFile | undefined> {
  const path = `templates/${name}/${file}`;
  const result = await from.host.readInside(from.root, path, MAX_KIBIBYTES * 1024);
  if (result.kind === 'read') return decodeText(path, result.bytes, MAX_KIBIBYTES, reporter);
  const { reason } = result;
  if (reason === 'missing') {
    reporter.report('template/missing-file', undefined, { layout: name, file });
  } else if (reason === 'empty') {
    return decodeText(path, new Uint8Array(), MAX_KIBIBYTES, reporter);
  } else {
    const place = { path, line: 1, column: 1 };
    reporter.report('template/unreadable-file', place, { file: path, reason, maxKilobytes: MAX_KIBIBYTES });
  }
  return undefined;
}
