import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseArticle } from '../../src/article/parse-article.ts';
import type { Article } from '../../src/article/types.ts';
import { loadFonts } from '../../src/asset/font/load-fonts.ts';
import { createDiagnosticList, type Diagnostic } from '../../src/base/diagnostics.ts';
import { createNodeHost } from '../../src/cli/node-host.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { paperOf } from '../../src/config/papers.ts';
import type { Config, PaperName } from '../../src/config/types.ts';
import { type RenderedPdf, renderPdf } from '../../src/render.ts';
import { loadLayout } from '../../src/template/load-layout.ts';
import type { Layout } from '../../src/template/types.ts';

export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

export interface Pressed {
  /** `undefined` when a diagnostic is an error. */
  readonly pdf: RenderedPdf | undefined;
  /** Of the article, its layout and its page, in the order in which they were found. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Press {
  readonly config: Config;
  /** One article of the workspace, as `build` makes it. */
  print(articlePath: string, options?: PrintOptions): Promise<Pressed>;
}

interface PrintOptions {
  /** Stands for the file's content; it need not exist then. */
  readonly text?: string;
  readonly verify?: boolean;
  /** As `--layout` and `--paper`. */
  readonly layout?: string;
  readonly paper?: PaperName;
}

/** The whole program without its command line, for a workspace on the disk; fonts and layouts are loaded once. */
export async function openPress(workspace: string): Promise<Press> {
  const host = createNodeHost();
  const opening = createDiagnosticList();
  const config = await loadConfig(host, workspace, opening);
  const fonts = await loadFonts(host, workspace, opening);
  if (config === undefined || opening.all.length > 0) throw new Error(JSON.stringify(opening.all));
  const layouts = new Map<
    string,
    { readonly layout: Layout | undefined; readonly diagnostics: readonly Diagnostic[] }
  >();
  const layoutNamed = async (name: string) => {
    const known = layouts.get(name);
    if (known !== undefined) return known;
    const reporter = createDiagnosticList();
    const loaded = { layout: await loadLayout(name, { host, workspace }, reporter), diagnostics: reporter.all };
    layouts.set(name, loaded);
    return loaded;
  };
  return {
    config,
    async print(articlePath, { text, verify = true, layout: asked, paper } = {}) {
      const bytes =
        text === undefined ? readFileSync(path.join(workspace, articlePath)) : new TextEncoder().encode(text);
      const reporter = createDiagnosticList();
      const article: Article | undefined = parseArticle(articlePath, bytes, reporter);
      if (article === undefined) return { pdf: undefined, diagnostics: reporter.all };
      const { layout, diagnostics } = await layoutNamed(asked ?? article.meta.layout ?? config.layout);
      reporter.add(diagnostics);
      if (layout === undefined) return { pdf: undefined, diagnostics: reporter.all };
      const result = await renderPdf(
        {
          article,
          layout,
          paper: paper === undefined ? config.paper : paperOf(paper),
          forcePaper: paper !== undefined,
        },
        { host, workspace, config, fonts, epoch: undefined, verify, program: 'buletin test' },
      );
      reporter.add(result.diagnostics);
      return { pdf: result.pdf, diagnostics: reporter.all };
    },
  };
}

/** `input.md:7:1: warning article/heading-one`, one line each. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ code, severity, place }) => {
      const at = place === undefined ? '' : `${place.path}:${place.line}:${place.column}: `;
      return `${at}${severity} ${code}\n`;
    })
    .join('');
}
