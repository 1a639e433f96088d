// `npm run e2e`: compares boxes, colours and page breaks with headless Chromium, and says which supported properties
// are shown by which pages. Exit code 1 when something disagrees or a supported property is shown by no page.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), 'buletin-e2e-report-'));
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', path.join('tests', 'e2e', 'vitest.config.ts'), ...process.argv.slice(2)],
  { cwd: root, env: { ...process.env, BULETIN_E2E_REPORT: folder }, encoding: 'utf8' },
);
const file = path.join(folder, 'report.txt');
const report = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
rmSync(folder, { recursive: true, force: true });

if (report === undefined && run.status === 0) {
  console.log('Chromium is not available (set CHROMIUM to its path): 0 boxes compared');
  process.exit(process.env.BULETIN_REQUIRE_TOOLS === '1' ? 1 : 0);
}
if (report === undefined) {
  console.error(run.stdout + run.stderr);
  process.exit(1);
}
const isCovered = !report.includes('\nuncovered: ');
// Pictures and printed words are read with poppler's programs.
const isWhole = process.env.BULETIN_REQUIRE_TOOLS !== '1' || !/^0 (pictures|printed words)/m.test(report);
// What vitest says is of use only where the report does not say it already.
if (run.status !== 0 && !report.includes(' FAIL ')) console.error(run.stdout + run.stderr);
process.stdout.write(report);
process.exit(run.status === 0 && isCovered && isWhole ? 0 : 1);
