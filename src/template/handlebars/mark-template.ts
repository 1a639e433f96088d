import type { Reporter } from '../../base/diagnostics.ts';
import { MARK_END, markStart, PLACE_ATTRIBUTE } from '../marks.ts';
import type { LayoutMark } from '../types.ts';
import type { PrintedFields } from './check-template.ts';
import type { HtmlState } from './html-state.ts';
import { HTML_START, sameState, scanHtml } from './html-state.ts';
import { nameOf } from './resolve.ts';
import type { Block, Content, Mustache, Program, Statement, Template } from './syntax.ts';
import { offsetOf, placeOf, placeOfOffset } from './syntax.ts';

interface Marking {
  readonly template: Template;
  readonly fields: PrintedFields;
  readonly reporter: Reporter;
  readonly marks: LayoutMark[];
}

/**
 * Rewrites the tree of a template in place: marks around what its mustaches print, the place attribute into its start
 * tags. Follows the HTML through blocks and refuses mustaches where escaping would not protect.
 */
export function markTemplate(
  template: Template,
  input: { readonly fields: PrintedFields; readonly marks: LayoutMark[]; readonly name: string },
  reporter: Reporter,
): void {
  const marking: Marking = { template, fields: input.fields, marks: input.marks, reporter };
  const end = markProgram(template.program, HTML_START, marking);
  if (!sameState(end, HTML_START)) {
    const place = placeOfOffset(template.source, Math.max(0, template.source.text.trimEnd().length - 1));
    reporter.report('template/unbalanced-html', place, { block: input.name });
  }
}

function markProgram(program: Program, start: HtmlState, marking: Marking): HtmlState {
  let state = start;
  const body: Statement[] = [];
  for (const statement of program.body) {
    switch (statement.type) {
      case 'ContentStatement':
        state = markContent(statement, state, marking);
        body.push(statement);
        break;
      case 'MustacheStatement':
        body.push(...markMustache(statement, state, marking));
        state = afterValue(state);
        break;
      case 'BlockStatement':
        state = markBlock(statement, state, marking);
        body.push(statement);
        break;
      case 'PartialStatement':
        if (state.mode !== 'text' && state.mode !== 'comment') {
          reportPosition(statement, `> ${nameOf(statement.name)}`, state, marking);
        }
        body.push(statement);
        break;
      case 'CommentStatement':
        body.push(statement);
        break;
      default:
        body.push(statement);
    }
  }
  program.body = body;
  return state;
}

/** A value directly behind `=` is an unquoted one. */
function afterValue(state: HtmlState): HtmlState {
  return state.mode === 'before-value' ? { mode: 'unquoted', tag: state.tag } : state;
}

/** Each branch begins where the block stands and must end in one and the same state. */
function markBlock(block: Block, state: HtmlState, marking: Marking): HtmlState {
  const branches = [block.program, block.inverse].flatMap((program) =>
    program === undefined || program === null ? [] : [{ program, end: markProgram(program, state, marking) }],
  );
  const wrong = branches.find((branch) => !sameState(branch.end, state));
  if (wrong !== undefined) {
    marking.reporter.report('template/unbalanced-html', placeOf(marking.template.source, block), {
      block: `{{#${nameOf(block.path)}}}`,
    });
  }
  return state;
}

function markMustache(mustache: Mustache, state: HtmlState, marking: Marking): readonly Statement[] {
  const { mode } = state;
  if (mode === 'comment') return [mustache];
  if (mode !== 'text' && mode !== 'plain' && mode !== 'double' && mode !== 'single') {
    reportPosition(mustache, nameOf(mustache.path), state, marking);
    return [mustache];
  }
  if (!mustache.escaped) {
    if (mode !== 'text') {
      const data = { position: 'attribute' as const, name: nameOf(mustache.path) };
      marking.reporter.report('template/unsafe-position', placeOf(marking.template.source, mustache), data);
    }
    return [mustache];
  }
  const start = markStart(
    addMark(marking, marking.fields.get(mustache) ?? '', offsetOf(marking.template.source, mustache)),
  );
  return start === '' ? [mustache] : [content(start, mustache), mustache, content(MARK_END, mustache)];
}

function content(value: string, beside: Mustache): Content {
  return { type: 'ContentStatement', value, original: value, loc: beside.loc };
}

function addMark(marking: Marking, field: string, offset: number): number {
  marking.marks.push({ field, place: placeOfOffset(marking.template.source, offset) });
  return marking.marks.length - 1;
}

/** The place attribute behind the name of each start tag. */
function markContent(statement: Content, start: HtmlState, marking: Marking): HtmlState {
  const { state, names } = scanHtml(statement.value, start);
  if (names.length === 0) return state;
  const offset = offsetOf(marking.template.source, statement) + cutInFront(statement);
  let value = '';
  let from = 0;
  for (const name of names) {
    value += `${statement.value.slice(from, name.end)} ${PLACE_ATTRIBUTE}="${addMark(marking, '', offset + name.start)}"`;
    from = name.end;
  }
  statement.value = value + statement.value.slice(from);
  return state;
}

/** How many characters white space control took away in front. */
function cutInFront(statement: Content): number {
  const indent = (text: string): number => text.length - text.trimStart().length;
  return indent(statement.original) - indent(statement.value);
}

function reportPosition(node: Statement, name: string, state: HtmlState, marking: Marking): void {
  const place = placeOf(marking.template.source, node);
  marking.reporter.report('template/unsafe-position', place, { position: positionOf(state), name });
}

function positionOf(state: HtmlState): 'tag' | 'unquoted' | 'style' | 'script' | 'declaration' {
  if (state.mode === 'before-value' || state.mode === 'unquoted') return 'unquoted';
  if (state.mode === 'raw') return state.tag === 'style' ? 'style' : 'script';
  return state.mode === 'declaration' ? 'declaration' : 'tag';
}
