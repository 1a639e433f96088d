/**
 * The parts of OpenType layout tables that say which glyphs a lookup begins with, as the font library reads them.
 * OpenType 1.9, "OpenType Layout Common Table Formats".
 */
interface Coverage {
  readonly version: number;
  readonly glyphs?: readonly number[];
  readonly rangeRecords?: readonly { readonly start: number; readonly end: number }[];
}

interface SubTable {
  readonly version?: number;
  readonly lookupType?: number;
  readonly extension?: SubTable;
  readonly coverage?: Coverage;
  readonly coverages?: readonly Coverage[];
  readonly inputCoverage?: readonly Coverage[];
  readonly markCoverage?: Coverage;
  readonly mark1Coverage?: Coverage;
}

interface Lookup {
  readonly lookupType: number;
  readonly flags?: { readonly flags?: { readonly ignoreBaseGlyphs?: boolean; readonly ignoreLigatures?: boolean } };
  readonly subTables: readonly SubTable[];
}

interface LayoutTable {
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

const PAIR_ADJUSTMENT = 2;
const SINGLE_ADJUSTMENT = 1;
const GSUB_EXTENSION = 7;
const GPOS_EXTENSION = 9;

/**
 * The glyphs with which any substitution, attachment or contextual positioning of the enabled features begins, in any
 * script. Text without them is drawn with the glyphs of its characters, and positioned by single and pair adjustment
 * alone. `undefined` when the tables do not allow to tell.
 */
export function glyphsThatLookupsBeginWith(
  tables: LayoutTables,
  features: Readonly<Record<string, boolean>>,
): ReadonlySet<number> | undefined {
  const enabled = new Set<string>(DEFAULT_FEATURES);
  for (const tag of Object.keys(features)) {
    if (features[tag] === true) enabled.add(tag);
    else enabled.delete(tag);
  }
  const glyphs = new Set<number>();
  for (const lookup of enabledLookups(tables.GSUB, enabled)) {
    if (!addGlyphs(lookup, GSUB_EXTENSION, glyphs, () => false)) return undefined;
  }
  for (const lookup of enabledLookups(tables.GPOS, enabled)) {
    // Such a lookup sees pairs of glyphs that do not stand side by side.
    const skips = lookup.flags?.flags;
    if (skips?.ignoreBaseGlyphs === true || skips?.ignoreLigatures === true) return undefined;
    const isIndependent = (type: number): boolean => type === SINGLE_ADJUSTMENT || type === PAIR_ADJUSTMENT;
    if (!addGlyphs(lookup, GPOS_EXTENSION, glyphs, isIndependent)) return undefined;
  }
  return glyphs;
}

function* enabledLookups(table: LayoutTable | undefined, enabled: ReadonlySet<string>): Iterable<Lookup> {
  if (table === undefined) return;
  const indexes = new Set<number>();
  for (const { tag, feature } of table.featureList) {
    if (enabled.has(tag)) for (const index of feature.lookupListIndexes) indexes.add(index);
  }
  for (const index of indexes) yield table.lookupList.get(index);
}

/** False when a subtable does not say what it covers. */
function addGlyphs(
  lookup: Lookup,
  extensionType: number,
  glyphs: Set<number>,
  isIndependent: (type: number) => boolean,
): boolean {
  for (const outer of lookup.subTables) {
    const isExtension = lookup.lookupType === extensionType;
    const inner = isExtension ? outer.extension : outer;
    const type = isExtension ? outer.lookupType : lookup.lookupType;
    if (inner === undefined || type === undefined) return false;
    if (isIndependent(type)) continue;
    const coverage =
      inner.coverage ?? inner.inputCoverage?.[0] ?? inner.coverages?.[0] ?? inner.markCoverage ?? inner.mark1Coverage;
    if (coverage === undefined) return false;
    for (const glyph of coverage.glyphs ?? []) glyphs.add(glyph);
    for (const { start, end } of coverage.rangeRecords ?? []) {
      for (let glyph = start; glyph <= end; glyph += 1) glyphs.add(glyph);
    }
  }
  return true;
}
