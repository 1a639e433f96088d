import type { Reporter } from '../../base/diagnostics.ts';
import { nearestName } from '../../base/nearest-name.ts';
import type { Place } from '../../base/source.ts';
import type { Counters, CounterValues } from './counters.ts';

/**
 * What `target-counter()` shows of other elements: CSS Content 3, section 4.2. An element may stand after the one that
 * asks for it, so that the tree is styled a second time when a counter was missed in the first.
 */
export interface Targets {
  /** Of the whole document; empty until it was styled once. */
  known: ReadonlyMap<string, CounterValues>;
  /** `id` → the counters at its first element. */
  readonly found: Map<string, CounterValues>;
  /** Each `id` that was asked for and is not known, with the place of the first one who asked. */
  readonly missed: Map<string, Place | undefined>;
}

export function createTargets(): Targets {
  return { known: new Map(), found: new Map(), missed: new Map() };
}

/** Before the tree is styled once more, and before its pages are. */
export function knowTargets(targets: Targets): void {
  targets.known = new Map(targets.found);
  targets.found.clear();
  targets.missed.clear();
}

export function noteTarget(targets: Targets, id: string, counters: Counters): void {
  if (!targets.found.has(id)) targets.found.set(id, counters.all());
}

/** 0 for a counter that is not there, as `counter()` has it; `undefined` without such an element, or not yet. */
export function targetCounter(
  targets: Targets,
  wanted: { readonly id: string; readonly name: string; readonly place: Place | undefined },
): number | undefined {
  const values = targets.known.get(wanted.id);
  if (values !== undefined) return values.get(wanted.name) ?? 0;
  if (!targets.missed.has(wanted.id)) targets.missed.set(wanted.id, wanted.place);
  return undefined;
}

export function reportMissed({ known, missed }: Targets, reporter: Reporter): void {
  for (const [id, place] of missed) {
    reporter.report('layout/unknown-target', place, { id, nearest: nearestName(id, [...known.keys()]) });
  }
}
