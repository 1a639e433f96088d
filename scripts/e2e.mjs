// `npm run e2e`: compares boxes, colours and page breaks with headless Chromium and pages with WeasyPrint, and says which
// supported properties are shown by which pages. Exit code 1 when something disagrees that is not known to, or a
// supported property is shown by no page.
//
//   npm run e2e -- [--seed <number>] [--trees <number>] [--shrink <number>] [names of test files]
//
// `--seed` grows other random trees, `--trees` more or fewer, `--shrink` says how many that disagree are made small.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), 'buletin-e2e-report-'));
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, trees: { type: 'string' }, shrink: { type: 'string' } },
});
const asked = Object.entries(values).map(([name, value]) => [`BULETIN_E2E_${name.toUpperCase()}`, value]);
const run = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', path.join('tests', 'e2e', 'vitest.config.ts'), ...positionals],
  { cwd: root, env: { ...process.env, ...Object.fromEntries(asked), BULETIN_E2E_REPORT: folder }, encoding: 'utf8' },
);
const read = (name) => {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};
const paged = read('weasyprint.txt');
const trees = read('random.txt');
const boxes = read('report.txt');
rmSync(folder, { recursive: true, force: true });

const report = `${trees ?? ''}
${paged ?? 'WeasyPrint is not available (set WEASYPRINT to its path): 0 documents compared\n'}
${boxes ?? 'Chromium is not available (set CHROMIUM to its path): 0 boxes compared\n'}`;
// What vitest says is of use only where the report does not say it already.
if (run.status !== 0 && !report.includes(' FAIL ')) console.error(run.stdout + run.stderr);
process.stdout.write(report);
const isCovered = !report.includes('\nuncovered: ');
// Pictures and printed words are read with poppler's programs.
const isWhole = boxes !== undefined && !/^0 (pictures|printed words)/m.test(boxes);
const isEnough = process.env.BULETIN_REQUIRE_TOOLS !== '1' || isWhole;
process.exit(run.status === 0 && isCovered && isEnough ? 0 : 1);
