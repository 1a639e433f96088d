import type { ArticleData } from './codes/article.ts';
import { articleSeverity } from './codes/article.ts';
import type { AssetData } from './codes/asset.ts';
import { assetSeverity } from './codes/asset.ts';
import type { BuildData } from './codes/build.ts';
import { buildSeverity } from './codes/build.ts';
import type { ConfigData } from './codes/config.ts';
import { configSeverity } from './codes/config.ts';
import type { DocumentData } from './codes/document.ts';
import { documentSeverity } from './codes/document.ts';
import type { FitData } from './codes/fit.ts';
import { fitSeverity } from './codes/fit.ts';
import type { LayoutData } from './codes/layout.ts';
import { layoutSeverity } from './codes/layout.ts';
import type { OutputData } from './codes/output.ts';
import { outputSeverity } from './codes/output.ts';
import type { ProofData } from './codes/proof.ts';
import { proofSeverity } from './codes/proof.ts';
import type { TemplateData } from './codes/template.ts';
import { templateSeverity } from './codes/template.ts';
import type { TextData } from './codes/text.ts';
import { textSeverity } from './codes/text.ts';
import type { Severity } from './severity.ts';
import type { Place } from './source.ts';

/** Every diagnostic there is: code → the facts its message needs. Codes are permanent and searchable. */
export interface DiagnosticData
  extends ArticleData,
    AssetData,
    BuildData,
    ConfigData,
    DocumentData,
    FitData,
    LayoutData,
    OutputData,
    ProofData,
    TemplateData,
    TextData {}

export type DiagnosticCode = keyof DiagnosticData;

const severities: { readonly [C in DiagnosticCode]: Severity } = {
  ...articleSeverity,
  ...assetSeverity,
  ...buildSeverity,
  ...configSeverity,
  ...documentSeverity,
  ...fitSeverity,
  ...layoutSeverity,
  ...outputSeverity,
  ...proofSeverity,
  ...templateSeverity,
  ...textSeverity,
};

export const diagnosticCodes = Object.keys(severities).sort() as readonly DiagnosticCode[];

/** The words of a diagnostic are not here but in `words/`, by code and language. */
export type Diagnostic = { readonly [C in DiagnosticCode]: DiagnosticOf<C> }[DiagnosticCode];

interface DiagnosticOf<C extends DiagnosticCode> {
  readonly code: C;
  readonly severity: Severity;
  /** Absent only if nothing in the workspace is to blame. */
  readonly place: Place | undefined;
  readonly data: DiagnosticData[C];
  /** Other places that have to do with it, such as the second of two articles with one name. */
  readonly related: readonly Place[];
}

/** Where bad input is reported. A broken program throws instead. */
export interface Reporter {
  report<C extends DiagnosticCode>(
    code: C,
    place: Place | undefined,
    data: DiagnosticData[C],
    related?: readonly Place[],
  ): void;
}

/** A reporter that keeps what it was told, in order, each diagnostic once. */
export interface DiagnosticList extends Reporter {
  readonly all: readonly Diagnostic[];
  hasErrors(): boolean;
  /** Takes over what another list holds. */
  add(diagnostics: readonly Diagnostic[]): void;
}

export function createDiagnosticList(): DiagnosticList {
  const all: Diagnostic[] = [];
  const seen = new Set<string>();
  const push = (diagnostic: Diagnostic): void => {
    const key = JSON.stringify(diagnostic);
    if (seen.has(key)) return;
    seen.add(key);
    all.push(diagnostic);
  };
  return {
    all,
    report(code, place, data, related = []) {
      push({ code, severity: severities[code], place, data, related } as unknown as Diagnostic);
    },
    hasErrors: () => all.some((diagnostic) => diagnostic.severity === 'error'),
    add(diagnostics) {
      for (const diagnostic of diagnostics) push(diagnostic);
    },
  };
}

/** By path, line, column and code, so that the same problems always print in the same order. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...diagnostics].sort(
    (a, b) =>
      text(a.place?.path ?? '', b.place?.path ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      text(a.code, b.code),
  );
}

export function severityOf(code: DiagnosticCode): Severity {
  return severities[code];
}
