import { BLACK } from '../../../base/color.ts';
import type { Place } from '../../../base/source.ts';
import type { Pt } from '../../../base/units.ts';
import type { ComputedStyle } from '../../types.ts';
import type { LonghandName, Longhands } from '../properties/longhands.ts';
import { longhandNames, properties } from '../properties/table.ts';
import type { Problems } from '../sheet/problems.ts';
import { createProblems } from '../sheet/problems.ts';
import type { ComputeContext, Variables } from '../values/compute-context.ts';
import { assembleStyle, isInlineRoot } from './assemble-style.ts';
import type { Entry } from './entry.ts';
import { unset } from './entry.ts';
import type { CustomEntry } from './variables.ts';
import { resolveVariables } from './variables.ts';

/** The computed style of an element, with what its children inherit. Shared by all elements that come to the same. */
export interface Computed {
  readonly longhands: Longhands;
  readonly variables: Variables;
  readonly style: ComputedStyle;
  readonly problems: Problems | undefined;
  /** What was asked for and cannot be: told with the element, of which a shared style knows nothing. */
  readonly idle: 'float' | undefined;
  /** Styles that were computed below this one, kept by the style engine. */
  readonly children: Map<string, Computed>;
}

/** The declarations of an element in the order of the cascade: the last one of a property wins. */
export interface Cascaded {
  readonly entries: readonly (readonly Entry[])[];
  readonly custom: readonly (readonly CustomEntry[])[];
}

/** What the tree, and not the cascade, decides. CSS Display 3, section 2.7: blockification. */
export interface Situation {
  readonly blockify: boolean;
  /** Decoration of the parent goes on inside the element. CSS Text Decoration 3, section 2. */
  readonly propagatesDecoration: boolean;
  /** Set for the root: its font size in place of what the cascade says. */
  readonly rootSize: Pt | undefined;
}

const EARLY: ReadonlySet<LonghandName> = new Set<LonghandName>(['font-size', 'color']);
const REST: readonly LonghandName[] = longhandNames.filter((name) => !EARLY.has(name));
const NO_VARIABLES: Variables = new Map();

/** What the root inherits. */
const INITIAL_LONGHANDS: Longhands = initialLonghands();

function initialLonghands(): Longhands {
  const context: ComputeContext = {
    fontSize: 0,
    rootFontSize: 0,
    color: BLACK,
    get parent(): never {
      throw new Error('Initial values do not depend on a parent');
    },
    variables: NO_VARIABLES,
    invalid: () => undefined,
  };
  const target: object = Object.fromEntries(
    longhandNames.map((name) => [name, properties[name].initialValue(context)]),
  );
  if (!isComplete(target)) throw new Error('A longhand has no initial value');
  return target;
}

function isComplete(target: object): target is Longhands {
  return longhandNames.every((name) => name in target);
}

export function computeStyle(
  parent: Computed | undefined,
  rootFontSize: Pt | undefined,
  cascaded: Cascaded,
  situation: Situation,
): Computed {
  let problems: Problems | undefined;
  const noteProblems = (): Problems => {
    problems ??= createProblems();
    return problems;
  };
  const invalid = (property: string, variable: string | undefined, place: Place): void =>
    noteProblems().add('document/invalid-variable', place, { property, variable });

  const custom = new Map<string, CustomEntry>();
  for (const list of cascaded.custom) for (const entry of list) custom.set(entry.name, entry);
  const variables = resolveVariables(parent?.variables ?? NO_VARIABLES, custom, {
    cycle: (variable, place) => noteProblems().add('document/variable-cycle', place, { variable }),
    missing: (property, variable, place) => invalid(property, variable, place),
  });

  const winners = new Map<LonghandName, Entry>();
  for (const list of cascaded.entries) for (const entry of list) winners.set(entry.name, entry);

  const inherited = parent?.longhands ?? INITIAL_LONGHANDS;
  const longhands: Longhands = { ...INITIAL_LONGHANDS };
  const context: ComputeContext = {
    fontSize: inherited['font-size'],
    // On the root itself, rem counts from the initial size while its font size is computed.
    rootFontSize: rootFontSize ?? situation.rootSize ?? inherited['font-size'],
    color: inherited.color,
    parent: inherited,
    variables,
    invalid,
  };
  applyWinner(longhands, 'font-size', winners, context);
  if (situation.rootSize !== undefined) longhands['font-size'] = situation.rootSize;
  context.fontSize = longhands['font-size'];
  applyWinner(longhands, 'color', winners, context);
  context.color = longhands.color;
  const restContext = rootFontSize === undefined ? { ...context, rootFontSize: longhands['font-size'] } : context;
  for (const name of REST) applyWinner(longhands, name, winners, restContext);
  // CSS 2.2, section 9.7: what is out of the flow does not float, and what floats or is out of the flow is a block.
  const isPlaced = longhands.position.kind === 'absolute' || longhands.position.kind === 'running';
  // CSS Flexbox 1, section 3: nor do the items of a flex container.
  const isItem = situation.blockify && parent !== undefined && !isPlaced;
  const idle = isItem && longhands.float !== 'none' ? 'float' : undefined;
  if (isPlaced || situation.blockify) longhands.float = 'none';
  const isOut = isPlaced || longhands.float !== 'none';
  const written = longhands.display;
  if (
    situation.blockify ||
    longhands.position.kind === 'absolute' ||
    longhands.float === 'left' ||
    longhands.float === 'right'
  ) {
    longhands.display = blockified(longhands.display);
  }
  // CSS Text Decoration 3, section 2: decoration does not go on into floats, boxes out of the flow and inline blocks.
  const propagates = situation.propagatesDecoration && !isOut && !isInlineRoot(longhands.display);
  const outer = { decorating: propagates ? parent?.style : undefined, page: parent?.style.page };
  const style = assembleStyle(longhands, written, outer);
  return { longhands, variables, style, problems, idle, children: new Map() };
}

function applyWinner(
  target: Longhands,
  name: LonghandName,
  winners: ReadonlyMap<LonghandName, Entry>,
  context: ComputeContext,
): void {
  const winner = winners.get(name);
  if (winner === undefined) unset(target, name, context);
  else winner.apply(target, context);
}

/** CSS Display 3, section 2.7. Table parts become plain blocks. */
function blockified(display: Longhands['display']): Longhands['display'] {
  switch (display) {
    case 'inline-flex':
      return 'flex';
    case 'inline-table':
      return 'table';
    case 'none':
    case 'block':
    case 'flow-root':
    case 'flex':
    case 'table':
    case 'list-item':
      return display;
    default:
      return 'block';
  }
}
