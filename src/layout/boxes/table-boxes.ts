import type { StyledElement, StyledNode } from '../../document/types.ts';
import type { Box, TableBox, TableColumn, TableGroup, TableRow } from '../types.ts';
import { anonymousElement } from './anonymous.ts';
import { enter, type Generation, isTablePart, type Surroundings } from './generation.ts';

/** Makes the box of a cell; a parameter, because a cell may hold anything, tables too. */
export type CellMaker = (
  element: StyledElement,
  children: readonly StyledNode[],
  cell: { readonly anonymous: boolean; readonly around: Surroundings },
  generation: Generation,
) => Box;

interface TableScene {
  readonly around: Surroundings;
  readonly generation: Generation;
  readonly makeCell: CellMaker;
}

/** HTML, section 4.9.12: a cell spans at most this many columns or rows. */
const WIDEST_SPAN = 1000;

/** A table with its missing groups, rows and cells put in: CSS 2.2, section 17.2.1. */
export function generateTable(
  element: StyledElement,
  content: { readonly children: readonly StyledNode[]; readonly anonymous: boolean },
  around: Surroundings,
  generation: Generation,
  makeCell: CellMaker,
): TableBox {
  const scene: TableScene = { around, generation, makeCell };
  let caption: Box | undefined;
  const columns: TableColumn[] = [];
  const groups: TableGroup[] = [];
  for (const run of runsOf(content.children, isGroupLevel, generation, around)) {
    if (run.kind === 'loose') {
      groups.push(group(anonymousElement(element, 'table-row-group'), run.nodes, 'body', scene));
    } else if (isColumn(run.element)) {
      columns.push(...columnsOf(run.element));
    } else if (run.element.style.display === 'table-caption') {
      // A table has one caption; further ones keep their text as rows.
      if (caption === undefined)
        caption = makeCell(run.element, run.element.children, { anonymous: false, around }, generation);
      else groups.push(group(anonymousElement(element, 'table-row-group'), [run.element], 'body', scene));
    } else {
      groups.push(group(run.element, run.element.children, groupKind(run.element, groups), scene));
    }
  }
  const order = { head: 0, body: 1, foot: 2 } as const;
  const sorted = groups
    .filter((one) => one.rows.length > 0)
    .map((one, index) => ({ one, index }))
    .sort((a, b) => order[a.one.kind] - order[b.one.kind] || a.index - b.index)
    .map(({ one }) => one);
  return { kind: 'table', element, anonymous: content.anonymous, marker: undefined, caption, columns, groups: sorted };
}

/** Only the first header group is a head and only the first footer group a foot: CSS 2.2, section 17.2. */
function groupKind(element: StyledElement, before: readonly TableGroup[]): TableGroup['kind'] {
  const { display } = element.style;
  if (display === 'table-header-group' && !before.some((one) => one.kind === 'head')) return 'head';
  if (display === 'table-footer-group' && !before.some((one) => one.kind === 'foot')) return 'foot';
  return 'body';
}

const isGroupLevel = ({ style: { display } }: StyledElement): boolean =>
  display === 'table-row-group' ||
  display === 'table-header-group' ||
  display === 'table-footer-group' ||
  display === 'table-column-group' ||
  display === 'table-column' ||
  display === 'table-caption';
const isColumn = ({ style: { display } }: StyledElement): boolean =>
  display === 'table-column-group' || display === 'table-column';

/** A group speaks for its columns, or for as many as its `span` says where it has none. HTML, section 4.9.3. */
function columnsOf(element: StyledElement): readonly TableColumn[] {
  if (element.style.display === 'table-column') {
    return [{ element, group: undefined, span: span(element.attributes.span) }];
  }
  const inside = element.children.flatMap((child): readonly TableColumn[] =>
    child.kind === 'element' && child.style.display === 'table-column'
      ? [{ element: child, group: element, span: span(child.attributes.span) }]
      : [],
  );
  if (inside.length > 0) return inside;
  return [{ element: undefined, group: element, span: span(element.attributes.span) }];
}

const isRow = (element: StyledElement): boolean => element.style.display === 'table-row';
const isCell = (element: StyledElement): boolean => element.style.display === 'table-cell';

type Run =
  | { readonly kind: 'proper'; readonly element: StyledElement }
  | { readonly kind: 'loose'; readonly nodes: readonly StyledNode[] };

/** Children of the proper kind, and between them the runs that need an anonymous wrapper. White space between is dropped. */
function runsOf(
  children: readonly StyledNode[],
  isProper: (element: StyledElement) => boolean,
  generation: Generation,
  around: Surroundings,
): readonly Run[] {
  const runs: Run[] = [];
  let loose: StyledNode[] = [];
  const end = (): void => {
    const shows = loose.some((node) => node.kind !== 'text' || node.text.trim() !== '');
    if (shows) runs.push({ kind: 'loose', nodes: loose });
    loose = [];
  };
  for (const child of children) {
    if (child.kind === 'element' && child.style.position.kind === 'running') {
      generation.running.push({ name: child.style.position.name, element: child, lang: around.lang });
    } else if (child.kind === 'element' && isProper(child)) {
      end();
      runs.push({ kind: 'proper', element: child });
    } else if (child.kind !== 'element' || !isColumn(child)) loose.push(child);
  }
  end();
  return runs;
}

interface PlacedCell {
  readonly box: Box;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

function group(
  element: StyledElement,
  children: readonly StyledNode[],
  kind: TableGroup['kind'],
  scene: TableScene,
): TableGroup {
  const inside = { ...scene, around: enter(element, scene.around) };
  const rows = runsOf(children, isRow, scene.generation, scene.around).map((run) => {
    const row = run.kind === 'proper' ? run.element : anonymousElement(element, 'table-row');
    return { element: row, cells: cells(row, run.kind === 'proper' ? row.children : run.nodes, inside) };
  });
  return { kind, element, rows: placeCells(rows) };
}

function cells(row: StyledElement, children: readonly StyledNode[], scene: TableScene): readonly PlacedCell[] {
  const { generation, makeCell } = scene;
  const around = enter(row, scene.around);
  return runsOf(children, isCell, generation, around).map((run) => {
    if (run.kind === 'loose') {
      const element = anonymousElement(row, 'table-cell');
      const nodes = run.nodes.flatMap((node) => unwrapped(node));
      return { box: makeCell(element, nodes, { anonymous: true, around }, generation), columnSpan: 1, rowSpan: 1 };
    }
    const { element } = run;
    return {
      box: makeCell(element, element.children, { anonymous: false, around }, generation),
      columnSpan: span(element.attributes.colspan),
      rowSpan: element.attributes.rowspan === '0' ? WIDEST_SPAN : span(element.attributes.rowspan),
    };
  });
}

/** A table part at the wrong level: its content stays, its part does not. */
const unwrapped = (node: StyledNode): readonly StyledNode[] =>
  node.kind === 'element' && isTablePart(node.style.display)
    ? node.children.flatMap((child) => unwrapped(child))
    : [node];

function span(attribute: string | undefined): number {
  const number = attribute === undefined || !/^\d{1,9}$/.test(attribute.trim()) ? 1 : Number(attribute);
  return Math.min(Math.max(number, 1), WIDEST_SPAN);
}

/** Gives each cell the first free column of its row; cells from above keep theirs. HTML, section 4.9.12.1. */
function placeCells(
  rows: readonly { readonly element: StyledElement; readonly cells: readonly PlacedCell[] }[],
): readonly TableRow[] {
  /** For each column: up to which row (exclusive) it is taken. */
  const takenUntil: number[] = [];
  return rows.map(({ element, cells }, rowIndex) => {
    let column = 0;
    const placed = cells.map((cell) => {
      while ((takenUntil[column] ?? 0) > rowIndex) column++;
      const rowSpan = Math.min(cell.rowSpan, rows.length - rowIndex);
      const at = column;
      for (let i = 0; i < cell.columnSpan; i++) takenUntil[at + i] = rowIndex + rowSpan;
      column += cell.columnSpan;
      return { box: cell.box, column: at, columnSpan: cell.columnSpan, rowSpan };
    });
    return { element, cells: placed };
  });
}
