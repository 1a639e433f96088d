import type { Diagnostic, Reporter } from '../base/diagnostics.ts';

/** Hands on what a list of one's own has gathered. */
export function forward(diagnostics: readonly Diagnostic[], reporter: Reporter): void {
  // Code and data belong together in each member of the union; the compiler cannot see that for the union itself.
  for (const { code, place, data, related } of diagnostics) reporter.report(code, place, data as never, related);
}
