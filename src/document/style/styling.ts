import type { Pt } from '../../base/units.ts';
import type { Computed } from '../css/cascade/compute-style.ts';
import type { StyleEngine } from '../css/cascade/style-engine.ts';
import type { MatchElement } from '../css/selectors/match-tree.ts';
import type { Problems } from '../css/sheet/problems.ts';
import { createProblems } from '../css/sheet/problems.ts';
import type { ComputedStyle, ContentPart, NamedString } from '../types.ts';
import type { Counters } from './counters.ts';
import { createCounters, FOOTNOTE } from './counters.ts';
import type { Targets } from './targets.ts';
import { createTargets } from './targets.ts';

/** Styling of one document. */
export interface Styling {
  readonly engine: StyleEngine;
  readonly rootSize: Pt | undefined;
  readonly counters: Counters;
  readonly quotes: { depth: number };
  /** Told each style that is used. */
  readonly used: (computed: Computed) => void;
  /** Styles of generated content, by what they are made of. */
  readonly withContent: Map<Computed, Map<string, ComputedStyle>>;
  /** Counters of the elements that `target-counter()` may name. */
  readonly targets: Targets;
  /** What `string-set` has given to names, in the order in which the elements end. */
  readonly strings: NamedString[];
  hasFootnotes: boolean;
  /** What is wrong with elements, told when all are styled. */
  readonly problems: Problems;
  /** The block container whose first letter is still to come, with the ranks of the rules for it. */
  firstLetter: FirstLetterSearch | undefined;
  nextId: number;
}

export interface FirstLetterSearch {
  readonly element: MatchElement;
  readonly ranks: readonly number[];
}

export function createStyling(
  engine: StyleEngine,
  rootSize: Pt | undefined,
  used: (computed: Computed) => void,
): Styling {
  const counters = createCounters();
  // Around the root, so that footnotes are counted through the document. CSS GCPM 3, section 2.5.
  counters.reset({ name: FOOTNOTE, value: 0 }, -1);
  return {
    engine,
    rootSize,
    counters,
    quotes: { depth: 0 },
    used,
    withContent: new Map(),
    targets: createTargets(),
    strings: [],
    hasFootnotes: false,
    problems: createProblems(),
    firstLetter: undefined,
    nextId: 0,
  };
}

/** The element around what is styled. */
export interface Outer {
  readonly computed: Computed;
  readonly rootFontSize: Pt;
  readonly depth: number;
}

/** CSS Display 3, section 2.7: what stands in such a container becomes a block. */
export function blockifiesChildren({ style: { display } }: Computed): boolean {
  return display === 'flex' || display === 'inline-flex';
}

/** One style object for the same style and the same content. */
export function styleWithContent(styling: Styling, computed: Computed, parts: readonly ContentPart[]): ComputedStyle {
  let styles = styling.withContent.get(computed);
  if (styles === undefined) {
    styles = new Map();
    styling.withContent.set(computed, styles);
  }
  const key = JSON.stringify(parts);
  const known = styles.get(key);
  if (known !== undefined) return known;
  const style: ComputedStyle = { ...computed.style, content: parts };
  styles.set(key, style);
  return style;
}
