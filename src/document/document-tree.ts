import type { StyleEngine } from './css/cascade/style-engine.ts';
import type { ElementNode } from './types.ts';

/** HTML and CSS read, nothing computed yet. */
export interface DocumentTree {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  readonly root: ElementNode;
  /** The rules stay inside `document/`. */
  readonly rules: StyleEngine;
}
