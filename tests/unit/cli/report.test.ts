import { describe, expect, it } from 'vitest';
import { createDiagnosticList, type Diagnostic } from '../../../src/base/diagnostics.ts';
import { createSourceFile } from '../../../src/base/source.ts';
import { excerpt, shortForm } from '../../../src/cli/report.ts';
import { printable } from '../../../src/cli/terminal.ts';
import { cliWords } from '../../../src/words/cli.ts';

function foreignFile(file: string): Diagnostic {
  const list = createDiagnosticList();
  list.report('build/foreign-file', { path: 'articles/a.md', line: 3, column: 7 }, { file });
  const [diagnostic] = list.all;
  if (diagnostic === undefined) throw new Error('nothing was reported');
  return diagnostic;
}

describe('shortForm', () => {
  it('names file, line, column, severity, message and code, then what to do', () => {
    expect(shortForm(foreignFile('2021/03/a.pdf'), 'en', cliWords('en'))).toBe(
      'articles/a.md:3:7: error: The file "2021/03/a.pdf" was not made by Buletin, so it is not replaced. [build/foreign-file]\n' +
        '  hint: Move or rename that file, then run again.\n',
    );
    expect(shortForm(foreignFile('2021/03/a.pdf'), 'id', cliWords('id'))).toBe(
      'articles/a.md:3:7: galat: Berkas "2021/03/a.pdf" tidak dibuat oleh Buletin, jadi tidak ditimpa. [build/foreign-file]\n' +
        '  saran: Pindahkan atau ganti nama berkas itu, lalu jalankan lagi.\n',
    );
  });

  it('lets no control or bidi character reach the terminal', () => {
    const text = shortForm(foreignFile('a\u001b[2Jb\u202ec'), 'en', cliWords('en'));
    expect(text).not.toMatch(/[\u001b\u202e]/);
    expect(printable('a\u001bb\u202e')).toBe('a\\u001bb\\u202e');
  });
});

describe('excerpt', () => {
  it('puts the caret under the marked characters', () => {
    const source = createSourceFile('a.md', 'satu\ntitle: Lomba #Maju\n');
    expect(excerpt(source, { path: 'a.md', line: 2, column: 14, endLine: 2, endColumn: 19 })).toEqual([
      '    2 | title: Lomba #Maju',
      '      |              ^^^^^',
    ]);
  });

  it('shows a part of a very long line', () => {
    const source = createSourceFile('a.md', `${'a'.repeat(500)}X${'b'.repeat(500)}`);
    const [shown = '', caret = ''] = excerpt(source, { path: 'a.md', line: 1, column: 501 });
    expect(shown.length).toBeLessThan(130);
    expect(shown[caret.indexOf('^')]).toBe('X');
  });
});
