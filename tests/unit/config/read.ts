import { createDiagnosticList, type Diagnostic } from '../../../src/base/diagnostics.ts';
import { createSourceFile } from '../../../src/base/source.ts';
import { readYaml, type YamlMapping } from '../../../src/config/read-yaml.ts';

export interface Read {
  readonly mapping: YamlMapping | undefined;
  readonly all: readonly Diagnostic[];
  /** `line:column code` of each diagnostic. */
  readonly found: readonly string[];
}

export function read(text: string): Read {
  const list = createDiagnosticList();
  const mapping = readYaml(createSourceFile('x.yaml', text), list);
  return { mapping, all: list.all, found: list.all.map(short) };
}

export const short = ({ place, code }: Diagnostic): string => `${place?.line}:${place?.column} ${code}`;

/** The mapping as plain data, for what was read without a fault. */
export function plain(mapping: YamlMapping | undefined): unknown {
  return mapping === undefined ? undefined : toPlain(mapping);
}

function toPlain(node: YamlMapping['entries'][number]['value']): unknown {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'list':
      return node.items.map(toPlain);
    case 'mapping':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, toPlain(value)]));
    case 'faulty':
      return '(faulty)';
  }
}
