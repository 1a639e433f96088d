import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** A room imports from rooms before it, never from one after it. */
const ROOMS = [
  'base',
  'words',
  'config',
  'article',
  'template',
  'document',
  'asset',
  'hyphenate',
  'text',
  'layout',
  'fit',
  'paint',
  'output',
  'proof',
  'render.ts',
  'build',
  'cli',
];

/** A foreign engine → the one file or folder that knows it. */
const ENGINES: Readonly<Record<string, string>> = {
  '@hyzyla/pdfium': 'proof/',
  'css-select': 'document/',
  'css-tree': 'document/',
  'fast-glob': 'cli/node-host.ts',
  fontkit: 'asset/font/',
  handlebars: 'template/',
  linebreak: 'text/',
  'mdast-util-from-markdown': 'article/',
  'node:child_process': 'cli/',
  'node:fs': 'cli/',
  'node:fs/promises': 'cli/',
  parse5: 'document/',
  pdfkit: 'output/',
  picocolors: 'cli/',
  qrcode: 'asset/qr/',
  sharp: 'asset/',
  yaml: 'config/read-yaml.ts',
  yargs: 'cli/',
  'zxing-wasm': 'proof/',
};

/** The program reaches no network. */
const FORBIDDEN = /^(node:)?(http|https|http2|net|tls|dgram|dns)$/;

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.endsWith('.ts'))
  .sort();

const imports: readonly Import[] = files.flatMap((from) => {
  const text = readFileSync(path.join(SRC, from), 'utf8');
  const found = text.matchAll(
    /(?:^|[^\w.])(?:import|export)\b[^'"`;()]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm,
  );
  return [...found].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    return { from, to: target.startsWith('.') ? path.posix.join(path.posix.dirname(from), target) : target };
  });
});

const roomOf = (file: string): number => ROOMS.findIndex((room) => file === room || file.startsWith(`${room}/`));
const isInner = (target: string): boolean => files.includes(target);
const bare = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

describe('the rooms', () => {
  it('hold every file', () => {
    expect(files.filter((file) => roomOf(file) === -1)).toEqual([]);
  });

  it('import only from rooms before them', () => {
    const wrong = imports.filter(({ from, to }) => isInner(to) && roomOf(to) > roomOf(from));
    expect(wrong).toEqual([]);
  });

  it('have no cycle between files, types included', () => {
    expect(cycles()).toEqual([]);
  });
});

describe('foreign engines', () => {
  it('are known in one place each', () => {
    const wrong = imports.filter(({ from, to }) => {
      const home = ENGINES[bare(to)] ?? ENGINES[to];
      return home !== undefined && !from.startsWith(home);
    });
    expect(wrong).toEqual([]);
  });

  it('are never the network', () => {
    expect(imports.filter(({ to }) => FORBIDDEN.test(to))).toEqual([]);
    const fetching = files.filter((file) => /(?<![.\w])fetch\(/.test(readFileSync(path.join(SRC, file), 'utf8')));
    expect(fetching).toEqual([]);
  });
});

describe('same input, same bytes', () => {
  it('no locale, no chance, and no clock but the host’s', () => {
    const wrong = files
      .filter((file) => !file.startsWith('cli/'))
      .flatMap((file) => {
        const code = readFileSync(path.join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        return [
          ...code.matchAll(
            /\bMath\.random|\bDate\.now|new Date\(\)|\.toLocale\w+|localeCompare|\bprocess\.|\bconsole\./g,
          ),
        ].map((match) => `${file}: ${match[0]}`);
      });
    expect(wrong).toEqual([]);
  });
});

/** Every import that closes a circle, found by a walk with three colours. */
function cycles(): readonly string[] {
  const edges = new Map<string, string[]>();
  for (const { from, to } of imports) if (isInner(to)) edges.set(from, [...(edges.get(from) ?? []), to]);
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const next of edges.get(file) ?? []) walk(next, [...trail, file]);
    state.set(file, 'done');
  };
  for (const file of files) walk(file, []);
  return found;
}
