import type { DiagnosticCode, DiagnosticData, Reporter } from '../../../base/diagnostics.ts';
import type { Place } from '../../../base/source.ts';

/** What is wrong with a stylesheet: kept with it, told to the reporter of each document that uses it. */
export interface Problems {
  /** The same problem at another place becomes a related place of the first. */
  add<C extends DiagnosticCode>(code: C, place: Place | undefined, data: DiagnosticData[C]): void;
  tell(reporter: Reporter): void;
}

/** Further places of one problem beyond these are not listed. */
const MAX_RELATED = 20;

interface Entry {
  readonly related: Place[];
  readonly tell: (reporter: Reporter) => void;
}

export function createProblems(): Problems {
  const entries = new Map<string, Entry>();
  return {
    add(code, place, data) {
      const key = JSON.stringify([code, data]);
      const known = entries.get(key);
      if (known !== undefined) {
        if (place !== undefined && known.related.length < MAX_RELATED) known.related.push(place);
        return;
      }
      const related: Place[] = [];
      entries.set(key, { related, tell: (reporter) => reporter.report(code, place, data, related) });
    },
    tell(reporter) {
      for (const entry of entries.values()) entry.tell(reporter);
    },
  };
}
