import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { readCatalogueFile } from '../../../../src/asset/font/catalogue-file.ts';
import { readFontNames } from '../../../../src/asset/font/fontkit-face.ts';
import { loadFonts } from '../../../../src/asset/font/load-fonts.ts';
import { createDiagnosticList } from '../../../../src/base/diagnostics.ts';
import type { Host } from '../../../../src/base/host.ts';
import { createNodeHost } from '../../../../src/cli/node-host.ts';
import { createMemoryHost } from '../../../support/memory-host.ts';
import { squareFontBytes } from '../../../support/square-font.ts';

/** Workspace files in memory; the program's own fonts from this checkout. */
function host(files: Readonly<Record<string, string | Uint8Array>>, tryFont?: Host['tryFont']): Host {
  const memory = createMemoryHost(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [`/office/${name}`, content])),
  );
  const { readFile, kindOf } = createNodeHost();
  return { ...memory, readFile, kindOf, ...(tryFont === undefined ? {} : { tryFont }) };
}

describe('loadFonts', () => {
  it('knows the families of the program and resolves generic ones', async () => {
    const reporter = createDiagnosticList();
    const fonts = await loadFonts(host({}), '/office', reporter);
    expect(reporter.all).toEqual([]);
    expect(fonts.chain(['Nowhere', 'plus jakarta sans'], 400, 'normal').map((face) => face.id)).toEqual([
      'PlusJakartaSans-Regular',
      'NotoSans-Regular',
      'NotoSansSymbols2-Regular',
      'NotoEmoji-Regular',
      'SourceSerif4-Regular',
    ]);
    expect(fonts.chain(['serif'], 700, 'italic')[0]?.id).toBe('SourceSerif4-BoldItalic');
    expect(fonts.hasFamily('Source Serif 4')).toBe(true);
    expect(fonts.hasFamily('Comic Sans')).toBe(false);
    expect(fonts.chain(['serif'], 400, 'normal')).toBe(fonts.chain(['serif'], 400, 'normal'));
  });

  it('states each built-in face as the file itself does', () => {
    const root = createNodeHost().programFolder;
    const file = readCatalogueFile(readFileSync(path.join(root, 'fonts', 'catalogue.yaml'), 'utf8'));
    expect(file.faces.length).toBe(23);
    for (const face of file.faces) {
      const names = readFontNames(fontkit, readFileSync(path.join(root, 'node_modules', face.package, face.file)));
      expect(names).toEqual({
        postscriptName: face.id,
        family: face.family,
        weight: face.weight,
        style: face.style,
        embeddingForbidden: false,
      });
    }
  });

  it('takes up fonts that a user drops into the workspace', async () => {
    const reporter = createDiagnosticList();
    const tried: number[] = [];
    const fonts = await loadFonts(
      host({ 'fonts/Square.TTF': squareFontBytes() }, async (bytes) => {
        tried.push(bytes.length);
        return 'good';
      }),
      '/office',
      reporter,
    );
    expect(reporter.all).toEqual([]);
    expect(fonts.chain(['Square'], 400, 'normal')[0]?.id).toBe('Square');
    expect(tried).toEqual([squareFontBytes().length]);
  });

  it('puts a font of the workspace before the built-in one of the same family, weight and style', async () => {
    const renamed = squareFontBytes({ family: 'Noto Sans', postscriptName: 'NotoSans-Regular' });
    const reporter = createDiagnosticList();
    const fonts = await loadFonts(host({ 'fonts/mine.ttf': renamed }), '/office', reporter);
    expect(reporter.all).toEqual([]);
    expect(fonts.chain(['Noto Sans'], 400, 'normal')[0]?.shape('a', {}, 'ltr').advances[0]).toBe(1);
    expect(fonts.chain(['Noto Sans'], 700, 'normal')[0]?.id).toBe('NotoSans-Bold');
  });

  it('says what is wrong with a font file, and goes on without it', async () => {
    const cut = squareFontBytes().subarray(0, 900);
    const reporter = createDiagnosticList();
    const fonts = await loadFonts(
      host({
        'fonts/a-cut.ttf': cut,
        'fonts/b-text.otf': 'not a font',
        'fonts/c-empty.ttf': '',
        'fonts/d-web.woff2': 'wOF2',
        'fonts/e-one.ttf': squareFontBytes(),
        'fonts/f-again.ttf': squareFontBytes(),
        'fonts/g-locked.ttf': squareFontBytes({ family: 'Locked', postscriptName: 'Locked', fsType: 2 }),
        'fonts/notes.txt': 'no font, nothing to say',
      }),
      '/office',
      reporter,
    );
    expect(reporter.all.map((diagnostic) => [diagnostic.code, diagnostic.severity, diagnostic.place?.path])).toEqual([
      ['text/font-unreadable', 'warning', 'fonts/a-cut.ttf'],
      ['text/font-unreadable', 'warning', 'fonts/b-text.otf'],
      ['text/font-unreadable', 'warning', 'fonts/c-empty.ttf'],
      ['text/font-format', 'warning', 'fonts/d-web.woff2'],
      ['text/font-duplicate', 'warning', 'fonts/f-again.ttf'],
      ['text/font-not-embeddable', 'warning', 'fonts/g-locked.ttf'],
    ]);
    expect(fonts.hasFamily('Square')).toBe(true);
    expect(fonts.hasFamily('Locked')).toBe(false);
  });

  it('believes the trial of a font', async () => {
    const reporter = createDiagnosticList();
    const verdicts = ['timeout', 'bad'] as const;
    let next = 0;
    const fonts = await loadFonts(
      host(
        { 'fonts/a.ttf': squareFontBytes(), 'fonts/b.ttf': squareFontBytes() },
        async () => verdicts[next++] ?? 'good',
      ),
      '/office',
      reporter,
    );
    expect(reporter.all.map(({ code }) => code)).toEqual(['text/font-too-slow', 'text/font-unreadable']);
    expect(fonts.hasFamily('Square')).toBe(false);
  });

  it('finds packages in a folder above the program, and names those that are missing', async () => {
    const real = createNodeHost();
    const program = path.join(real.programFolder, 'src', 'deep');
    const reporter = createDiagnosticList();
    const catalogue = path.join(program, 'fonts', 'catalogue.yaml');
    const moved: Host = {
      ...host({}),
      programFolder: program,
      readFile: (file, maxBytes) =>
        real.readFile(file === catalogue ? path.join(real.programFolder, 'fonts', 'catalogue.yaml') : file, maxBytes),
      kindOf: async (file) => (file.includes('noto-emoji') ? 'missing' : real.kindOf(file)),
    };
    const fonts = await loadFonts(moved, '/office', reporter);
    expect(fonts.hasFamily('Source Serif 4')).toBe(true);
    expect(fonts.hasFamily('Noto Emoji')).toBe(false);
    expect(reporter.all.map(({ code, data }) => [code, data])).toEqual([
      ['text/font-package-missing', { package: '@expo-google-fonts/noto-emoji' }],
    ]);
  });
});
