import Handlebars from 'handlebars';
import type { Program } from './syntax.ts';

/** An environment of its own for each layout, so that no layout sees the partials or helpers of another. */
export interface Engine {
  parse(text: string): Program;
  /** `knownHelpers`: all that the program may call. The tree was checked before. */
  addPartial(name: string, program: Program): void;
  addHelper(name: string, helper: (...args: readonly unknown[]) => unknown): void;
  compile(program: Program): (context: object) => string;
}

export function createEngine(knownHelpers: readonly string[]): Engine {
  const environment = Handlebars.create();
  for (const name of ['log', 'lookup', 'helperMissing', 'blockHelperMissing']) environment.unregisterHelper(name);
  const options: CompileOptions = {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(knownHelpers.map((name) => [name, true])),
    // Without this a partial that stands alone on its line would indent what it prints, even inside <pre>.
    preventIndent: true,
  };
  return {
    parse: (text) => environment.parse(text) as unknown as Program,
    addPartial: (name, program) => environment.registerPartial(name, environment.compile(program, options)),
    addHelper: (name, helper) => environment.registerHelper(name, helper),
    compile(program) {
      const template = environment.compile<object>(program, options);
      return (context) =>
        template(context, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    },
  };
}

/** What Handlebars' parser threw: its message and, for some errors, a place (columns from 0). */
export function parserError(error: unknown): {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
} {
  if (!(error instanceof Error)) throw error;
  const { lineNumber, column } = error as Error & { lineNumber?: unknown; column?: unknown };
  return typeof lineNumber === 'number' && typeof column === 'number'
    ? { message: error.message, line: lineNumber, column }
    : { message: error.message };
}
