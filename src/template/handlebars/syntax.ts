import type { Place, SourceFile } from '../../base/source.ts';
import { placeAt } from '../../base/source.ts';

/** The nodes of Handlebars' tree as its parser makes them; its own types leave the union open. */
export interface Node {
  readonly loc: hbs.AST.SourceLocation;
}

export interface Program extends Node {
  readonly type: 'Program';
  body: Statement[];
  readonly blockParams?: readonly string[];
}

export type Statement = Mustache | Block | Partial | PartialBlock | Decorator | Content | Comment;

export interface Call extends Node {
  readonly path: Path | Literal;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
}

export interface Mustache extends Call {
  readonly type: 'MustacheStatement';
  readonly escaped: boolean;
}

export interface Block extends Call {
  readonly type: 'BlockStatement';
  readonly program?: Program;
  readonly inverse?: Program;
}

export interface Decorator extends Call {
  readonly type: 'Decorator' | 'DecoratorBlock';
}

export interface Partial extends Node {
  readonly type: 'PartialStatement';
  readonly name: Path | Literal | SubExpression;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
}

export interface PartialBlock extends Node {
  readonly type: 'PartialBlockStatement';
  readonly name: Path | Literal | SubExpression;
}

export interface Content extends Node {
  readonly type: 'ContentStatement';
  /** After white space control. */
  value: string;
  /** Before it. */
  readonly original: string;
}

interface Comment extends Node {
  readonly type: 'CommentStatement';
}

export type Expression = Path | SubExpression | Literal;

export interface Path extends Node {
  readonly type: 'PathExpression';
  /** `@index` and its kind. */
  readonly data: boolean;
  /** How many `../`. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}

interface SubExpression extends Call {
  readonly type: 'SubExpression';
}

export interface Literal extends Node {
  readonly type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'UndefinedLiteral' | 'NullLiteral';
  readonly value?: string | number | boolean;
  readonly original?: string | number | boolean;
}

interface Hash extends Node {
  readonly pairs: readonly { readonly key: string; readonly value: Expression; readonly loc: hbs.AST.SourceLocation }[];
}

/** A template file with its tree. */
export interface Template {
  readonly source: SourceFile;
  readonly program: Program;
}

/** Handlebars counts columns from 0. */
export function placeOf(source: SourceFile, node: Node): Place {
  const { start, end } = node.loc;
  return {
    path: source.path,
    line: start.line,
    column: start.column + 1,
    endLine: end.line,
    endColumn: end.column + 1,
  };
}

/** The UTF-16 offset where a node begins. */
export function offsetOf(source: SourceFile, node: Node): number {
  return (source.lineStarts[node.loc.start.line - 1] ?? 0) + node.loc.start.column;
}

export const placeOfOffset = (source: SourceFile, offset: number): Place => placeAt(source, offset);

/** A name alone, that Handlebars takes for a helper when there is one: not `this.x`, `../x`, `x.y`, `@x`. */
export function isSimpleName(path: Path): boolean {
  return path.parts.length === 1 && path.depth === 0 && !path.data && !isScoped(path);
}

/** `this.x`, `./x`, `../x`: never a helper or a block parameter. Same test as Handlebars' own. */
export function isScoped(path: Path): boolean {
  return /^\.|this\b/.test(path.original);
}
