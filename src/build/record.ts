import { sha256 } from '../base/digest.ts';
import type { Host } from '../base/host.ts';

/** Stands in the output folder: which source made which file, with which digest. */
export const RECORD_NAME = 'buletin-record.json';
/** Lines of files made since the record was last written; folded into it at the end of a run. */
export const JOURNAL_NAME = '.buletin-journal';

const MAX_RECORD_BYTES = 64 * 1024 * 1024;
/** A PDF larger than this was not made by Buletin. */
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;

export interface RecordEntry {
  /** Relative to the output folder, with `/`. */
  readonly output: string;
  /** The article, relative to the workspace; several for a merged file. */
  readonly source: string;
  /** SHA-256 of the file. */
  readonly digest: string;
}

/** What earlier runs made. An output may have several digests when a run was killed before it wrote the record. */
export interface OutputRecord {
  readonly entries: readonly RecordEntry[];
  /** Output → every digest that Buletin gave it. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** `undefined`: there is a record and it cannot be read. */
export async function readRecord(host: Host, folder: string): Promise<OutputRecord | undefined> {
  const entries = new Map<string, RecordEntry>();
  const known = new Map<string, Set<string>>();
  const take = (entry: RecordEntry): void => {
    entries.set(entry.output, entry);
    known.set(entry.output, (known.get(entry.output) ?? new Set()).add(entry.digest));
  };
  const record = await host.readFile(host.path.join(folder, RECORD_NAME), MAX_RECORD_BYTES);
  if (record.kind === 'read') {
    const parsed = parseRecord(decoder.decode(record.bytes));
    if (parsed === undefined) return undefined;
    parsed.forEach(take);
  } else if (record.reason !== 'missing') return undefined;
  const journal = await host.readFile(host.path.join(folder, JOURNAL_NAME), MAX_RECORD_BYTES);
  if (journal.kind === 'read') {
    for (const line of decoder.decode(journal.bytes).split('\n')) {
      const entry = entryOf(parseJson(line));
      if (entry !== undefined) take(entry);
    }
  }
  return { entries: [...entries.values()], known };
}

/** Says that a file is about to be written, so that a killed run leaves no file that nobody owns. */
export function journalLine(entry: RecordEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

export function serializeRecord(entries: readonly RecordEntry[]): Uint8Array {
  const sorted = [...entries].sort((a, b) => (a.output < b.output ? -1 : a.output > b.output ? 1 : 0));
  const lines = sorted.map(({ output, source, digest }) => `    ${JSON.stringify({ output, source, digest })}`);
  return encoder.encode(
    `{\n  "version": 1,\n  "files": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`,
  );
}

/** Whether the file that stands at `output` is one that Buletin wrote, unchanged. */
export async function ownership(
  host: Host,
  folder: string,
  output: string,
  digests: ReadonlySet<string>,
): Promise<'none' | 'ours' | 'foreign'> {
  const file = host.path.join(folder, ...output.split('/'));
  const kind = await host.kindOf(file);
  if (kind === 'missing') return 'none';
  if (kind !== 'file') return 'foreign';
  const read = await host.readFile(file, MAX_OUTPUT_BYTES);
  return read.kind === 'read' && digests.has(sha256(read.bytes)) ? 'ours' : 'foreign';
}

function parseRecord(text: string): readonly RecordEntry[] | undefined {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('files' in value) || !Array.isArray(value.files))
    return undefined;
  const entries = value.files.map(entryOf);
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

/** An entry whose path is not a plain one below the output folder is none: nothing outside is ever removed. */
function entryOf(value: unknown): RecordEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { output, source, digest } = value as Readonly<Record<string, unknown>>;
  if (typeof output !== 'string' || typeof source !== 'string' || typeof digest !== 'string') return undefined;
  const isPlain = /^[^/\\:\0]+(\/[^/\\:\0]+)*$/.test(output) && !output.split('/').includes('..');
  return isPlain && output.endsWith('.pdf') ? { output, source, digest } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
