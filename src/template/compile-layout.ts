import type { Reporter } from '../base/diagnostics.ts';
import { createDiagnosticList } from '../base/diagnostics.ts';
import type { SourceFile } from '../base/source.ts';
import type { TemplateContext } from './context.ts';
import { contextSchema } from './context.ts';
import { forward } from './forward.ts';
import { checkTemplate } from './handlebars/check-template.ts';
import { createEngine } from './handlebars/engine.ts';
import { helperFunctions, inlineHelpers } from './handlebars/helpers.ts';
import { markTemplate } from './handlebars/mark-template.ts';
import { parseTemplate } from './handlebars/parse-template.ts';
import type { Template } from './handlebars/syntax.ts';
import type { LayoutMark } from './types.ts';

export interface LayoutTemplates {
  readonly layout: SourceFile;
  /** By name, in the order of their names. */
  readonly partials: readonly { readonly name: string; readonly source: SourceFile }[];
}

export interface CompiledLayout {
  readonly merge: (context: TemplateContext) => string;
  /** Fields that it prints with three braces. */
  readonly prints: ReadonlySet<string>;
  readonly marks: readonly LayoutMark[];
}

/** Parses, checks, marks and compiles the templates of a layout. `undefined` when an error was reported. */
export function compileLayout(templates: LayoutTemplates, reporter: Reporter): CompiledLayout | undefined {
  const problems = createDiagnosticList();
  const compiled = compile(templates, problems);
  forward(problems.all, reporter);
  return problems.hasErrors() ? undefined : compiled;
}

function compile(templates: LayoutTemplates, reporter: Reporter): CompiledLayout | undefined {
  const engine = createEngine(inlineHelpers.map((helper) => helper.name));
  const layout = parseTemplate(templates.layout, engine, reporter);
  const partials = new Map<string, Template>();
  for (const { name, source } of templates.partials) {
    const partial = parseTemplate(source, engine, reporter);
    if (partial !== undefined) partials.set(name, partial);
  }
  if (layout === undefined || partials.size < templates.partials.length) return undefined;
  const fields = checkTemplate(layout, { schema: contextSchema, partials }, reporter);
  const marks: LayoutMark[] = [];
  markTemplate(layout, { fields, marks, name: templates.layout.path }, reporter);
  for (const [name, partial] of partials) markTemplate(partial, { fields, marks, name: `{{> ${name}}}` }, reporter);
  for (const [name, helper] of Object.entries(helperFunctions)) engine.addHelper(name, helper);
  for (const [name, partial] of partials) engine.addPartial(name, partial.program);
  const prints = new Set([...fields].filter(([mustache]) => !mustache.escaped).map(([, field]) => field));
  return { merge: engine.compile(layout.program), prints, marks };
}
