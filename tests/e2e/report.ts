import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Disagreement } from './boxes.ts';
import { type Declaration, kindOf, longhandsOf, supportedProperties, unusedKeywords, unusedNames } from './coverage.ts';

export interface PageReport {
  readonly name: string;
  readonly compared: number;
  readonly disagreements: readonly Disagreement[];
  readonly diagnostics: readonly string[];
  readonly declarations: readonly Declaration[];
  /** Shorthands and other names that the page uses. */
  readonly otherNames: readonly string[];
}

/** One kind of comparison: boxes, pictures or printed pages. */
export interface KindReport {
  readonly browser: string;
  readonly pages: readonly PageReport[];
}

type Kind = 'boxes' | 'paint' | 'print';

/** Kept for `scripts/e2e.mjs`, which prints all kinds together. */
export function writeReport(kind: Kind, report: KindReport): void {
  const folder = process.env.BULETIN_E2E_REPORT;
  if (folder === undefined) return;
  writeFileSync(path.join(folder, `${kind}.json`), JSON.stringify(report));
  writeFileSync(path.join(folder, 'report.txt'), summary(readReports(folder)));
}

function readReports(folder: string): ReadonlyMap<Kind, KindReport> {
  const kinds: readonly Kind[] = ['boxes', 'paint', 'print'];
  const found = new Map<Kind, KindReport>();
  for (const kind of kinds) {
    const file = path.join(folder, `${kind}.json`);
    if (existsSync(file)) found.set(kind, JSON.parse(readFileSync(file, 'utf8')) as KindReport);
  }
  return found;
}

const UNITS: Readonly<Record<Kind, string>> = { boxes: 'boxes', paint: 'pictures', print: 'printed words' };

/** The last line is `N boxes, N agree`; `uncovered:` stands before it when a supported property is not shown. */
function summary(reports: ReadonlyMap<Kind, KindReport>): string {
  const out: string[] = [];
  const count = (pages: readonly PageReport[]): { compared: number; agree: number } => {
    const compared = pages.reduce((sum, page) => sum + page.compared, 0);
    const wrong = pages.reduce((sum, page) => sum + page.disagreements.length, 0);
    return { compared, agree: compared - wrong };
  };
  for (const [kind, report] of reports) {
    out.push(`${UNITS[kind]}, compared with ${report.browser}`);
    for (const page of [...report.pages].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { compared, agree } = count([page]);
      out.push(`  ${agree === compared ? 'ok  ' : 'FAIL'} ${page.name}: ${compared} compared, ${agree} agree`);
      for (const diagnostic of page.diagnostics) out.push(`         ${diagnostic}`);
      for (const { label, what, ours, theirs } of page.disagreements.slice(0, 12)) {
        out.push(`         ${label} ${what}: ours ${ours}, theirs ${theirs}`);
      }
    }
  }
  out.push('', ...coverage(reports));
  const totals = [...reports].map(([kind, report]) => ({ kind, ...count(report.pages) }));
  for (const { kind, compared, agree } of totals.filter((one) => one.kind !== 'boxes')) {
    out.push(`${compared} ${UNITS[kind]}, ${agree} agree`);
  }
  for (const { compared, agree } of totals.filter((one) => one.kind === 'boxes')) {
    out.push(`${compared} boxes, ${agree} agree`);
  }
  return `${out.join('\n')}\n`;
}

const isEmpty = (report: KindReport | undefined): boolean =>
  report?.pages.every(({ compared }) => compared === 0) ?? false;

/** Supported property → how many pages show that it matters, and which keywords none of them uses. */
function coverage(reports: ReadonlyMap<Kind, KindReport>): readonly string[] {
  const pagesOf = new Map<string, Set<string>>();
  const valuesOf = new Map<string, Set<string>>();
  for (const report of reports.values()) {
    for (const page of report.pages) {
      for (const declaration of page.declarations.filter(({ matters }) => matters)) {
        for (const name of longhandsOf(declaration.property)) {
          addTo(pagesOf, name, page.name);
          for (const word of declaration.value.split(/[\s,]+/)) addTo(valuesOf, name, word);
        }
      }
    }
  }
  const lines = ['supported property: pages in which it changes what is compared'];
  const uncovered: string[] = [];
  for (const name of supportedProperties) {
    const kind = kindOf(name);
    if (kind === 'none') {
      lines.push(`  ${name}: nothing to compare with`);
      continue;
    }
    if (kind === 'paged' && isEmpty(reports.get('print'))) {
      lines.push(`  ${name}: not compared, pdftotext is not installed`);
      continue;
    }
    const pages = pagesOf.get(name)?.size ?? 0;
    const unused = unusedKeywords(name, valuesOf.get(name) ?? new Set());
    lines.push(`  ${name}: ${pages}${unused.length === 0 ? '' : ` (not shown: ${unused.join(', ')})`}`);
    if (pages === 0) uncovered.push(name);
  }
  const shown = supportedProperties.filter((name) => kindOf(name) !== 'none').length;
  lines.push(`${shown} properties, ${shown - uncovered.length} shown to matter`);
  const unused = unusedNames(
    new Set([...reports.values()].flatMap(({ pages }) => pages.flatMap((page) => page.otherNames))),
  );
  lines.push(unused.length === 0 ? 'every shorthand and other name is used' : `not used: ${unused.join(', ')}`);
  uncovered.push(...unused);
  return uncovered.length === 0 ? lines : [...lines, `uncovered: ${uncovered.join(', ')}`];
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
