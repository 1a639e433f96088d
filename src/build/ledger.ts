import type { Reporter } from '../base/diagnostics.ts';
import { sha256 } from '../base/digest.ts';
import type { Host } from '../base/host.ts';
import {
  JOURNAL_NAME,
  journalLine,
  type OutputRecord,
  ownership,
  RECORD_NAME,
  type RecordEntry,
  readRecord,
  serializeRecord,
} from './record.ts';

/**
 * The files of the output folder during one run: writes only over its own, removes only its own, and closes with the
 * record. The one thing in this room that changes.
 */
export interface Ledger {
  /** False after an error was reported; then what an earlier run wrote there is removed, if it can be. */
  write(output: string, source: string, bytes: Uint8Array, reporter: Reporter): Promise<boolean>;
  /** Removes what an earlier run made from this source, but not `except`. */
  removeOutputsOf(source: string, except: string | undefined, reporter: Reporter): Promise<void>;
  /** What earlier runs made, this one did not, and is still there, for entries that `isStale` accepts. */
  stale(isStale: (entry: RecordEntry) => boolean): Promise<readonly RecordEntry[]>;
  remove(entry: RecordEntry, reporter: Reporter): Promise<boolean>;
  close(reporter: Reporter): Promise<void>;
}

export function openLedger(host: Host, folder: string, record: OutputRecord): Ledger {
  const entries = new Map(record.entries.map((entry) => [entry.output, entry]));
  const known = new Map([...record.known].map(([output, digests]) => [output, new Set(digests)]));
  const made = new Set<string>();
  /** Wanted by an article, and not written. */
  const refused = new Set<string>();
  const absolute = (output: string): string => host.path.join(folder, ...output.split('/'));

  const remove = async (entry: RecordEntry, reporter: Reporter): Promise<boolean> => {
    const owner = await ownership(host, folder, entry.output, known.get(entry.output) ?? new Set());
    const gone = owner === 'none' || (owner === 'ours' && (await host.removeFile(absolute(entry.output))));
    if (!gone) reporter.report('build/not-removed', undefined, { file: entry.output });
    entries.delete(entry.output);
    return gone;
  };

  return {
    async write(output, source, bytes, reporter) {
      const digest = sha256(bytes);
      const digests = known.get(output) ?? new Set();
      digests.add(digest);
      known.set(output, digests);
      const owner = await ownership(host, folder, output, digests);
      if (owner === 'foreign') {
        refused.add(output);
        reporter.report('build/foreign-file', undefined, { file: output });
        return false;
      }
      const entry = { output, source, digest };
      const journal = await host.appendFile(host.path.join(folder, JOURNAL_NAME), journalLine(entry));
      const result = journal.kind === 'written' ? await host.writeFile(absolute(output), bytes) : journal;
      if (result.kind === 'refused') {
        reporter.report('build/write-failed', undefined, {
          file: output,
          reason: result.reason,
          detail: result.detail,
        });
        // What an earlier run made of this article is no longer true.
        const isGone = owner === 'ours' && (await host.removeFile(absolute(output)));
        if (isGone) entries.delete(output);
        else refused.add(output);
        return false;
      }
      entries.set(output, entry);
      made.add(output);
      return true;
    },
    async removeOutputsOf(source, except, reporter) {
      const own = [...entries.values()].filter((entry) => entry.source === source && entry.output !== except);
      for (const entry of own) if (!made.has(entry.output)) await remove(entry, reporter);
    },
    async stale(isStale) {
      const stale: RecordEntry[] = [];
      for (const entry of [...entries.values()]) {
        if (made.has(entry.output) || refused.has(entry.output) || !isStale(entry)) continue;
        if ((await host.kindOf(absolute(entry.output))) === 'missing') entries.delete(entry.output);
        else stale.push(entry);
      }
      return stale;
    },
    remove,
    async close(reporter) {
      const name = host.path.join(folder, RECORD_NAME);
      // Another run may have written files meanwhile, of other articles.
      const present = await readRecord(host, folder);
      for (const entry of present?.entries ?? []) if (!known.has(entry.output)) entries.set(entry.output, entry);
      if (entries.size === 0 && (await host.kindOf(name)) === 'missing') return;
      const result = await host.writeFile(name, serializeRecord([...entries.values()]));
      if (result.kind === 'written') await host.removeFile(host.path.join(folder, JOURNAL_NAME));
      else {
        reporter.report('build/write-failed', undefined, {
          file: RECORD_NAME,
          reason: result.reason,
          detail: result.detail,
        });
      }
    },
  };
}
