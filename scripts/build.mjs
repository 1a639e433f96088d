// Bundles src/ into dist/ when dist/ is missing or older than a source. `--force` bundles in any case,
// `--out <folder>` into a folder elsewhere.
// One file for what a command needs at once is read three times as fast as the hundreds that it is made of; what is
// imported when it is needed stays a file of its own. Types are checked by `npm run types`.
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = path.join(root, 'dist', '.built');

/** What starts a process, and what the benchmark calls. They lie as deep in dist/ as in src/. */
const ENTRIES = ['cli/main', 'cli/font-trial-child', 'cli/node-host', 'build/run-build'];

/** They bring WebAssembly or a machine's own code, which they look for beside themselves. */
const EXTERNAL = [/^@hyzyla\/pdfium/, /^sharp/];

const newest = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs), 0);

const isFresh = () =>
  existsSync(stamp) &&
  statSync(stamp).mtimeMs >
    Math.max(
      newest(path.join(root, 'src')),
      ...['scripts/build.mjs', 'package-lock.json'].map((name) => statSync(path.join(root, name)).mtimeMs),
    );

export async function build({ force = false } = {}) {
  if (!force && isFresh()) return;
  const dist = path.join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  await bundleInto(dist);
  writeFileSync(stamp, '');
}

async function bundleInto(folder) {
  let rolldown;
  try {
    ({ rolldown } = await import('rolldown'));
  } catch (error) {
    console.error(`Alat pembangun tidak dapat dipakai. Jalankan: npm ci --include=dev\n${error.message}`);
    console.error('The build tool cannot be used. Run: npm ci --include=dev');
    process.exit(1);
  }
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(ENTRIES.map((name) => [name, `src/${name}.ts`])),
    platform: 'node',
    external: EXTERNAL,
    logLevel: 'warn',
  });
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    sourcemap: true,
  });
  await bundle.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { force: { type: 'boolean' }, out: { type: 'string' } } });
  await (values.out === undefined ? build({ force: values.force }) : bundleInto(path.resolve(values.out)));
}
