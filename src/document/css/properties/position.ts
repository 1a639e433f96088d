import type { LengthPercentage } from '../../types.ts';
import type { ComponentValue, Values } from '../values/component-values.ts';
import type { Specified } from '../values/compute-context.ts';
import { constant } from '../values/compute-context.ts';
import { parseLength } from '../values/length.ts';

interface Position {
  readonly x: LengthPercentage;
  readonly y: LengthPercentage;
}

const percent = (value: number): Specified<LengthPercentage> => constant({ pt: 0, percent: value });

const HORIZONTAL: ReadonlyMap<string, number> = new Map([
  ['left', 0],
  ['center', 50],
  ['right', 100],
]);
const VERTICAL: ReadonlyMap<string, number> = new Map([
  ['top', 0],
  ['center', 50],
  ['bottom', 100],
]);

/** CSS Values 4, section 9: `<position>` of one or two values. */
export function parsePosition(values: Values): Specified<Position> | undefined {
  const [first, second] = values;
  if (first === undefined || values.length > 2) return undefined;
  if (second === undefined) {
    const x = offset(first, HORIZONTAL);
    if (x !== undefined) return positionOf(x, percent(50));
    const y = offset(first, VERTICAL);
    return y === undefined ? undefined : positionOf(percent(50), y);
  }
  const x = offset(first, HORIZONTAL);
  const y = offset(second, VERTICAL);
  if (x !== undefined && y !== undefined) return positionOf(x, y);
  // Two keywords may stand in either order.
  if (first.kind !== 'ident' || second.kind !== 'ident') return undefined;
  const swappedX = offset(second, HORIZONTAL);
  const swappedY = offset(first, VERTICAL);
  return swappedX === undefined || swappedY === undefined ? undefined : positionOf(swappedX, swappedY);
}

function offset(value: ComponentValue, names: ReadonlyMap<string, number>): Specified<LengthPercentage> | undefined {
  if (value.kind !== 'ident') return parseLength([value], { percent: true, negative: true });
  const known = names.get(value.name);
  return known === undefined ? undefined : percent(known);
}

function positionOf(x: Specified<LengthPercentage>, y: Specified<LengthPercentage>): Specified<Position> {
  return (context) => ({ x: x(context), y: y(context) });
}
