import type { LonghandName } from '../../../src/document/css/properties/longhands.ts';
import { longhandNames } from '../../../src/document/css/properties/table.ts';
import { RECIPES, type Recipe, type Role } from './recipes.ts';
import type { Random } from './seeded.ts';
import type { Declaration } from './tree.ts';
import type { ValueContext } from './values.ts';

export interface Growing extends Omit<ValueContext, 'roles'> {
  readonly random: Random;
  /** Properties that this tree is to show. */
  readonly focus: ReadonlySet<LonghandName>;
  /** Inline-level boxes may stand at the bottom of the line. */
  readonly hasBottoms: boolean;
  /** Elements that may still be made. */
  left: number;
  /** How many multi-column containers stand around. */
  columns: number;
}

type Declared = Extract<Recipe, { kind: 'declared' }>;

/** Of the properties that are declared at random: how likely each is for a role, by name. */
const declaredNames = longhandNames.filter((name) => recipeOf(name).kind === 'declared');

/** Stops the run where a longhand has no recipe. */
export function recipeOf(name: LonghandName): Recipe {
  const recipe: Recipe | undefined = RECIPES[name];
  if (recipe === undefined) throw new Error(`no generator for property ${name} (tests/e2e/random/recipes.ts)`);
  return recipe;
}

/**
 * Between columns the browser cuts paddings, borders and what stands out of a height, each in a way of its own; pages of
 * print are the place to compare what is cut there. On a screen, where it would scroll, it does not cut a box that clips.
 */
const WHOLE_IN_COLUMNS =
  /^(overflow|height|max-height|min-height|padding-(top|bottom)|border-(top|bottom)-(width|style))$/;

const FOCUS_PROBABILITY = 0.7;
/** Elements that only few declarations are given, so that a wrong one is easily found. */
const PLAIN_PROBABILITY = 0.6;

/** Random declarations for an element that plays the roles. What is given stands, unless it is declared again. */
export function dress(growing: Growing, roles: readonly Role[], given: readonly Declaration[] = []): Declaration[] {
  const { random, focus } = growing;
  const made = new Map<string, string>(given);
  const isPlain = random.chance(PLAIN_PROBABILITY);
  for (const name of declaredNames) {
    const recipe = recipeOf(name) as Declared;
    const weight = Math.max(0, ...roles.map((role) => recipe.where[role] ?? 0));
    if (weight === 0 || made.has(name)) continue;
    const probability = focus.has(name) ? Math.max(FOCUS_PROBABILITY, weight) : isPlain ? weight / 10 : weight / 2;
    if (!random.chance(probability)) continue;
    if (growing.columns > 0 && !roles.includes('columns') && WHOLE_IN_COLUMNS.test(name)) continue;
    // The initial family is no font of the tests.
    const isWide = name !== 'font-family' && random.chance(0.02);
    made.set(name, isWide ? random.pick(['inherit', 'initial', 'unset']) : recipe.value({ ...growing, roles }));
    if (focus.has(name)) for (const [other, value] of recipe.beside ?? []) if (!made.has(other)) made.set(other, value);
  }
  drawBorders(growing, made);
  keepCapitals(made);
  return [...made];
}

/** A width is worth nothing without a style. */
function drawBorders({ random }: Growing, made: Map<string, string>): void {
  for (const side of ['top', 'right', 'bottom', 'left']) {
    if (!made.has(`border-${side}-width`) || made.has(`border-${side}-style`)) continue;
    if (random.chance(0.9)) made.set(`border-${side}-style`, random.pick(['solid', 'double', 'dashed', 'dotted']));
  }
}

/** A browser makes small capitals itself for a font that has none: they are asked for in the one that has them. */
function keepCapitals(made: Map<string, string>): void {
  const family = made.get('font-family');
  const isSlanted = made.has('font-style');
  if (made.has('font-variant-caps') && !isSlanted) {
    made.set('font-family', '"Source Serif 4"');
    made.set('font-style', 'normal');
  } else if (isSlanted || (family !== undefined && !family.startsWith('"Source Serif 4"'))) {
    made.set('font-variant-caps', 'normal');
  }
}
