import { createDiagnosticList, type DiagnosticList, type Reporter } from '../base/diagnostics.ts';
import type { Host } from '../base/host.ts';
import type { Place } from '../base/source.ts';
import { loadLayout } from '../template/load-layout.ts';
import type { Layout } from '../template/types.ts';

/** The layouts of one run, each loaded once. */
export interface Layouts {
  /**
   * `undefined` when the layout has a fault. `place` is where it is named: what is wrong with the name is said there,
   * what is wrong in the layout's files at those files, so that a list of diagnostics holds it once.
   */
  named(name: string, place: Place | undefined, diagnostics: DiagnosticList): Promise<Layout | undefined>;
  /** False after it was reported that there is no such layout. */
  exists(name: string, place: Place | undefined, reporter: Reporter): Promise<boolean>;
}

interface Loaded {
  readonly layout: Layout | undefined;
  readonly found: DiagnosticList;
}

export function openLayouts(host: Host, workspace: string): Layouts {
  const loading = new Map<string, Promise<Loaded>>();
  const load = (name: string): Promise<Loaded> => {
    const known = loading.get(name) ?? loadOnce(name, { host, workspace });
    loading.set(name, known);
    return known;
  };
  return {
    async named(name, place, diagnostics) {
      const { layout, found } = await load(name);
      diagnostics.add(found.all.map((diagnostic) => ({ ...diagnostic, place: diagnostic.place ?? place })));
      return layout;
    },
    async exists(name, place, reporter) {
      const { found } = await load(name);
      for (const { code, data } of found.all) {
        if (code !== 'template/unknown-layout' && code !== 'template/unsafe-layout-name') continue;
        reporter.report(code, place, data);
        return false;
      }
      return true;
    },
  };
}

async function loadOnce(name: string, context: { readonly host: Host; readonly workspace: string }): Promise<Loaded> {
  const found = createDiagnosticList();
  const layout = await loadLayout(name, context, found);
  return { layout, found };
}
