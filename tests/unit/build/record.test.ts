import { describe, expect, it } from 'vitest';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import { openLedger } from '../../../src/build/ledger.ts';
import { JOURNAL_NAME, RECORD_NAME, readRecord, serializeRecord } from '../../../src/build/record.ts';
import { createMemoryHost, type MemoryHost } from '../../support/memory-host.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (host: MemoryHost, file: string): string => new TextDecoder().decode(host.files.get(file));

async function openAt(host: MemoryHost) {
  const record = await readRecord(host, '/out');
  if (record === undefined) throw new Error('the record should be readable');
  return openLedger(host, '/out', record);
}

describe('the record', () => {
  it('is sorted by output, whatever the order of work', () => {
    const a = { output: '2021/03/a.pdf', source: 'articles/a.md', digest: '1' };
    const b = { output: '2021/03/b.pdf', source: 'articles/b.md', digest: '2' };
    expect(serializeRecord([b, a])).toEqual(serializeRecord([a, b]));
    expect(JSON.parse(new TextDecoder().decode(serializeRecord([b, a])))).toEqual({ version: 1, files: [a, b] });
  });

  it('never names a file outside the output folder', async () => {
    for (const output of ['../a.pdf', '/etc/a.pdf', 'a/../../b.pdf', 'C:/a.pdf', 'a.txt']) {
      const record = JSON.stringify({ version: 1, files: [{ output, source: 's', digest: 'd' }] });
      expect(await readRecord(createMemoryHost({ [`/out/${RECORD_NAME}`]: record }), '/out')).toBeUndefined();
    }
  });

  it('that cannot be read is not taken for an empty one', async () => {
    expect(await readRecord(createMemoryHost({ [`/out/${RECORD_NAME}`]: '{"files": [' }), '/out')).toBeUndefined();
    expect(await readRecord(createMemoryHost(), '/out')).toEqual({ entries: [], known: new Map() });
  });
});

describe('the ledger', () => {
  it('writes, closes with a record and leaves no journal', async () => {
    const host = createMemoryHost();
    const reporter = createDiagnosticList();
    const ledger = await openAt(host);
    expect(await ledger.write('2021/03/a.pdf', 'articles/a.md', bytes('satu'), reporter)).toBe(true);
    await ledger.close(reporter);
    expect(reporter.all).toEqual([]);
    expect([...host.files.keys()].sort()).toEqual(['/out/2021/03/a.pdf', `/out/${RECORD_NAME}`]);
  });

  it('replaces its own file and never a foreign one', async () => {
    const host = createMemoryHost({ '/out/2021/03/b.pdf': 'milik orang' });
    const reporter = createDiagnosticList();
    const first = await openAt(host);
    await first.write('2021/03/a.pdf', 'articles/a.md', bytes('satu'), reporter);
    expect(await first.write('2021/03/b.pdf', 'articles/b.md', bytes('baru'), reporter)).toBe(false);
    await first.close(reporter);
    const second = await openAt(host);
    expect(await second.write('2021/03/a.pdf', 'articles/a.md', bytes('dua'), reporter)).toBe(true);
    expect(text(host, '/out/2021/03/a.pdf')).toBe('dua');
    expect(text(host, '/out/2021/03/b.pdf')).toBe('milik orang');
    expect(reporter.all.map((diagnostic) => [diagnostic.code, diagnostic.data])).toEqual([
      ['build/foreign-file', { file: '2021/03/b.pdf' }],
    ]);
  });

  it('knows its files again after a run that was killed before it wrote the record', async () => {
    const host = createMemoryHost();
    const reporter = createDiagnosticList();
    await (await openAt(host)).write('2021/03/a.pdf', 'articles/a.md', bytes('satu'), reporter);
    expect(host.files.has(`/out/${JOURNAL_NAME}`)).toBe(true);
    const next = await openAt(host);
    expect(await next.write('2021/03/a.pdf', 'articles/a.md', bytes('dua'), reporter)).toBe(true);
    await next.close(reporter);
    expect(reporter.all).toEqual([]);
    expect(host.files.has(`/out/${JOURNAL_NAME}`)).toBe(false);
  });

  it('removes what a failing article made earlier, but not a file that was changed since', async () => {
    const host = createMemoryHost();
    const reporter = createDiagnosticList();
    const first = await openAt(host);
    await first.write('2021/03/a.pdf', 'articles/a.md', bytes('satu'), reporter);
    await first.write('2021/03/b.pdf', 'articles/b.md', bytes('dua'), reporter);
    await first.close(reporter);
    host.files.set('/out/2021/03/b.pdf', bytes('dengan catatan tangan'));
    const second = await openAt(host);
    await second.removeOutputsOf('articles/a.md', undefined, reporter);
    await second.removeOutputsOf('articles/b.md', undefined, reporter);
    expect(host.files.has('/out/2021/03/a.pdf')).toBe(false);
    expect(host.files.has('/out/2021/03/b.pdf')).toBe(true);
    expect(reporter.all.map((diagnostic) => diagnostic.code)).toEqual(['build/not-removed']);
  });

  it('names what no article makes any more', async () => {
    const host = createMemoryHost();
    const reporter = createDiagnosticList();
    const first = await openAt(host);
    await first.write('2021/03/a.pdf', 'articles/a.md', bytes('satu'), reporter);
    await first.write('2021/03/b.pdf', 'articles/b.md', bytes('dua'), reporter);
    await first.close(reporter);
    const second = await openAt(host);
    await second.write('2021/04/a.pdf', 'articles/a.md', bytes('satu'), reporter);
    const stale = await second.stale(() => true);
    expect(stale.map((entry) => entry.output)).toEqual(['2021/03/a.pdf', '2021/03/b.pdf']);
    for (const entry of stale) await second.remove(entry, reporter);
    await second.close(reporter);
    expect([...host.files.keys()].filter((name) => name.endsWith('.pdf'))).toEqual(['/out/2021/04/a.pdf']);
  });

  it('forgets what somebody has deleted', async () => {
    const host = createMemoryHost();
    const reporter = createDiagnosticList();
    const first = await openAt(host);
    await first.write('2021/03/a.pdf', 'articles/a.md', bytes('satu'), reporter);
    await first.close(reporter);
    host.files.delete('/out/2021/03/a.pdf');
    const second = await openAt(host);
    expect(await second.stale(() => true)).toEqual([]);
  });

  it('says why a file was not written, and does not claim it', async () => {
    const host = createMemoryHost();
    const reporter = createDiagnosticList();
    host.failing.set('/out/2021/03/a.pdf', 'busy');
    const ledger = await openAt(host);
    expect(await ledger.write('2021/03/a.pdf', 'articles/a.md', bytes('satu'), reporter)).toBe(false);
    await ledger.close(reporter);
    expect(reporter.all.map((diagnostic) => [diagnostic.code, diagnostic.data])).toEqual([
      ['build/write-failed', { file: '2021/03/a.pdf', reason: 'busy', detail: 'busy' }],
    ]);
    expect(host.files.has(`/out/${RECORD_NAME}`)).toBe(false);
  });
});
