import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Comparison } from './compare-files.ts';

export interface DocumentReport {
  readonly name: string;
  readonly comparison: Comparison;
  /** Why it differs, where that is known. */
  readonly reason: string | undefined;
  readonly diagnostics: readonly string[];
}

/** Kept for `scripts/e2e.mjs`. */
export function writeWeasyPrintReport(version: string, reports: readonly DocumentReport[]): void {
  const text = summary(version, reports);
  const folder = process.env.BULETIN_E2E_REPORT;
  if (folder !== undefined) writeFileSync(path.join(folder, 'weasyprint.txt'), text);
}

const KINDS = { breaks: 'page breaks', flow: 'words of the flow', marginBoxes: 'words of margin boxes' } as const;
const KIND_NAMES = ['breaks', 'flow', 'marginBoxes'] as const satisfies readonly (keyof typeof KINDS)[];

function summary(version: string, reports: readonly DocumentReport[]): string {
  const out = [`pages, compared with ${version}`];
  for (const { name, comparison, reason, diagnostics } of reports) {
    const differing = KIND_NAMES.flatMap((kind) => comparison[kind].differing);
    const word = differing.length === 0 ? 'ok  ' : reason === undefined ? 'FAIL' : 'diff';
    const counts = KIND_NAMES.map(
      (kind) => `${comparison[kind].count - comparison[kind].differing.length}/${comparison[kind].count}`,
    );
    out.push(`  ${word} ${name}: ${counts.join(' ')}${reason === undefined ? '' : ` (${reason})`}`);
    for (const diagnostic of diagnostics) out.push(`         ${diagnostic}`);
    for (const line of differing.slice(0, 8)) out.push(`         ${line}`);
  }
  out.push('', `${reports.length} documents compared with WeasyPrint`);
  for (const kind of KIND_NAMES) {
    const count = reports.reduce((sum, { comparison }) => sum + comparison[kind].count, 0);
    const wrong = reports.reduce((sum, { comparison }) => sum + comparison[kind].differing.length, 0);
    const percent = count === 0 ? '' : ` (${(((count - wrong) / count) * 100).toFixed(1)} %)`;
    out.push(`${count} ${KINDS[kind]}, ${count - wrong} agree${percent}`);
  }
  return `${out.join('\n')}\n`;
}
