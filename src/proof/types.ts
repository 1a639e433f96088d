import type { Article } from '../article/types.ts';
import type { Pt } from '../base/units.ts';

/** What a finished file must hold, taken from the article and the layout's settings, never from the display list. */
export interface Expectation {
  readonly article: Article;
  /** What the QR must decode to; `undefined`: no QR. */
  readonly qr: string | undefined;
  readonly safeDistance: Pt;
}
