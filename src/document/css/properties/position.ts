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

/** As in `docs/css.md`. */
export const POSITION_VALUES =
  '[ left | center | right | top | bottom | <length> | <percentage> ]{1,2} | [ left | right ] <length> && [ top | bottom ] <length>';

/** CSS Values 4, section 9: `<position>` of one, two or four values. */
export function parsePosition(values: Values): Specified<Position> | undefined {
  const [first, second] = values;
  if (values.length === 4) return fromEdges(values);
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

const ZERO_LENGTH: ComponentValue = { kind: 'number', value: 0, integer: true };

/** CSS Backgrounds 3, section 2.6: with three values one edge has no distance, or is the middle. */
export function parseBackgroundPosition(values: Values): Specified<Position> | undefined {
  const [first, second, third] = values;
  if (values.length !== 3 || first === undefined || second === undefined || third === undefined) {
    return parsePosition(values);
  }
  return second.kind === 'ident'
    ? fromEdges([first, ZERO_LENGTH, second, third])
    : fromEdges([first, second, third, ZERO_LENGTH]);
}

/** `right 10pt bottom 5pt`, also the other way round. */
function fromEdges([side, across, edge, down]: Values): Specified<Position> | undefined {
  if (side === undefined || across === undefined || edge === undefined || down === undefined) return undefined;
  const x = fromEdge(side, across, 'left', 'right');
  const y = fromEdge(edge, down, 'top', 'bottom');
  if (x !== undefined && y !== undefined) return positionOf(x, y);
  const swappedX = fromEdge(edge, down, 'left', 'right');
  const swappedY = fromEdge(side, across, 'top', 'bottom');
  return swappedX === undefined || swappedY === undefined ? undefined : positionOf(swappedX, swappedY);
}

/** From the far edge it counts backwards. */
function fromEdge(
  edge: ComponentValue,
  distance: ComponentValue,
  near: string,
  far: string,
): Specified<LengthPercentage> | undefined {
  if (edge.kind === 'ident' && edge.name === 'center' && distance === ZERO_LENGTH) return percent(50);
  const length = parseLength([distance], { percent: true, negative: true });
  if (edge.kind !== 'ident' || length === undefined || (edge.name !== near && edge.name !== far)) return undefined;
  if (edge.name === near) return length;
  return (context) => {
    const { pt, percent: part } = length(context);
    return { pt: 0 - pt, percent: 100 - part };
  };
}

function offset(value: ComponentValue, names: ReadonlyMap<string, number>): Specified<LengthPercentage> | undefined {
  if (value.kind !== 'ident') return parseLength([value], { percent: true, negative: true });
  const known = names.get(value.name);
  return known === undefined ? undefined : percent(known);
}

function positionOf(x: Specified<LengthPercentage>, y: Specified<LengthPercentage>): Specified<Position> {
  return (context) => ({ x: x(context), y: y(context) });
}
