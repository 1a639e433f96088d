import { describe, expect, it } from 'vitest';
import { loadAssets } from '../../../src/asset/load-assets.ts';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import { createMemoryHost } from '../../support/memory-host.ts';
import { pngPicture } from '../../support/pictures.ts';
import { NO_FONTS } from '../../support/replaced.ts';
import { styledFromHtml } from '../../support/styled.ts';

const roots = { workspace: '/ruang', articleFolder: 'articles', layoutFolder: '/ruang/layout' };

/** Addresses that were loaded, and what was reported with its line and column. */
async function load(css: string): Promise<{ readonly loaded: readonly string[]; readonly told: readonly unknown[] }> {
  const host = createMemoryHost({ '/ruang/layout/a b.png': await pngPicture({ width: 20, height: 10 }) });
  const diagnostics = createDiagnosticList();
  const context = { host, roots, fonts: NO_FONTS };
  const { backgrounds } = await loadAssets(styledFromHtml('<p>t</p><b>u</b>', css), context, diagnostics);
  return {
    loaded: [...backgrounds.keys()],
    told: diagnostics.all.map(({ code, place }) => [code, place?.path, place?.line, place?.column]),
  };
}

describe('pictures behind boxes', () => {
  it('are read from the folder of the layout', async () => {
    expect(await load('p { background: url("a b.png"), linear-gradient(red, blue) }')).toEqual({
      loaded: ['a b.png'],
      told: [],
    });
  });

  it.each([
    ['tidak-ada.png', 'asset/picture-missing'],
    ['https://contoh.id/a.png', 'asset/file-remote'],
    ['//contoh.id/a.png', 'asset/file-remote'],
    ['data:image/png;base64,AAAA', 'asset/file-remote'],
    ['../../rahasia.png', 'asset/file-outside'],
  ])('%s is reported at its declaration, once', async (address, code) => {
    expect(await load(`p, b { color: red;\n  background-image: url("${address}") }`)).toEqual({
      loaded: [],
      told: [[code, 'style.css', 2, 3]],
    });
  });
});
