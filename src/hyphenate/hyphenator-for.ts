import type { Host } from '../base/host.ts';
import type { StyledDocument, StyledElement } from '../document/types.ts';
import { breakLanguage } from './break-language.ts';
import type { BreakLanguage, Hyphenator } from './types.ts';

/** By host: what it read stays for all documents of a run. */
const loaded = new WeakMap<Host, Map<string, Promise<Hyphenator>>>();

/** For the languages in which a document breaks words (`hyphens: auto`); `undefined` when it breaks none. */
export async function hyphenatorFor(document: StyledDocument, host: Host): Promise<Hyphenator | undefined> {
  const languages = languagesOf(document);
  if (languages.length === 0) return undefined;
  const known = loaded.get(host) ?? new Map<string, Promise<Hyphenator>>();
  loaded.set(host, known);
  const key = languages.join();
  let hyphenator = known.get(key);
  if (hyphenator === undefined) {
    // Few documents break words: the others do not load what does it.
    hyphenator = import('./load-hyphenator.ts').then(({ loadHyphenator }) => loadHyphenator(host, languages));
    known.set(key, hyphenator);
  }
  return hyphenator;
}

function languagesOf({ root, lang }: StyledDocument): readonly BreakLanguage[] {
  const found = new Set<BreakLanguage>();
  const visit = (element: StyledElement, around: string): void => {
    const own = element.attributes.lang ?? around;
    const language = element.style.hyphens === 'auto' ? breakLanguage(own) : undefined;
    if (language !== undefined) found.add(language);
    for (const child of element.children) if (child.kind === 'element') visit(child, own);
  };
  visit(root, lang);
  return [...found].sort();
}
