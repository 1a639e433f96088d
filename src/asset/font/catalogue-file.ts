import { createDiagnosticList } from '../../base/diagnostics.ts';
import { createSourceFile } from '../../base/source.ts';
import { readYaml, type YamlMapping, type YamlNode } from '../../config/read-yaml.ts';

/** `fonts/catalogue.yaml` of the program: which packages hold which faces. */
export interface CatalogueFile {
  readonly faces: readonly CatalogueFace[];
  /** CSS generic family → family. */
  readonly generics: Readonly<Record<string, string>>;
  /** Families in the order in which they are tried. */
  readonly fallbacks: readonly string[];
}

export interface CatalogueFace {
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** npm package, and the file inside it, with `/`. */
  readonly package: string;
  readonly file: string;
}

/** The file is part of the program: a fault in it throws. */
export function readCatalogueFile(text: string): CatalogueFile {
  const diagnostics = createDiagnosticList();
  const root = readYaml(createSourceFile('fonts/catalogue.yaml', text), diagnostics);
  if (root === undefined || diagnostics.all.length > 0) throw new Error('fonts/catalogue.yaml cannot be read.');
  const faces = listIn(root, 'families').flatMap((node) => {
    const family = mapping(node);
    return listIn(family, 'faces').map((entry) => {
      const face = mapping(entry);
      return {
        id: textIn(face, 'id'),
        family: textIn(family, 'family'),
        weight: Number(textIn(face, 'weight')),
        style: textIn(face, 'style') === 'italic' ? ('italic' as const) : ('normal' as const),
        package: textIn(family, 'package'),
        file: textIn(face, 'file'),
      };
    });
  });
  const generics = mapping(valueIn(root, 'generics')).entries.map((entry) => [entry.key, textOf(entry.value)] as const);
  return { faces, generics: Object.fromEntries(generics), fallbacks: listIn(root, 'fallbacks').map(textOf) };
}

function valueIn(node: YamlMapping, key: string): YamlNode {
  const entry = node.entries.find((candidate) => candidate.key === key);
  if (entry === undefined) throw new Error(`fonts/catalogue.yaml has no "${key}".`);
  return entry.value;
}

function mapping(node: YamlNode): YamlMapping {
  if (node.kind !== 'mapping') throw new Error(`fonts/catalogue.yaml, line ${node.place.line}: not a mapping.`);
  return node;
}

function textOf(node: YamlNode): string {
  if (node.kind !== 'text') throw new Error(`fonts/catalogue.yaml, line ${node.place.line}: not a text.`);
  return node.text;
}

function textIn(node: YamlMapping, key: string): string {
  return textOf(valueIn(node, key));
}

function listIn(node: YamlMapping, key: string): readonly YamlNode[] {
  const value = valueIn(node, key);
  if (value.kind !== 'list') throw new Error(`fonts/catalogue.yaml, line ${value.place.line}: not a list.`);
  return value.items;
}
