import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/build/types.ts';
import { createWorkspace, problemsOf, spoken } from '../support/workspace.ts';

const ws = createWorkspace();
let result: BuildResult;

const page = (content: string): string =>
  `<!doctype html>\n<html lang="{{lang}}">\n<head><title>{{title}}</title></head>\n<body>\n<h1>{{title}}</h1>\n${content}\n{{{body}}}\n</body>\n</html>\n`;
const STYLE = 'body { font-size: 12pt; font-family: "Source Serif 4" }\n@page { margin: 20mm }\n';

function layout(name: string, content: string, style = STYLE): void {
  ws.put(`templates/${name}/layout.hbs`, page(content));
  ws.put(`templates/${name}/style.css`, style);
}

/** Name of a faulty layout → its content, from line 6 on, and the code. */
const faults: Readonly<Record<string, { content: string; code: string }>> = {
  cetak: { content: '<p>{{titel}}</p>', code: 'template/unknown-field' },
  jika: { content: '{{#if titel}}<p>Ada</p>{{/if}}', code: 'template/unknown-field' },
  ulang: { content: '{{#each taut}}<p>{{href}}</p>{{/each}}', code: 'template/unknown-field' },
  bantu: { content: '<p>{{tanggal date}}</p>', code: 'template/unknown-helper' },
  'isi-bantu': { content: '<p>{{date tanggal}}</p>', code: 'template/unknown-field' },
  bagian: { content: '{{> kepala}}', code: 'template/unknown-partial' },
  tutup: { content: '{{#if title}}<p>Ada</p>', code: 'template/syntax' },
};

beforeAll(async () => {
  for (const [name, { content }] of Object.entries(faults)) {
    layout(name, content);
    ws.article(`${name}-satu`, { layout: name });
    ws.article(`${name}-dua`, { layout: name });
  }
  layout('dalam-bagian', '{{> kaki}}');
  ws.put('templates/dalam-bagian/partials/kaki.hbs', '<p>\n{{titel}}\n</p>\n');
  ws.article('dalam-bagian', { layout: 'dalam-bagian' });
  ws.put('templates/tanpa-gaya/layout.hbs', page(''));
  ws.article('tanpa-gaya', { layout: 'tanpa-gaya' });
  layout('gaya', '', `${STYLE}h1 {\n  colour: red;\n  transform: none;\n}\n`);
  ws.article('gaya', { layout: 'gaya' });
  ws.article('gaya-dua', { layout: 'gaya' });
  layout('sendiri', '<p>{{dateText}}</p>');
  ws.article('sendiri', { layout: 'sendiri' });
  ws.article('bawaan');
  result = await ws.build();
}, 60_000);

afterAll(() => ws.remove());

describe('a faulty layout', () => {
  it.each(Object.entries(faults))('%s: is reported once, with its line', (name, { code }) => {
    const found = result.diagnostics.filter(({ place }) => place?.path.startsWith(`templates/${name}/`));
    expect(found.map(({ place, code: given }) => [place?.path, given])).toEqual([
      [`templates/${name}/layout.hbs`, code],
    ]);
    expect(found[0]?.place?.line).toBe(6);
    for (const diagnostic of found) expect(new Set(spoken(diagnostic)).size).toBe(4);
  });

  it('may have its fault in a partial', () => {
    expect(problemsOf(result)).toContain('templates/dalam-bagian/partials/kaki.hbs:2 template/unknown-field');
  });

  it('without a stylesheet is reported at the article that names it', () => {
    expect(problemsOf(result).filter((problem) => problem.includes('missing-file'))).toEqual([
      expect.stringMatching(/tanpa-gaya.*template\/missing-file/),
    ]);
  });

  it('fails the articles that use it and no others', () => {
    const failed = [...Object.keys(faults).flatMap((name) => [`${name}-satu`, `${name}-dua`]), 'dalam-bagian'];
    expect(result.failed).toEqual([...failed, 'tanpa-gaya'].map((name) => `articles/${name}.md`).sort());
    expect(result.written.map(({ source }) => source)).toEqual(
      ['bawaan', 'gaya-dua', 'gaya', 'sendiri'].map((name) => `articles/${name}.md`),
    );
  });
});

describe('a stylesheet', () => {
  it('with an unknown property gets a warning, once, with its line', () => {
    expect(problemsOf(result, 'warning')).toEqual([
      'templates/gaya/style.css:4 document/unknown-property',
      'templates/gaya/style.css:5 document/unsupported-property',
    ]);
    const [warning] = result.diagnostics.filter(({ severity }) => severity === 'warning');
    expect(warning?.data).toMatchObject({ property: 'colour', nearest: 'color' });
  });
});

describe('a layout named for the run', () => {
  it('that does not exist is a fault of the command, and no file is touched', async () => {
    const before = ws.outputs();
    const built = await ws.build({ layout: 'buletn' });
    expect(built.status).toBe('bad-configuration');
    expect(built.diagnostics.map(({ code, data }) => [code, data])).toEqual([
      ['template/unknown-layout', expect.objectContaining({ layout: 'buletn', nearest: 'bulletin' })],
    ]);
    expect(ws.outputs()).toEqual(before);
  });

  it('wins over that of the article', async () => {
    const built = await ws.build({ layout: 'sendiri', patterns: ['articles/cetak-satu.md'] });
    expect(built.written.map(({ source }) => source)).toEqual(['articles/cetak-satu.md']);
  });

  it('in the configuration is reported there', async () => {
    ws.put('buletin.yaml', 'name: Uji\nlayout: tidak-ada\n');
    const built = await ws.build();
    ws.delete('buletin.yaml');
    expect(built.status).toBe('bad-configuration');
    expect(problemsOf(built)).toEqual(['buletin.yaml:2 template/unknown-layout']);
  });
});
