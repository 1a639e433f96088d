import type { Diagnostic } from '../base/diagnostics.ts';
import { enWords } from './en.ts';
import { idWords } from './id.ts';
import type { MessageLanguage } from './types.ts';

export interface Described {
  /** What happened and why, one sentence. */
  readonly message: string;
  /** What to do now. */
  readonly hint: string;
}

/** The words of a diagnostic in one language. */
export function describeDiagnostic(diagnostic: Diagnostic, language: MessageLanguage): Described {
  const words = (language === 'id' ? idWords : enWords)[diagnostic.code] as {
    message(data: unknown): string;
    hint(data: unknown): string;
  };
  return { message: words.message(diagnostic.data), hint: words.hint(diagnostic.data) };
}
