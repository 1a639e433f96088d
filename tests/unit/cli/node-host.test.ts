import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNodeHost } from '../../../src/cli/node-host.ts';

const host = createNodeHost();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'buletin-host-'));
  mkdirSync(path.join(folder, 'ws', 'articles'), { recursive: true });
  writeFileSync(path.join(folder, 'ws', 'articles', 'a.md'), 'isi');
  writeFileSync(path.join(folder, 'secret.txt'), 'rahasia');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inside = (relative: string, maxBytes = 1000) => host.readInside(path.join(folder, 'ws'), relative, maxBytes);

describe('readInside', () => {
  it('reads a file below the root', async () => {
    expect(await inside('articles/a.md')).toEqual({ kind: 'read', bytes: new Uint8Array(Buffer.from('isi')) });
  });

  it('refuses what is lexically outside', async () => {
    expect(await inside('../secret.txt')).toEqual({ kind: 'refused', reason: 'outside' });
    expect(await inside(path.join(folder, 'secret.txt'))).toEqual({ kind: 'refused', reason: 'outside' });
  });

  it.skipIf(process.platform === 'win32')(
    'refuses a link that leaves the root, and follows one that stays',
    async () => {
      symlinkSync(path.join(folder, 'secret.txt'), path.join(folder, 'ws', 'link.txt'));
      symlinkSync(folder, path.join(folder, 'ws', 'up'));
      symlinkSync(path.join(folder, 'ws', 'articles', 'a.md'), path.join(folder, 'ws', 'near.md'));
      expect(await inside('link.txt')).toEqual({ kind: 'refused', reason: 'outside' });
      expect(await inside('up/secret.txt')).toEqual({ kind: 'refused', reason: 'outside' });
      expect((await inside('near.md')).kind).toBe('read');
    },
  );

  it.skipIf(process.platform === 'win32')('never waits on a pipe', async () => {
    execFileSync('mkfifo', [path.join(folder, 'ws', 'pipe.jpg')]);
    expect(await inside('pipe.jpg')).toEqual({ kind: 'refused', reason: 'not-a-file' });
  });

  it('names what is wrong with a file', async () => {
    writeFileSync(path.join(folder, 'ws', 'empty.jpg'), '');
    writeFileSync(path.join(folder, 'ws', 'big.jpg'), Buffer.alloc(1001));
    expect(await inside('none.jpg')).toEqual({ kind: 'refused', reason: 'missing' });
    expect(await inside('empty.jpg')).toEqual({ kind: 'refused', reason: 'empty' });
    expect(await inside('big.jpg')).toEqual({ kind: 'refused', reason: 'too-large' });
    expect(await inside('articles')).toEqual({ kind: 'refused', reason: 'not-a-file' });
  });
});

describe('glob', () => {
  it('sorts by code point, lists a folder that looks like an article, follows no linked folder', async () => {
    mkdirSync(path.join(folder, 'ws', 'articles', 'x.md'));
    writeFileSync(path.join(folder, 'ws', 'articles', 'B.md'), 'isi');
    if (process.platform !== 'win32') symlinkSync(folder, path.join(folder, 'ws', 'articles', 'loop'));
    expect(await host.glob(['articles/**/*.md'], path.join(folder, 'ws'))).toEqual([
      'articles/B.md',
      'articles/a.md',
      'articles/x.md',
    ]);
  });
});

describe('writeFile', () => {
  it('makes the folders, replaces the file and leaves nothing beside it', async () => {
    const file = path.join(folder, 'out', '2021', '03', 'a.pdf');
    expect(await host.writeFile(file, Buffer.from('satu'))).toEqual({ kind: 'written' });
    expect(await host.writeFile(file, Buffer.from('dua'))).toEqual({ kind: 'written' });
    expect(readFileSync(file, 'utf8')).toBe('dua');
    expect(readdirSync(path.dirname(file))).toEqual(['a.pdf']);
  });

  it('keeps a name of 250 bytes', async () => {
    const file = path.join(folder, `${'a'.repeat(246)}.pdf`);
    expect(await host.writeFile(file, Buffer.from('isi'))).toEqual({ kind: 'written' });
  });

  it('says why a file was not written and leaves no temporary file', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    mkdirSync(path.join(folder, 'taken.pdf'));
    expect((await host.writeFile(path.join(folder, 'file', 'a.pdf'), Buffer.from('isi'))).kind).toBe('refused');
    expect((await host.writeFile(path.join(folder, 'taken.pdf'), Buffer.from('isi'))).kind).toBe('refused');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
