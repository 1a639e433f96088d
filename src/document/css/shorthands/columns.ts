import type { Values } from '../values/component-values.ts';
import type { Shorthand, SpecifiedLonghands } from './define.ts';
import { fillInitial, inAnyOrder, setParsed } from './define.ts';

const COLUMNS = ['column-width', 'column-count'] as const;
const RULE = ['column-rule-width', 'column-rule-style', 'column-rule-color'] as const;

/** CSS Multi-column Layout 1, section 3.3: `auto` stands for whichever of both is left. */
function expandColumns(values: Values): SpecifiedLonghands | undefined {
  if (values.length === 0 || values.length > 2) return undefined;
  const given = values.filter((value) => value.kind !== 'ident' || value.name !== 'auto');
  const result: SpecifiedLonghands = {};
  for (const value of given) {
    if (!COLUMNS.some((name) => result[name] === undefined && setParsed(result, name, [value]))) return undefined;
  }
  fillInitial(result, COLUMNS);
  return result;
}

export const columnShorthands: Readonly<Record<string, Shorthand>> = {
  columns: { longhands: COLUMNS, values: '<width> || <count>', note: '', expand: expandColumns },
  'column-rule': {
    longhands: RULE,
    values: '<width> || <style> || <color>',
    note: '',
    expand: (values) => inAnyOrder(values, RULE),
  },
};
