import type { Article, MetaKey } from '../article/types.ts';
import type { Host } from '../base/host.ts';
import type { Pt } from '../base/units.ts';

/** What a finished file must hold, taken from the article and the layout's settings, never from the display list. */
export interface Expectation {
  readonly article: Article;
  /** What the QR must decode to; `undefined`: no QR. */
  readonly qr: string | undefined;
  readonly safeDistance: Pt;
  /** The keys of the front matter whose values the layout prints; `undefined`: those that every layout must print. */
  readonly printed: readonly MetaKey[] | undefined;
  /** How much of the text the layout prints: all of it, or its first paragraph. */
  readonly text: 'whole' | 'lead';
  /** Numbers of the pages, from 1, that breaks to the left or right leave blank. */
  readonly blankPages: ReadonlySet<number>;
  /** The readers' WebAssembly comes from the program's own packages through this door. */
  readonly host: Host;
}
