/**
 * The parts of OpenType layout tables that say where a lookup applies, as the font library reads them. OpenType 1.9,
 * "OpenType Layout Common Table Formats".
 */
interface Coverage {
  readonly glyphs?: readonly number[];
  readonly rangeRecords?: readonly { readonly start: number; readonly end: number }[];
}

interface ClassDefinition {
  readonly startGlyph?: number;
  readonly classValueArray?: readonly number[];
  readonly classRangeRecord?: readonly { readonly start: number; readonly end: number; readonly class: number }[];
}

/** Classes in a class-based context. */
interface ChainRule {
  readonly backtrack: readonly number[];
  readonly input: readonly number[];
  readonly lookahead: readonly number[];
}

interface SubTable {
  readonly lookupType?: number;
  readonly extension?: SubTable;
  readonly coverage?: Coverage;
  readonly coverages?: readonly Coverage[];
  readonly inputCoverage?: readonly Coverage[];
  readonly lookaheadCoverage?: readonly Coverage[];
  readonly backtrackCoverage?: readonly Coverage[];
  readonly markCoverage?: Coverage;
  readonly mark1Coverage?: Coverage;
  readonly backtrackClassDef?: ClassDefinition;
  readonly inputClassDef?: ClassDefinition;
  readonly lookaheadClassDef?: ClassDefinition;
  readonly chainClassSet?: readonly (readonly ChainRule[] | null)[];
  readonly ligatureSets?: { get(index: number): readonly { readonly components: readonly number[] }[] };
}

interface Lookup {
  readonly lookupType: number;
  readonly flags?: { readonly flags?: { readonly ignoreBaseGlyphs?: boolean; readonly ignoreLigatures?: boolean } };
  readonly subTables: readonly SubTable[];
}

interface LayoutTable {
  readonly scriptList?: readonly {
    readonly tag: string;
    readonly script: { readonly defaultLangSys?: { readonly featureIndexes: readonly number[] } | null };
  }[];
  readonly featureList: readonly {
    readonly tag: string;
    readonly feature: { readonly lookupListIndexes: readonly number[] };
  }[];
  readonly lookupList: { get(index: number): Lookup };
}

export interface LayoutTables {
  readonly GSUB?: LayoutTable;
  readonly GPOS?: LayoutTable;
}

/** A lookup can apply at a glyph of `first`, if what stands beside it is in the other sets, where there are any. */
interface Trigger {
  readonly first: ReadonlySet<number>;
  readonly next: ReadonlySet<number> | undefined;
  readonly previous: ReadonlySet<number> | undefined;
}

/** Where text needs more than its own glyphs with single and pair adjustment. */
export interface Triggers {
  atGlyph(glyph: number): boolean;
  atPair(left: number, right: number): boolean;
}

/** What the library applies to Latin text without being asked. */
const DEFAULT_FEATURES = [
  'rvrn',
  'ltra',
  'ltrm',
  'ccmp',
  'locl',
  'rlig',
  'mark',
  'mkmk',
  'calt',
  'clig',
  'liga',
  'rclt',
  'curs',
  'kern',
] as const;

/** The script that plain text is shaped with, and what the library takes when a font lacks it. */
const SCRIPTS = ['latn', 'DFLT', 'dflt'] as const;

const GSUB_LIGATURE = 4;
const GSUB_EXTENSION = 7;
const GPOS_SINGLE = 1;
const GPOS_PAIR = 2;
const GPOS_EXTENSION = 9;

/**
 * The triggers of all enabled substitutions, attachments and contextual lookups for Latin text, marked too often rather
 * than too seldom. `undefined` when the tables do not allow to tell.
 */
export function findTriggers(tables: LayoutTables, features: Readonly<Record<string, boolean>>): Triggers | undefined {
  const enabled = new Set<string>(DEFAULT_FEATURES);
  for (const tag of Object.keys(features)) {
    if (features[tag] === true) enabled.add(tag);
    else enabled.delete(tag);
  }
  const triggers: Trigger[] = [];
  for (const lookup of enabledLookups(tables.GSUB, enabled)) {
    for (const { type, table } of subTablesOf(lookup, GSUB_EXTENSION)) {
      const found = type === GSUB_LIGATURE ? ligatureTriggers(table) : contextTriggers(table);
      if (found === undefined) return undefined;
      triggers.push(...(seesNeighbours(lookup) ? found : found.map((trigger) => alone(trigger.first))));
    }
  }
  for (const lookup of enabledLookups(tables.GPOS, enabled)) {
    // Such a lookup makes pairs of glyphs that do not stand side by side.
    if (!seesNeighbours(lookup)) return undefined;
    for (const { type, table } of subTablesOf(lookup, GPOS_EXTENSION)) {
      if (type === GPOS_SINGLE || type === GPOS_PAIR) continue;
      const found = contextTriggers(table);
      if (found === undefined) return undefined;
      triggers.push(...found);
    }
  }
  return collect(triggers);
}

function collect(triggers: readonly Trigger[]): Triggers {
  const lone = new Set<number>();
  const beside: Trigger[] = [];
  for (const trigger of triggers) {
    if (trigger.next !== undefined || trigger.previous !== undefined) beside.push(trigger);
    else for (const glyph of trigger.first) lone.add(glyph);
  }
  return {
    atGlyph: (glyph) => lone.has(glyph),
    atPair: (left, right) =>
      beside.some(({ first, next, previous }) =>
        next !== undefined ? first.has(left) && next.has(right) : previous?.has(left) === true && first.has(right),
      ),
  };
}

function* enabledLookups(table: LayoutTable | undefined, enabled: ReadonlySet<string>): Iterable<Lookup> {
  if (table === undefined) return;
  const tag = SCRIPTS.find((name) => table.scriptList?.some((record) => record.tag === name));
  const script = table.scriptList?.find((record) => record.tag === tag)?.script;
  const indexes = new Set<number>();
  for (const index of script?.defaultLangSys?.featureIndexes ?? []) {
    const record = table.featureList[index];
    if (record !== undefined && enabled.has(record.tag)) {
      for (const lookup of record.feature.lookupListIndexes) indexes.add(lookup);
    }
  }
  for (const index of indexes) yield table.lookupList.get(index);
}

function* subTablesOf(lookup: Lookup, extensionType: number): Iterable<{ type: number; table: SubTable }> {
  for (const table of lookup.subTables) {
    if (lookup.lookupType !== extensionType) yield { type: lookup.lookupType, table };
    else yield { type: table.lookupType ?? 0, table: table.extension ?? {} };
  }
}

/** Plain text has no marks: only these flags make a lookup jump over one of its glyphs. */
function seesNeighbours(lookup: Lookup): boolean {
  const flags = lookup.flags?.flags;
  return flags?.ignoreBaseGlyphs !== true && flags?.ignoreLigatures !== true;
}

function ligatureTriggers(table: SubTable): readonly Trigger[] | undefined {
  const { coverage, ligatureSets } = table;
  if (coverage === undefined || ligatureSets === undefined) return undefined;
  return [...glyphsOf(coverage)].map((glyph, index) => {
    const ligatures = ligatureSets.get(index);
    const next = new Set(ligatures.flatMap(({ components }) => components.slice(0, 1)));
    const first = new Set([glyph]);
    return ligatures.some(({ components }) => components.length === 0) ? alone(first) : { ...alone(first), next };
  });
}

function contextTriggers(table: SubTable): readonly Trigger[] | undefined {
  const input = table.inputCoverage ?? table.coverages;
  if (input !== undefined) {
    const [first, second] = input;
    if (first === undefined) return undefined;
    const ahead = second ?? table.lookaheadCoverage?.[0];
    const behind = table.backtrackCoverage?.[0];
    return [
      {
        first: glyphsOf(first),
        next: ahead === undefined ? undefined : glyphsOf(ahead),
        previous: behind === undefined ? undefined : glyphsOf(behind),
      },
    ];
  }
  if (table.chainClassSet !== undefined) return classTriggers(table, table.chainClassSet);
  const coverage = table.coverage ?? table.markCoverage ?? table.mark1Coverage;
  return coverage === undefined ? undefined : [alone(glyphsOf(coverage))];
}

/** Chained contexts, format 2: a set of rules for each class of the first glyph. */
function classTriggers(
  table: SubTable,
  sets: readonly (readonly ChainRule[] | null)[],
): readonly Trigger[] | undefined {
  const { coverage, inputClassDef, lookaheadClassDef, backtrackClassDef } = table;
  if (coverage === undefined || inputClassDef === undefined) return undefined;
  const classes = classesOf(inputClassDef);
  const ahead = lookaheadClassDef === undefined ? undefined : classesOf(lookaheadClassDef);
  const behind = backtrackClassDef === undefined ? undefined : classesOf(backtrackClassDef);
  return sets.flatMap((rules, index) => {
    const first = new Set([...glyphsOf(coverage)].filter((glyph) => (classes.get(glyph) ?? 0) === index));
    return (rules ?? []).map((rule) => ({
      first,
      next: rule.input.length > 0 ? glyphsIn(classes, rule.input[0]) : glyphsIn(ahead, rule.lookahead[0]),
      previous: glyphsIn(behind, rule.backtrack[0]),
    }));
  });
}

function classesOf(definition: ClassDefinition): ReadonlyMap<number, number> {
  const classes = new Map<number, number>();
  definition.classValueArray?.forEach((value, index) => {
    classes.set((definition.startGlyph ?? 0) + index, value);
  });
  for (const range of definition.classRangeRecord ?? []) {
    for (let glyph = range.start; glyph <= range.end; glyph += 1) classes.set(glyph, range.class);
  }
  return classes;
}

/** `undefined`: any glyph, for class 0 holds all that have no other. */
function glyphsIn(
  classes: ReadonlyMap<number, number> | undefined,
  value: number | undefined,
): ReadonlySet<number> | undefined {
  if (classes === undefined || value === undefined || value === 0) return undefined;
  return new Set([...classes].filter(([, own]) => own === value).map(([glyph]) => glyph));
}

function alone(first: ReadonlySet<number>): Trigger {
  return { first, next: undefined, previous: undefined };
}

/** In the order of the coverage index. */
function glyphsOf(coverage: Coverage): ReadonlySet<number> {
  const glyphs = new Set(coverage.glyphs ?? []);
  for (const { start, end } of coverage.rangeRecords ?? []) {
    for (let glyph = start; glyph <= end; glyph += 1) glyphs.add(glyph);
  }
  return glyphs;
}
