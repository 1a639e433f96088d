import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDiagnosticList, type DiagnosticCode, diagnosticCodes, severityOf } from '../src/base/diagnostics.ts';
import { describeDiagnostic } from '../src/words/describe.ts';
import { diagnosticExamples } from './support/diagnostic-examples.ts';
import { expectGolden } from './support/golden-file.ts';
import { REPOSITORY } from './support/press.ts';

const read = (file: string): string => readFileSync(path.join(REPOSITORY, file), 'utf8').replaceAll('\r\n', '\n');

describe('docs/diagnostics.md', () => {
  const file = 'docs/diagnostics.md';
  const [intro = '', ...groups] = read(file).split(/^(?=## )/m);

  /** The part of a code before `/` → the heading that its codes stand under. */
  const titles = new Map<string, string>();
  /** What a person wrote: when the code is reported. */
  const reasons = new Map<string, string>();
  for (const group of groups) {
    const [heading = '', ...entries] = group.split(/^(?=### )/m);
    for (const entry of entries) {
      const [, code = '', reason = ''] = /^### `([^`]+)`\n\n\w+\. (.*)\n/.exec(entry) ?? [];
      reasons.set(code, reason);
      titles.set(code.split('/')[0] ?? '', heading);
    }
  }

  it('lists exactly the codes that there are, each with a reason', () => {
    expect([...reasons.keys()]).toEqual(diagnosticCodes);
    for (const [code, reason] of reasons) expect([code, reason]).toEqual([code, expect.stringMatching(/\S.*\.$/)]);
  });

  it('says severity and words as they are printed', () => {
    let text = intro;
    let room = '';
    for (const code of diagnosticCodes) {
      const [prefix = ''] = code.split('/');
      if (prefix !== room) text += titles.get(prefix) ?? `## ${prefix}\n\n`;
      room = prefix;
      text += printEntry(code, reasons.get(code) ?? '');
    }
    expectGolden(path.join(REPOSITORY, file), `${text.trimEnd()}\n`);
  });

  it('shows words in two languages that differ', () => {
    for (const code of diagnosticCodes) expect(wordsOf(code, 'id')).not.toBe(wordsOf(code, 'en'));
  });
});

function printEntry(code: DiagnosticCode, reason: string): string {
  const severity = severityOf(code);
  const words = (['id', 'en'] as const).map(
    (language) => `- ${language}: ${escapeMarkdown(wordsOf(code, language))}\n`,
  );
  return `### \`${code}\`\n\n${severity}. ${reason}\n\n${words.join('')}\n`;
}

function wordsOf(code: DiagnosticCode, language: 'id' | 'en'): string {
  const list = createDiagnosticList();
  list.report(code, undefined, diagnosticExamples[code]);
  const [diagnostic] = list.all;
  if (diagnostic === undefined) throw new Error(code);
  const { message, hint } = describeDiagnostic(diagnostic, language);
  return `${message} ${hint}`;
}

/** What would become HTML, emphasis or an escape outside of code. */
function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[\\<*_[\]|]/g, '\\$&')))
    .join('');
}

const documents = [
  ...['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md'],
  ...readdirSync(path.join(REPOSITORY, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .sort(),
];

/** GitHub's rule: small letters, no punctuation, hyphens for spaces. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/[`*]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

describe.each(documents)('%s', (document) => {
  const text = withoutCode(read(document));

  it('links to files and headings that are there', () => {
    const broken = [...text.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => {
        if (/^(https?|mailto):/.test(target)) return false;
        const [name = '', anchor] = target.split('#');
        const file = name === '' ? document : path.posix.join(path.posix.dirname(document), name);
        if (!existsSync(path.join(REPOSITORY, file))) return true;
        if (anchor === undefined) return false;
        const headings = [...read(file).matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
        return !headings.includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  it('names files of docs that are there', () => {
    const named = [...read(document).matchAll(/(?<![\w/.-])docs\/[\w/-]+\.(?:md|png)/g)].map(([name]) => name);
    expect(named.filter((name) => !existsSync(path.join(REPOSITORY, name)))).toEqual([]);
  });
});

it('messages name files of docs that are there', () => {
  const words = diagnosticCodes.flatMap((code) => [wordsOf(code, 'id'), wordsOf(code, 'en')]).join(' ');
  const named = words.match(/docs\/[\w/-]+\.md/g) ?? [];
  expect(named.filter((name) => !existsSync(path.join(REPOSITORY, name)))).toEqual([]);
});
