import type { Reporter } from '../../base/diagnostics.ts';
import { nearestName } from '../../base/nearest-name.ts';
import type { RecordField } from '../schema.ts';
import { blockHelpers } from './helpers.ts';
import type { CheckContext } from './resolve.ts';
import {
  helperNamed,
  literalValue,
  nameOf,
  presentWhen,
  reportUnknownHelper,
  requirePresent,
  resolveCall,
  resolveExpression,
  resolvePath,
} from './resolve.ts';
import type { Scope, Scopes, Value } from './scope.ts';
import { fieldsOf, memberOf, openScope, withBlockParams, withPresent } from './scope.ts';
import type {
  Block,
  Decorator,
  Expression,
  Mustache,
  Partial,
  PartialBlock,
  Program,
  Statement,
  Template,
} from './syntax.ts';
import { isSimpleName, offsetOf, placeOf } from './syntax.ts';

/** Partials inside partials. */
const MAX_DEPTH = 16;
/** Calls of partials in one layout, each checked with the data it is given. */
const MAX_CALLS = 1000;

/** Node → the field it prints; empty when it prints none, or different ones. */
export type PrintedFields = ReadonlyMap<Mustache, string>;

interface Walk {
  readonly partials: ReadonlyMap<string, Template>;
  readonly reporter: Reporter;
  readonly printed: Map<Mustache, string>;
  /** Names of the partials that are being walked. */
  readonly inside: readonly string[];
  readonly calls: { count: number };
}

/**
 * Follows each name of a layout, through blocks and partials, and reports what does not exist, may be missing or cannot
 * be used so. Handlebars' strict mode does none of that for `{{#if}}`, `{{#each}}`, `{{#with}}` and arguments.
 */
export function checkTemplate(
  template: Template,
  input: { readonly schema: RecordField; readonly partials: ReadonlyMap<string, Template> },
  reporter: Reporter,
): PrintedFields {
  const root: Scope = { value: { field: input.schema, path: '', isLiteral: false }, extra: new Map() };
  const scopes: Scopes = { root, open: [root], blockParams: new Map(), eachDepth: 0, present: new Set() };
  const printed = new Map<Mustache, string>();
  walk(template.program, scopes, template, {
    partials: input.partials,
    reporter,
    printed,
    inside: [],
    calls: { count: 0 },
  });
  return printed;
}

function walk(program: Program | undefined, scopes: Scopes, template: Template, state: Walk): void {
  for (const statement of program?.body ?? []) walkStatement(statement, scopes, template, state);
}

function walkStatement(statement: Statement, scopes: Scopes, template: Template, state: Walk): void {
  const context: CheckContext = { source: template.source, reporter: state.reporter };
  switch (statement.type) {
    case 'MustacheStatement':
      checkMustache(statement, scopes, context, state);
      break;
    case 'BlockStatement':
      checkBlock(statement, scopes, template, state);
      break;
    case 'PartialStatement':
      checkPartial(statement, scopes, template, state);
      break;
    case 'PartialBlockStatement':
    case 'Decorator':
    case 'DecoratorBlock':
      refuseStatement(statement, context);
      break;
    case 'ContentStatement':
    case 'CommentStatement':
      break;
  }
}

function refuseStatement(statement: PartialBlock | Decorator, context: CheckContext): void {
  const place = placeOf(context.source, statement);
  if (statement.type === 'PartialBlockStatement') {
    const name = nameOf(statement.name);
    context.reporter.report('template/refused-construct', place, { construct: 'partial-block', name });
    return;
  }
  const construct = nameOf(statement.path) === 'inline' ? 'inline-partial' : 'decorator';
  context.reporter.report('template/refused-construct', place, { construct, name: nameOf(statement.path) });
}

function checkMustache(mustache: Mustache, scopes: Scopes, context: CheckContext, state: Walk): void {
  const { path } = mustache;
  const place = placeOf(context.source, path);
  if (path.type !== 'PathExpression') {
    context.reporter.report('template/refused-construct', place, { construct: 'literal', name: nameOf(path) });
    return;
  }
  const value = isCall(mustache, scopes) ? resolveCall(mustache, scopes, context) : resolvePath(path, scopes, context);
  if (value === undefined) return;
  const field = path.original;
  const found = value.field.kind;
  if (found === 'html') {
    if (mustache.escaped) context.reporter.report('template/escaped-html', place, { field });
  } else if (found === 'record' || found === 'list' || found === 'date') {
    context.reporter.report('template/wrong-type', place, { field, found, use: 'print' });
  } else if (!mustache.escaped) {
    context.reporter.report('template/raw-output', place, { field });
  }
  const before = state.printed.get(mustache);
  state.printed.set(mustache, before === undefined || before === value.path ? value.path : '');
}

/** Whether Handlebars takes a mustache for a helper: it has arguments, or its name is a helper's. */
function isCall(mustache: Mustache, scopes: Scopes): boolean {
  const { path } = mustache;
  if (mustache.params.length > 0 || mustache.hash !== undefined) return true;
  if (path.type !== 'PathExpression' || !isSimpleName(path) || scopes.blockParams.has(path.original)) return false;
  const name = path.original;
  return helperNamed(name) !== undefined || isReserved(name);
}

const isReserved = (name: string): boolean =>
  name === 'lookup' || name === 'log' || blockHelpers.some((helper) => helper.name === name);

function checkBlock(block: Block, scopes: Scopes, template: Template, state: Walk): void {
  const context: CheckContext = { source: template.source, reporter: state.reporter };
  const { path } = block;
  const place = placeOf(context.source, path);
  const name = nameOf(path);
  if (template.source.text.startsWith('{{{{', offsetOf(template.source, block))) {
    context.reporter.report('template/refused-construct', place, { construct: 'raw-block', name });
    return;
  }
  const helper = path.type === 'PathExpression' && isSimpleName(path) ? findBlockHelper(name) : undefined;
  const argument = block.params[0];
  if (helper === undefined) {
    reportBlock(block, scopes, context);
    return;
  }
  if (argument === undefined || block.params.length > 1 || block.hash !== undefined) {
    context.reporter.report('template/helper-arguments', place, { helper: name, usage: helper.usage });
    return;
  }
  const value = resolveExpression(argument, scopes, context);
  if (name === 'if' || name === 'unless') {
    const truth = name === 'if';
    walk(block.program, withPresent(scopes, presentWhen(argument, truth, scopes)), template, state);
    walk(block.inverse, withPresent(scopes, presentWhen(argument, !truth, scopes)), template, state);
    return;
  }
  if (value !== undefined) {
    const inner =
      name === 'each' ? eachScopes(value, block, scopes, context) : withScopes(value, block, scopes, context);
    if (inner !== undefined) walk(block.program, inner, template, state);
  }
  walk(block.inverse, scopes, template, state);
}

const findBlockHelper = (name: string): (typeof blockHelpers)[number] | undefined =>
  blockHelpers.find((helper) => helper.name === name);

/** `{{#title}}` is no block helper: a section when there is such a field, a misspelling otherwise. */
function reportBlock(block: Block, scopes: Scopes, context: CheckContext): void {
  const { path } = block;
  if (path.type !== 'PathExpression') {
    context.reporter.report('template/refused-construct', placeOf(context.source, path), {
      construct: 'literal',
      name: nameOf(path),
    });
    return;
  }
  const first = path.parts[0] ?? '';
  const scope = scopes.open[path.depth];
  const isField = block.params.length === 0 && scope !== undefined && memberOf(scope, first) !== undefined;
  if (isField || path.data || path.parts.length === 0) {
    context.reporter.report('template/refused-construct', placeOf(context.source, path), {
      construct: 'section',
      name: path.original,
    });
    return;
  }
  reportUnknownHelper(path, blockHelpers, context);
  for (const parameter of block.params) resolveExpression(parameter, scopes, context);
}

/** Inside `{{#each}}`: an entry of the list, `as |entry index|`. */
function eachScopes(value: Value, block: Block, scopes: Scopes, context: CheckContext): Scopes | undefined {
  const argument = block.params[0] as Expression;
  if (value.field.kind !== 'list') return wrongBlock('each', value, argument, context);
  const entry: Value = { field: value.field.item, path: `${value.path}[]`, isLiteral: false };
  if (sameContext(entry, argument, scopes, context)) return undefined;
  const opened = { ...openScope(scopes, entry), eachDepth: scopes.eachDepth + 1 };
  return withBlockParams(opened, blockParams(block, [entry, literalValue('number', false)]));
}

/** Inside `{{#with}}`: the parts of a value, which is there. */
function withScopes(value: Value, block: Block, scopes: Scopes, context: CheckContext): Scopes | undefined {
  const argument = block.params[0] as Expression;
  if (fieldsOf(value.field) === undefined) return wrongBlock('with', value, argument, context);
  if (sameContext(value, argument, scopes, context)) return undefined;
  const opened = withPresent(openScope(scopes, value), [value.path]);
  return withBlockParams(opened, blockParams(block, [value]));
}

function wrongBlock(use: 'each' | 'with', value: Value, argument: Expression, context: CheckContext): undefined {
  const data = { field: nameOf(argument), found: value.field.kind, use };
  context.reporter.report('template/wrong-type', placeOf(context.source, argument), data);
  return undefined;
}

/** Handlebars opens no new level for a value that is open already, so that `../` would mean something else. */
function sameContext(value: Value, argument: Expression, scopes: Scopes, context: CheckContext): boolean {
  if (scopes.open[0]?.value.path !== value.path) return false;
  const data = { construct: 'same-context' as const, name: nameOf(argument) };
  context.reporter.report('template/refused-construct', placeOf(context.source, argument), data);
  return true;
}

function blockParams(block: Block, values: readonly Value[]): readonly (readonly [string, Value])[] {
  return (block.program?.blockParams ?? []).flatMap((name, index) => {
    const value = values[index];
    return value === undefined ? [] : [[name, value] as const];
  });
}

function checkPartial(partial: Partial, scopes: Scopes, template: Template, state: Walk): void {
  const context: CheckContext = { source: template.source, reporter: state.reporter };
  const place = placeOf(context.source, partial.name);
  const name = nameOf(partial.name);
  if (partial.name.type === 'SubExpression') {
    context.reporter.report('template/refused-construct', place, { construct: 'dynamic-partial', name });
    return;
  }
  const scope = partialScope(partial, scopes, context);
  const target = state.partials.get(name);
  if (target === undefined) {
    const nearest = nearestName(name, [...state.partials.keys()]);
    context.reporter.report('template/unknown-partial', place, { partial: name, nearest });
    return;
  }
  state.calls.count += 1;
  if (state.inside.length >= MAX_DEPTH || state.inside.includes(name) || state.calls.count > MAX_CALLS) {
    context.reporter.report('template/partial-loop', place, { partial: name });
    return;
  }
  if (scope === undefined) return;
  const inner: Scopes = { ...scopes, open: [scope], blockParams: new Map() };
  walk(target.program, inner, target, { ...state, inside: [...state.inside, name] });
}

/** The data of a partial: the current ones or those it is given, with its `key=value` over them. */
function partialScope(partial: Partial, scopes: Scopes, context: CheckContext): Scope | undefined {
  const argument = partial.params[0];
  const current = scopes.open[0];
  const extra = new Map<string, Value>();
  let right = true;
  for (const pair of partial.hash?.pairs ?? []) {
    const value = resolveExpression(pair.value, scopes, context);
    if (value === undefined) right = false;
    else extra.set(pair.key, value);
  }
  if (argument === undefined) {
    return right && current !== undefined
      ? { value: current.value, extra: new Map([...current.extra, ...extra]) }
      : undefined;
  }
  const value = resolveExpression(argument, scopes, context);
  if (value === undefined) return undefined;
  if (fieldsOf(value.field) === undefined || partial.params.length > 1) {
    const data = { construct: 'partial-context' as const, name: nameOf(partial.name) };
    context.reporter.report('template/refused-construct', placeOf(context.source, argument), data);
    return undefined;
  }
  return right && requirePresent(value, nameOf(argument), argument, scopes, context) ? { value, extra } : undefined;
}
