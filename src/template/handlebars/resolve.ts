import type { FieldKind } from '../../base/codes/template.ts';
import type { Reporter } from '../../base/diagnostics.ts';
import { nearestName } from '../../base/nearest-name.ts';
import type { SourceFile } from '../../base/source.ts';
import type { Field } from '../schema.ts';
import type { HelperSignature, ParameterKind } from './helpers.ts';
import { inlineHelpers } from './helpers.ts';
import type { Scope, Scopes, Value } from './scope.ts';
import { fieldsOf, isOptional, memberOf, namesOf, partOf } from './scope.ts';
import type { Call, Expression, Literal, Path } from './syntax.ts';
import { isScoped, isSimpleName, placeOf } from './syntax.ts';

export interface CheckContext {
  readonly source: SourceFile;
  readonly reporter: Reporter;
}

const scalar = (kind: 'text' | 'number' | 'boolean'): Field => ({ kind, about: '' });

export const literalValue = (kind: 'text' | 'number' | 'boolean', isLiteral = true): Value => ({
  field: scalar(kind),
  path: '',
  isLiteral,
});

export const helperNamed = (name: string): HelperSignature | undefined =>
  inlineHelpers.find((helper) => helper.name === name);

/** What an expression stands for; `undefined` when it was reported. */
export function resolveExpression(expression: Expression, scopes: Scopes, context: CheckContext): Value | undefined {
  switch (expression.type) {
    case 'PathExpression':
      return resolvePath(expression, scopes, context);
    case 'SubExpression':
      return resolveCall(expression, scopes, context);
    default:
      return resolveLiteral(expression, context);
  }
}

function resolveLiteral(literal: Literal, context: CheckContext): Value | undefined {
  if (literal.type === 'StringLiteral') return literalValue('text');
  if (literal.type === 'NumberLiteral') return literalValue('number');
  if (literal.type === 'BooleanLiteral') return literalValue('boolean');
  const name = literal.type === 'NullLiteral' ? 'null' : 'undefined';
  context.reporter.report('template/refused-construct', placeOf(context.source, literal), {
    construct: 'literal',
    name,
  });
  return undefined;
}

/** A name: each part must exist, and what may be missing must be known to be there before a part of it is named. */
export function resolvePath(path: Path, scopes: Scopes, context: CheckContext): Value | undefined {
  if (path.data) return resolveData(path, scopes, context);
  const first = path.parts[0];
  const param = first === undefined || path.depth > 0 || isScoped(path) ? undefined : scopes.blockParams.get(first);
  if (param !== undefined) return resolveParts(param, first ?? '', path.parts.slice(1), path, scopes, context);
  const scope = scopes.open[path.depth];
  if (scope === undefined) return unknownField(path, path.original, '', [], context);
  return resolveIn(scope, path, path.parts, scopes, context);
}

function resolveIn(
  scope: Scope,
  path: Path,
  parts: readonly string[],
  scopes: Scopes,
  context: CheckContext,
): Value | undefined {
  const first = parts[0];
  if (first === undefined) return scope.value;
  const value = memberOf(scope, first);
  if (value === undefined) return unknownField(path, first, scope.value.path, namesOf(scope), context);
  return resolveParts(value, first, parts.slice(1), path, scopes, context);
}

function resolveParts(
  start: Value,
  name: string,
  parts: readonly string[],
  path: Path,
  scopes: Scopes,
  context: CheckContext,
): Value | undefined {
  let value = start;
  let owner = name;
  for (const part of parts) {
    if (!requirePresent(value, owner, path, scopes, context)) return undefined;
    const next = partOf(value, part);
    if (next === undefined) {
      return unknownField(path, part, owner, Object.keys(fieldsOf(value.field) ?? {}), context);
    }
    value = next;
    owner = `${owner}.${part}`;
  }
  return value;
}

/** False, and reported, when the value may be missing here. */
export function requirePresent(
  value: Value,
  name: string,
  node: Expression,
  scopes: Scopes,
  context: CheckContext,
): boolean {
  if (!isOptional(value.field) || scopes.present.has(value.path)) return true;
  context.reporter.report('template/maybe-missing', placeOf(context.source, node), { field: name });
  return false;
}

const dataNames = ['index', 'first', 'last', 'root'] as const;

/** `@index`, `@first`, `@last` inside `{{#each}}`, and `@root` everywhere. */
function resolveData(path: Path, scopes: Scopes, context: CheckContext): Value | undefined {
  const [name, ...rest] = path.parts;
  if (name === 'root' && path.depth === 0) return resolveIn(scopes.root, path, rest, scopes, context);
  const inside = path.depth < scopes.eachDepth;
  if (inside && rest.length === 0) {
    if (name === 'index') return literalValue('number', false);
    if (name === 'first' || name === 'last') return literalValue('boolean', false);
  }
  const known = inside ? dataNames : (['root'] as const);
  const nearest = nearestName(name ?? '', known);
  context.reporter.report('template/unknown-field', placeOf(context.source, path), {
    field: path.original,
    nearest: nearest === undefined || nearest === name ? undefined : `@${nearest}`,
    owner: '',
  });
  return undefined;
}

function unknownField(
  path: Path,
  field: string,
  owner: string,
  known: readonly string[],
  context: CheckContext,
): undefined {
  context.reporter.report('template/unknown-field', placeOf(context.source, path), {
    field,
    nearest: nearestName(field, known),
    owner,
  });
  return undefined;
}

/** `{{helper …}}` or `(helper …)`: the name and each argument are checked. */
export function resolveCall(call: Call, scopes: Scopes, context: CheckContext): Value | undefined {
  const { path } = call;
  const place = placeOf(context.source, path);
  if (path.type !== 'PathExpression') {
    const name = String(path.original ?? path.value ?? '');
    context.reporter.report('template/refused-construct', place, { construct: 'literal', name });
    return undefined;
  }
  const helper = isSimpleName(path) ? helperNamed(path.original) : undefined;
  if (helper === undefined) {
    reportUnknownHelper(path, inlineHelpers, context);
    for (const parameter of call.params) resolveExpression(parameter, scopes, context);
    return undefined;
  }
  const values = call.params.map((parameter) => resolveExpression(parameter, scopes, context));
  if (!rightCount(helper, call) || call.hash !== undefined) {
    context.reporter.report('template/helper-arguments', place, { helper: helper.name, usage: helper.usage });
    return undefined;
  }
  let right = true;
  for (const [index, parameter] of call.params.entries()) {
    const value = values[index];
    const kind = helper.parameters[Math.min(index, helper.parameters.length - 1)] ?? 'any';
    if (value === undefined || !accepts(kind, value, parameter, scopes, context)) right = false;
  }
  if (right && helper.sameKind) right = ofOneKind(values, call, context);
  return right
    ? { field: { kind: helper.returns, about: '' } as Field, path: pathOf(values), isLiteral: false }
    : undefined;
}

/** What a helper prints is put down to the first field among its arguments. */
function pathOf(values: readonly (Value | undefined)[]): string {
  return values.find((value) => value !== undefined && value.path !== '')?.path ?? '';
}

function rightCount(helper: HelperSignature, call: Call): boolean {
  const wanted = helper.parameters.length;
  return helper.repeats ? call.params.length >= wanted : call.params.length === wanted;
}

function accepts(kind: ParameterKind, value: Value, node: Expression, scopes: Scopes, context: CheckContext): boolean {
  const found: FieldKind = value.field.kind;
  if (kind === 'any') return true;
  const name = nameOf(node);
  const wrong = (use: 'date' | 'text' | 'number' | 'count' | 'compare'): boolean => {
    context.reporter.report('template/wrong-type', placeOf(context.source, node), { field: name, found, use });
    return false;
  };
  if (kind === 'date') return found === 'date' ? requirePresent(value, name, node, scopes, context) : wrong('date');
  if (kind === 'text') return found === 'text' || wrong('text');
  if (kind === 'number') return found === 'number' || wrong('number');
  if (kind === 'countable') return found === 'text' || found === 'list' || wrong('count');
  return found === 'text' || found === 'number' || found === 'boolean' || wrong('compare');
}

function ofOneKind(values: readonly (Value | undefined)[], call: Call, context: CheckContext): boolean {
  const first = values[0]?.field.kind;
  const other = values.findIndex((value) => value !== undefined && value.field.kind !== first);
  const node = call.params[other];
  const found = values[other]?.field.kind;
  if (node === undefined || found === undefined) return true;
  context.reporter.report('template/wrong-type', placeOf(context.source, node), {
    field: nameOf(node),
    found,
    use: 'compare',
  });
  return false;
}

export function reportUnknownHelper(
  path: Path,
  known: readonly { readonly name: string }[],
  context: CheckContext,
): void {
  const name = path.original;
  const place = placeOf(context.source, path);
  if (name === 'lookup' || name === 'log') {
    context.reporter.report('template/refused-construct', place, { construct: name, name });
    return;
  }
  const nearest = nearestName(
    name,
    known.map((helper) => helper.name),
  );
  context.reporter.report('template/unknown-helper', place, { helper: name, nearest });
}

/** As the layout writes it. */
export function nameOf(node: Expression): string {
  return node.type === 'SubExpression'
    ? `(${nameOf(node.path)} …)`
    : String(node.original ?? ('value' in node ? node.value : '') ?? '');
}

/** Which optional values are certainly there when a condition is true, or when it is false. */
export function presentWhen(condition: Expression, truth: boolean, scopes: Scopes): readonly string[] {
  const silent: CheckContext = { source: { path: '', text: '', lineStarts: [0] }, reporter: { report: () => {} } };
  if (condition.type === 'PathExpression') {
    const value = truth ? resolvePath(condition, scopes, silent) : undefined;
    return value !== undefined && isOptional(value.field) ? [value.path] : [];
  }
  if (condition.type !== 'SubExpression' || condition.path.type !== 'PathExpression') return [];
  const helper = condition.path.original;
  const inner = condition.params;
  if (helper === 'not' && inner[0] !== undefined) return presentWhen(inner[0], !truth, scopes);
  if (helper === (truth ? 'and' : 'or')) return inner.flatMap((each) => presentWhen(each, truth, scopes));
  return [];
}
