import { describe, expect, it } from 'vitest';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import { mm } from '../../../src/base/units.ts';
import { loadLayout } from '../../../src/template/load-layout.ts';
import { createMemoryHost } from '../../support/memory-host.ts';

const good = {
  'layout.hbs': '<h1>{{title}}</h1>{{> kaki}}',
  'style.css': 'h1 { margin: 0 }',
  'partials/kaki.hbs': '<i>x</i>',
};

/** A host with the files of layouts: `ws:papan` is the workspace's, `program:papan` the program's. */
function hostOf(layouts: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>>, program: string) {
  const files: Record<string, string | Uint8Array> = {};
  for (const [key, content] of Object.entries(layouts)) {
    const [root, name] = key.split(':');
    for (const [file, text] of Object.entries(content)) {
      files[`${root === 'ws' ? '/ws' : program}/templates/${name}/${file}`] = text;
    }
  }
  return createMemoryHost(files);
}

async function load(name: string, layouts: Parameters<typeof hostOf>[0]) {
  const program = createMemoryHost().programFolder.replace(/\/$/, '');
  const host = hostOf(layouts, program);
  const reporter = createDiagnosticList();
  const layout = await loadLayout(name, { host, workspace: '/ws' }, reporter);
  const diagnostics = reporter.all.map(({ code, place, data }) => ({
    code,
    path: place?.path,
    line: place?.line,
    data,
  }));
  return { layout, diagnostics, program };
}

describe('loadLayout', () => {
  it('reads the layout of the workspace before that of the program', async () => {
    const other = { ...good, 'style.css': 'h2 {}' };
    const { layout, diagnostics } = await load('papan', { 'ws:papan': good, 'program:papan': other });
    expect(diagnostics).toEqual([]);
    expect(layout?.folder).toBe('/ws/templates/papan');
    expect(layout?.stylesheets.map(({ path, text }) => [path, text])).toEqual([
      ['templates/papan/style.css', 'h1 { margin: 0 }'],
    ]);
    const fallback = await load('papan', { 'program:papan': other });
    expect(fallback.layout?.folder).toBe(`${fallback.program}/templates/papan`);
    expect(fallback.layout?.digest).not.toBe(layout?.digest);
  });

  it('has settings without layout.yaml, and those of it', async () => {
    const { layout } = await load('papan', { 'ws:papan': good });
    expect(layout?.settings).toEqual({
      name: 'papan',
      papers: ['A3', 'A4', 'A5', 'F4'],
      safeDistance: mm(8.5),
      bleeds: false,
    });
    const yaml = 'name: Papan\npapers: [A5, A4]\nsafeDistance: 1cm\nbleeds: true\n';
    const given = await load('papan', { 'ws:papan': { ...good, 'layout.yaml': yaml } });
    expect(given.layout?.settings).toEqual({ name: 'Papan', papers: ['A4', 'A5'], safeDistance: mm(10), bleeds: true });
    const empty = await load('papan', { 'ws:papan': { ...good, 'layout.yaml': '' } });
    expect(empty.layout?.settings.name).toBe('papan');
  });

  it.each([
    ['safeDistance: 8.5', 'safeDistance', '8.5', 1],
    ['name: x\nsafeDistance: 80mm', 'safeDistance', '80mm', 2],
    ['papers: [A4, B5]', 'papers', '[A4, B5]', 1],
    ['papers: []', 'papers', '[]', 1],
    ['bleeds: ya', 'bleeds', 'ya', 1],
    ['name:', 'name', '', 1],
    ['name: {a: b}', 'name', '{…}', 1],
  ])('refuses %j', async (yaml, key, value, line) => {
    const { layout, diagnostics } = await load('papan', { 'ws:papan': { ...good, 'layout.yaml': yaml } });
    expect(layout).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'template/bad-setting', path: 'templates/papan/layout.yaml', line, data: { key, value } },
    ]);
  });

  it('warns of an unknown key and goes on', async () => {
    const { layout, diagnostics } = await load('papan', { 'ws:papan': { ...good, 'layout.yaml': 'paper: A4\n' } });
    expect(layout).toBeDefined();
    expect(diagnostics).toMatchObject([
      { code: 'template/unknown-setting', data: { key: 'paper', nearest: 'papers' } },
    ]);
  });

  it('names the nearest of the layouts there are', async () => {
    const { layout, diagnostics } = await load('papn', { 'ws:papan': good, 'program:bulletin': good });
    expect(layout).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'template/unknown-layout', data: { layout: 'papn', nearest: 'papan', known: ['bulletin', 'papan'] } },
    ]);
  });

  it.each(['', '..', '../x', 'a/b', 'a\\b', '/etc', 'CON', 'a.b', '.x', '-x', 'a b', 'x'.repeat(65)])(
    'does not look for %j',
    async (name) => {
      const { layout, diagnostics } = await load(name, { 'ws:papan': good });
      expect(layout).toBeUndefined();
      expect(diagnostics.map((each) => each.code)).toEqual(['template/unsafe-layout-name']);
    },
  );

  it.each(['layout.hbs', 'style.css'])('misses %s', async (file) => {
    const { [file as keyof typeof good]: _, ...rest } = good;
    const { layout, diagnostics } = await load('papan', { 'ws:papan': rest });
    expect(layout).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'template/missing-file', data: { layout: 'papan', file } }]);
  });

  it('reports every file that is wrong', async () => {
    const { layout, diagnostics } = await load('papan', {
      'ws:papan': {
        'layout.hbs': new Uint8Array([0x3c, 0xff]),
        'style.css': 'x'.repeat(256 * 1024 + 1),
        'partials/kaki.hbs': '\0',
      },
    });
    expect(layout).toBeUndefined();
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['file/invalid-utf-8', 'templates/papan/layout.hbs'],
      ['template/unreadable-file', 'templates/papan/style.css'],
      ['file/forbidden-character', 'templates/papan/partials/kaki.hbs'],
    ]);
  });

  it('reports what is wrong in every template, and the settings too', async () => {
    const { layout, diagnostics } = await load('papan', {
      'ws:papan': {
        ...good,
        'layout.hbs': '\ufeff<p>\r\n{{titl}}\r\n{{> kaki}}{{#if',
        'partials/kaki.hbs': '{{/if}}',
        'layout.yaml': 'bleeds: 1',
      },
    });
    expect(layout).toBeUndefined();
    expect(diagnostics.map(({ code, path, line }) => `${code} ${path} ${line}`)).toEqual([
      'template/bad-setting templates/papan/layout.yaml 1',
      'template/syntax templates/papan/layout.hbs 3',
      'template/syntax templates/papan/partials/kaki.hbs 1',
    ]);
  });

  it('is good with the layout that is built in', async () => {
    const { createNodeHost } = await import('../../../src/cli/node-host.ts');
    const host = createNodeHost();
    const reporter = createDiagnosticList();
    const layout = await loadLayout('bulletin', { host, workspace: '/nowhere' }, reporter);
    expect(reporter.all).toEqual([]);
    expect(layout?.settings).toEqual({
      name: 'Buletin',
      papers: ['A3', 'A4', 'A5', 'F4'],
      safeDistance: mm(8.5),
      bleeds: false,
    });
  });
});
