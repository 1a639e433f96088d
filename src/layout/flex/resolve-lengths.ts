import type { Pt } from '../../base/units.ts';

/** An item of one line along the main axis. All sizes are of the content box. */
export interface FlexLength {
  readonly base: Pt;
  readonly min: Pt;
  /** Infinity for `none`. */
  readonly max: Pt;
  readonly grow: number;
  readonly shrink: number;
  /** Margin, border and padding along the main axis; auto margins count 0. */
  readonly outer: Pt;
}

export const hypotheticalSize = (item: FlexLength): Pt => Math.max(item.min, Math.min(item.base, item.max), 0);

/**
 * CSS Flexbox 1, section 9.7: used content-box main sizes of the items of one line.
 * `available`: inner main size of the container without the gaps between the items.
 */
export function resolveFlexibleLengths(items: readonly FlexLength[], available: Pt): readonly Pt[] {
  const hypothetical = items.map(hypotheticalSize);
  const growing = items.reduce((sum, item, i) => sum + item.outer + hypothetical[i]!, 0) < available;
  const factor = (item: FlexLength): number => (growing ? item.grow : item.shrink);
  const size = [...hypothetical];
  const frozen = items.map(
    (item, i) => factor(item) === 0 || (growing ? item.base > hypothetical[i]! : item.base < hypothetical[i]!),
  );
  if (!frozen.includes(false)) return size;
  const spaceLeft = (): Pt =>
    items.reduce((left, item, i) => left - item.outer - (frozen[i] ? size[i]! : item.base), available);
  const initial = spaceLeft();

  // Each turn freezes at least one item.
  for (let turn = 0; turn < items.length && frozen.includes(false); turn++) {
    const loose = items.flatMap((item, i) => (frozen[i] ? [] : [{ item, i }]));
    const factors = loose.reduce((sum, { item }) => sum + factor(item), 0);
    let left = spaceLeft();
    if (factors < 1 && Math.abs(initial * factors) < Math.abs(left)) left = initial * factors;
    const scaled = loose.reduce((sum, { item }) => sum + item.shrink * item.base, 0);
    let violation = 0;
    const clamped = loose.map(({ item, i }) => {
      const share = growing
        ? left * (item.grow / factors)
        : scaled === 0
          ? 0
          : left * ((item.shrink * item.base) / scaled);
      const target = item.base + (left === 0 ? 0 : share);
      size[i] = Math.max(item.min, Math.min(target, item.max), 0);
      violation += size[i]! - target;
      return size[i]! - target;
    });
    for (const [k, { i }] of loose.entries()) {
      const change = clamped[k]!;
      if (Math.abs(violation) < 1e-9 || (violation > 0 ? change > 0 : change < 0)) frozen[i] = true;
    }
  }
  return size;
}
