import type { Reporter } from '../base/diagnostics.ts';
import { createDiagnosticList } from '../base/diagnostics.ts';
import { nearestName } from '../base/nearest-name.ts';
import type { SourceFile } from '../base/source.ts';
import type { Pt } from '../base/units.ts';
import { mm } from '../base/units.ts';
import type { YamlEntry, YamlNode } from '../config/read-yaml.ts';
import { readYaml } from '../config/read-yaml.ts';
import type { PaperName } from '../config/types.ts';
import { forward } from './forward.ts';
import type { LayoutSettings } from './types.ts';

const paperNames: readonly PaperName[] = ['A3', 'A4', 'A5', 'F4'];
const keys = ['name', 'papers', 'safeDistance', 'bleeds'] as const;

/** Office printers leave up to 8.5 mm blank at an edge. */
const DEFAULT_SAFE_DISTANCE = mm(8.5);
const MAX_SAFE_DISTANCE = mm(50);

/** `layout.yaml`; without the file, or without a key, what suits most. `undefined` when an error was reported. */
export function readSettings(
  source: SourceFile | undefined,
  folderName: string,
  reporter: Reporter,
): LayoutSettings | undefined {
  const problems = createDiagnosticList();
  const settings: { -readonly [K in keyof LayoutSettings]: LayoutSettings[K] } = {
    name: folderName,
    papers: paperNames,
    safeDistance: DEFAULT_SAFE_DISTANCE,
    bleeds: false,
  };
  const mapping = source === undefined ? undefined : readYaml(source, problems);
  for (const entry of mapping?.entries ?? []) {
    const { key, value, keyPlace } = entry;
    if (!keys.some((known) => known === key)) {
      problems.report('template/unknown-setting', keyPlace, { key, nearest: nearestName(key, keys) });
    } else if (value.kind !== 'faulty' && !take(settings, entry)) {
      problems.report('template/bad-setting', value.place, { key, value: shortText(value), expected: expectedOf(key) });
    }
  }
  forward(problems.all, reporter);
  return problems.hasErrors() ? undefined : settings;
}

/** False when the value is none for its key. */
function take(settings: { -readonly [K in keyof LayoutSettings]: LayoutSettings[K] }, entry: YamlEntry): boolean {
  const { key, value } = entry;
  const text = value.kind === 'text' ? value.text.trim() : '';
  if (key === 'name') {
    if (text === '' || text.length > 100) return false;
    settings.name = text;
    return true;
  }
  if (key === 'bleeds') {
    if (text !== 'true' && text !== 'false') return false;
    settings.bleeds = text === 'true';
    return true;
  }
  if (key === 'safeDistance') {
    const distance = lengthOf(text);
    if (distance === undefined) return false;
    settings.safeDistance = distance;
    return true;
  }
  const names = value.kind === 'list' ? value.items.map((item) => (item.kind === 'text' ? item.text : '')) : [text];
  const papers = paperNames.filter((paper) => names.includes(paper));
  if (papers.length === 0 || papers.length !== new Set(names).size) return false;
  settings.papers = papers;
  return true;
}

/** `8.5mm`, `1cm`, `24pt`: from 0 to 50 mm. */
function lengthOf(text: string): Pt | undefined {
  const match = /^(\d{1,3}(?:\.\d{1,3})?)(mm|cm|pt)$/.exec(text);
  if (match === null) return undefined;
  const value = Number(match[1]);
  const points = match[2] === 'pt' ? value : mm(match[2] === 'cm' ? value * 10 : value);
  return points <= MAX_SAFE_DISTANCE ? points : undefined;
}

function expectedOf(key: string): string {
  switch (key) {
    case 'papers':
      return `[${paperNames.join(', ')}]`;
    case 'safeDistance':
      return '8.5mm';
    case 'bleeds':
      return 'true / false';
    default:
      return 'Buletin';
  }
}

function shortText(value: YamlNode): string {
  if (value.kind === 'text') return value.text.length > 60 ? `${value.text.slice(0, 59)}…` : value.text;
  return value.kind === 'list' ? `[${value.items.map(shortText).join(', ')}]`.slice(0, 60) : '{…}';
}
