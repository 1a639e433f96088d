import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { Reporter } from '../base/diagnostics.ts';
import type { Place, SourceFile } from '../base/source.ts';
import { CONFIG_LIMITS } from './limits.ts';
import { scanYaml } from './scan-yaml.ts';

/** YAML as plain records with places: every scalar is text until a schema types it. */
export type YamlNode =
  | { readonly kind: 'text'; readonly text: string; readonly place: Place }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[]; readonly place: Place }
  | YamlMapping
  /** Its fault was reported; it counts as given and nobody judges it again. */
  | { readonly kind: 'faulty'; readonly place: Place };

export interface YamlMapping {
  readonly kind: 'mapping';
  /** In the order of the file; each key once. */
  readonly entries: readonly YamlEntry[];
  readonly place: Place;
}

export interface YamlEntry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: YamlNode;
}

interface Reading {
  readonly path: string;
  readonly firstLine: number;
  readonly lines: LineCounter;
  readonly charAt: (offset: number) => string;
  readonly faultyLines: ReadonlySet<number>;
  readonly reporter: Reporter;
}

/**
 * Reads lines `firstLine` to `lastLine` of a file (all of it unless said otherwise) as one YAML mapping: no aliases,
 * no tags, no merge keys, each key once, depth bounded. Whoever calls it bounds the size first. `undefined` when nothing
 * can be said about the keys; a mapping may come back although errors were reported, so that the rest is checked too.
 */
export function readYaml(
  source: SourceFile,
  reporter: Reporter,
  firstLine = 1,
  lastLine = source.lineStarts.length,
): YamlMapping | undefined {
  const rows = source.text.split('\n').slice(firstLine - 1, lastLine);
  const scan = scanYaml(source, rows, firstLine, reporter);
  if (scan.outcome === 'hopeless') return undefined;
  const lines = new LineCounter();
  const document = parseDocument(scan.text, {
    schema: 'failsafe',
    version: '1.2',
    merge: false,
    uniqueKeys: false,
    strict: true,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  const reading: Reading = {
    path: source.path,
    firstLine,
    lines,
    charAt: (offset) => scan.text.charAt(offset),
    faultyLines: scan.faultyLines,
    reporter,
  };
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) {
    // What stops the parser after a repair is most likely a consequence of what was reported.
    if (scan.outcome === 'clean') reportProblem(reading, problem);
    return undefined;
  }
  const place = { path: source.path, line: firstLine, column: 1 };
  const root = document.contents;
  if (root === null || (isScalar(root) && (root.value === null || root.value === ''))) {
    return { kind: 'mapping', entries: [], place };
  }
  const node = convert(reading, root, 1);
  if (node.kind === 'mapping') return node;
  if (node.kind !== 'faulty') reporter.report('yaml/not-a-key', node.place, {});
  return undefined;
}

/** The parser's own errors, for what the scan before it let pass. */
function reportProblem(reading: Reading, problem: YAMLError): void {
  const { reporter } = reading;
  const place = placeOf(reading, problem.pos[0], problem.pos[1]);
  switch (problem.code) {
    case 'TAB_AS_INDENT':
      reporter.report('yaml/tab', place, {});
      break;
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
    case 'MULTIPLE_ANCHORS':
      reporter.report('yaml/alias', place, { corrected: undefined });
      break;
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
    case 'BAD_COLLECTION_TYPE':
      reporter.report('yaml/tag', place, { corrected: undefined });
      break;
    case 'RESOURCE_EXHAUSTION':
      reporter.report('yaml/too-deep', place, { limit: CONFIG_LIMITS.yamlDepth });
      break;
    case 'BAD_SCALAR_START':
      reporter.report('yaml/special-start', place, { character: reading.charAt(problem.pos[0]), corrected: undefined });
      break;
    default:
      reporter.report('yaml/not-readable', place, {});
  }
}

function convert(reading: Reading, node: ParsedNode | Node | null, depth: number): YamlNode {
  const place = rangeOf(reading, node);
  if (isScalar(node) && reading.faultyLines.has(place.line)) return { kind: 'faulty', place };
  if (depth > CONFIG_LIMITS.yamlDepth) {
    reading.reporter.report('yaml/too-deep', place, { limit: CONFIG_LIMITS.yamlDepth });
    return { kind: 'faulty', place };
  }
  if (isAlias(node) || (node !== null && 'anchor' in node && node.anchor !== undefined)) {
    reading.reporter.report('yaml/alias', place, { corrected: undefined });
    return { kind: 'faulty', place };
  }
  if (isMap(node)) return { kind: 'mapping', entries: convertEntries(reading, node, depth), place };
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(reading, item as ParsedNode | null, depth + 1));
    return { kind: 'list', items, place };
  }
  if (isScalar(node)) return { kind: 'text', text: typeof node.value === 'string' ? node.value : '', place };
  return { kind: 'text', text: '', place };
}

function convertEntries(reading: Reading, map: YAMLMap, depth: number): readonly YamlEntry[] {
  const entries = new Map<string, YamlEntry>();
  for (const pair of map.items) {
    const keyNode = pair.key as ParsedNode | null;
    const keyPlace = rangeOf(reading, keyNode);
    if (!isScalar(keyNode) || typeof keyNode.value !== 'string' || keyNode.value === '') {
      reading.reporter.report('yaml/not-a-key', keyPlace, {});
      continue;
    }
    const key = keyNode.value;
    const first = entries.get(key);
    if (first !== undefined) {
      const data = { key, firstLine: first.keyPlace.line };
      reading.reporter.report('yaml/duplicate-key', keyPlace, data, [first.keyPlace]);
      continue;
    }
    const valueNode = pair.value as ParsedNode | null;
    const value: YamlNode = reading.faultyLines.has(keyPlace.line)
      ? { kind: 'faulty', place: valueNode === null ? keyPlace : rangeOf(reading, valueNode) }
      : valueNode === null
        ? { kind: 'text', text: '', place: keyPlace }
        : convert(reading, valueNode, depth + 1);
    entries.set(key, { key, keyPlace, value: isEmptyText(value) ? { ...value, place: keyPlace } : value });
  }
  return [...entries.values()];
}

const isEmptyText = (node: YamlNode): boolean => node.kind === 'text' && node.text === '';

function rangeOf(reading: Reading, node: ParsedNode | Node | null): Place {
  const range = node?.range;
  if (range === undefined || range === null) return { path: reading.path, line: reading.firstLine, column: 1 };
  return placeOf(reading, range[0], range[1]);
}

function placeOf(reading: Reading, start: number, end: number): Place {
  const from = reading.lines.linePos(start);
  const to = reading.lines.linePos(Math.max(start, end));
  const shift = reading.firstLine - 1;
  return {
    path: reading.path,
    line: Math.max(1, from.line) + shift,
    column: Math.max(1, from.col),
    endLine: Math.max(1, to.line) + shift,
    endColumn: Math.max(1, to.col),
  };
}
