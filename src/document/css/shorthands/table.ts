import { boxShorthands } from './box.ts';
import { columnShorthands } from './columns.ts';
import type { Shorthand } from './define.ts';
import { flexShorthands } from './flex.ts';
import { textShorthands } from './text.ts';

/** Every shorthand that is supported. */
export const shorthands: ReadonlyMap<string, Shorthand> = new Map(
  Object.entries({ ...boxShorthands, ...columnShorthands, ...flexShorthands, ...textShorthands }),
);
