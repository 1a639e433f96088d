import type { Reporter } from '../base/diagnostics.ts';
import type { Host } from '../base/host.ts';
import type { Config } from '../config/types.ts';
import type { BuildOptions } from './types.ts';

interface Search {
  readonly host: Host;
  readonly options: Pick<BuildOptions, 'workspace' | 'patterns'>;
  readonly config: Pick<Config, 'articles'>;
}

/** Articles of a run, relative to the workspace, sorted by code point, each once. What finds nothing is reported. */
export async function findArticles(search: Search, reporter: Reporter): Promise<readonly string[]> {
  const { host, options, config } = search;
  if (options.patterns.length === 0) {
    const paths = await host.glob(config.articles, options.workspace);
    if (paths.length === 0) reporter.report('build/no-articles', undefined, { patterns: config.articles.join(', ') });
    return paths;
  }
  const excluded = options.patterns.filter((pattern) => pattern.startsWith('!'));
  const found = new Set<string>();
  for (const pattern of options.patterns) {
    if (pattern.startsWith('!')) continue;
    const paths = await findNamed(plainPattern(pattern, search), excluded, search);
    if (paths.length === 0) reporter.report('build/no-articles', undefined, { patterns: pattern });
    for (const path of paths) found.add(path);
  }
  return [...found].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * Relative to the workspace, with `/`: `\` comes from Windows' prompt, an absolute path from a file that was dragged
 * into it.
 */
function plainPattern(pattern: string, { host, options }: Search): string {
  const { path } = host;
  const relative = path.isAbsolute(pattern) ? path.relative(options.workspace, pattern) : pattern;
  return (path.sep === '\\' ? relative.replaceAll('\\', '/') : relative).replace(/^(\.\/+)+/, '');
}

/** A name that exists means that file, whatever its characters mean in patterns: `berita (1).md`; a folder, all in it. */
async function findNamed(
  pattern: string,
  excluded: readonly string[],
  { host, options }: Search,
): Promise<readonly string[]> {
  const { workspace } = options;
  const named = pattern.replace(/\/+$/, '');
  const kind = await host.kindOf(host.path.join(workspace, ...named.split('/')));
  const isArticleName = /\.md$/i.test(named);
  if (kind !== 'missing' && (kind !== 'folder' || isArticleName)) return [named];
  if (kind === 'missing') return host.glob([pattern, ...excluded], workspace);
  const inside = await host.glob(['**/*.md'], host.path.join(workspace, ...named.split('/')));
  return named === '.' || named === '' ? inside : inside.map((path) => `${named}/${path}`);
}
