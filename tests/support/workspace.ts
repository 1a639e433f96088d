import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Diagnostic } from '../../src/base/diagnostics.ts';
import type { Host } from '../../src/base/host.ts';
import { runBuild } from '../../src/build/run-build.ts';
import type { BuildOptions, BuildResult } from '../../src/build/types.ts';
import { createNodeHost } from '../../src/cli/node-host.ts';
import { describeDiagnostic } from '../../src/words/describe.ts';

/** Front matter as it stands in the file: values are not quoted here. `undefined` leaves a key out. */
export type Facts = Readonly<Record<string, string | undefined>>;

/** A workspace on the real disk, in a folder of its own below the system's temporary one. */
export interface TestWorkspace {
  /** Absolute. */
  readonly folder: string;
  /** Absolute: the folder around it, outside the workspace. */
  readonly parent: string;
  put(relative: string, content: string | Uint8Array): void;
  /** `articles/<name>.md`, complete but for what `facts` changes. */
  article(name: string, facts?: Facts, body?: string): void;
  delete(relative: string): void;
  /** With the real host, without the proof unless asked. */
  build(options?: Partial<BuildOptions>, host?: Host): Promise<BuildResult>;
  /** Of the folder `output`, sorted, without the record. */
  outputs(): readonly string[];
  readOutput(relative: string): Uint8Array;
  remove(): void;
}

export function createWorkspace(): TestWorkspace {
  const parent = mkdtempSync(path.join(tmpdir(), 'buletin-acceptance-'));
  const folder = path.join(parent, 'ws');
  const output = path.join(folder, 'output');
  mkdirSync(folder);
  const put: TestWorkspace['put'] = (relative, content) => {
    const file = path.join(folder, relative);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  return {
    folder,
    parent,
    put,
    article: (name, facts, body) => put(`articles/${name}.md`, articleText(name, facts, body)),
    delete: (relative) => rmSync(path.join(folder, relative), { recursive: true }),
    build: (options = {}, host = createNodeHost()) =>
      runBuild({ ...defaults, workspace: folder, outputFolder: output, ...options }, host, () => undefined),
    outputs: () =>
      existsSync(output)
        ? readdirSync(output, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile() && entry.name !== 'buletin-record.json')
            .map((entry) => path.relative(output, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
            .sort()
        : [],
    readOutput: (relative) => new Uint8Array(readFileSync(path.join(output, relative))),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

const defaults: Omit<BuildOptions, 'workspace' | 'outputFolder'> = {
  patterns: [],
  layout: undefined,
  paper: undefined,
  drafts: false,
  merge: false,
  verify: false,
  clean: false,
  write: true,
  program: 'buletin 0.0.0',
};

const DEFAULT_BODY = 'Layanan dibuka setiap hari kerja di kantor kecamatan.\n';

export function articleText(name: string, facts: Facts = {}, body = DEFAULT_BODY): string {
  const all: Facts = { title: JSON.stringify(`Judul ${name}`), date: '2021-03-01', qr: 'false', ai: 'none', ...facts };
  const lines = Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

/** `articles/a.md:3 article/no-such-day`, for errors and warnings, in order, each once. */
export function problemsOf(result: BuildResult, wanted: 'error' | 'warning' = 'error'): readonly string[] {
  const found = result.diagnostics.filter(({ severity }) => severity === wanted);
  return [...new Set(found.map(({ place, code }) => `${place?.path ?? ''}:${place?.line ?? 0} ${code}`))];
}

/** What both languages say; throws when one says nothing. */
export function spoken(diagnostic: Diagnostic): readonly string[] {
  const texts = (['id', 'en'] as const).flatMap((language) => Object.values(describeDiagnostic(diagnostic, language)));
  if (texts.some((text) => text.trim() === '' || /undefined|\[object/.test(text))) {
    throw new Error(`${diagnostic.code} says ${JSON.stringify(texts)}`);
  }
  return texts;
}
