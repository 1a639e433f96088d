import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { hyphenateCommand } from '../../../src/cli/commands/hyphenate.ts';
import { createNodeHost } from '../../../src/cli/node-host.ts';

/** What the command writes for `chunks` of standard input. */
async function answer(chunks: readonly (string | Buffer)[], language: 'id' | 'en' = 'id'): Promise<string> {
  const written: Buffer[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk);
      done();
    },
  });
  const input = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  expect(await hyphenateCommand(language, createNodeHost(), { input, output })).toBe(0);
  return Buffer.concat(written).toString('utf8');
}

describe('buletin hyphenate', () => {
  it('answers line for line', async () => {
    expect(await answer(['dilakukan\nbulan\n\nMakanan,\nASEAN\n'])).toBe('di-la-ku-kan\nbu-lan\n\nMa-kan-an,\nASEAN\n');
  });

  it('joins lines and letters that come in pieces', async () => {
    const bytes = Buffer.from('keberhasilan\nkafé\n');
    expect(await answer([bytes.subarray(0, 5), bytes.subarray(5, 17), bytes.subarray(17)])).toBe(
      'ke-ber-ha-sil-an\nka-fé\n',
    );
  });

  it('gives back the end of the input and the ends of lines as they are', async () => {
    expect(await answer(['bulan\r\nmakanan'])).toBe('bu-lan\r\nma-kan-an');
    expect(await answer([])).toBe('');
  });

  it('keeps words whole where a language has no breaks', async () => {
    expect(await answer(['pemerintah\n'], 'en')).toBe('pemerintah\n');
  });

  it('ends in peace when the reader has gone', async () => {
    const output = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    const input = Readable.from([Buffer.from('bulan\n')]);
    expect(await hyphenateCommand('id', createNodeHost(), { input, output })).toBe(0);
  });
});
