/** x, y, width, height in points. */
export type Box = readonly [number, number, number, number];

/** An element that is laid out, in document order. */
export interface ElementBoxes {
  readonly name: string;
  /** `p.first`, for messages. */
  readonly label: string;
  /** Union of its border boxes; `undefined` when it has none. */
  readonly box: Box | undefined;
  /** Of the text that stands directly in it, one box for each line. */
  readonly lines: readonly Box[];
}

/** What is compared: a box or the text of a line. */
export interface Disagreement {
  readonly label: string;
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface Comparison {
  /** Boxes and lines of text. */
  readonly compared: number;
  readonly disagreements: readonly Disagreement[];
}

const TOLERANCE_PT = 0.5;

/** As `getBoundingClientRect()`: parts without an area count only where no part has any, and then the last alone. */
export function boundingBox(boxes: readonly Box[]): Box | undefined {
  const large = boxes.filter(([, , width, height]) => width > 0 && height > 0);
  return large.length === 0 ? boxes[boxes.length - 1] : union(large);
}

function union(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([x, , width]) => x + width));
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height));
  return [left, top, right - left, bottom - top];
}

/** Joins the pieces of text that stand on one line. */
export function joinLines(pieces: readonly Box[]): readonly Box[] {
  const lines: Box[][] = [];
  for (const piece of [...pieces].sort((a, b) => a[1] - b[1] || a[0] - b[0])) {
    const line = lines.find((one) => Math.abs(one[0]![1] - piece[1]) < TOLERANCE_PT);
    if (line === undefined) lines.push([piece]);
    else line.push(piece);
  }
  return lines.map((line) => union(line)).filter((box) => box !== undefined);
}

export function compareBoxes(ours: readonly ElementBoxes[], theirs: readonly ElementBoxes[]): Comparison {
  const names = (list: readonly ElementBoxes[]): string => list.map(({ name }) => name).join(' ');
  if (names(ours) !== names(theirs)) {
    return {
      compared: theirs.length,
      disagreements: [{ label: 'page', what: 'elements', ours: names(ours), theirs: names(theirs) }],
    };
  }
  let compared = 0;
  const disagreements: Disagreement[] = [];
  for (const [i, their] of theirs.entries()) {
    const our = ours[i]!;
    const check = (what: string, a: Box | undefined, b: Box | undefined): void => {
      compared += 1;
      if (!agree(a, b)) disagreements.push({ label: their.label, what, ours: print(a), theirs: print(b) });
    };
    if (their.box !== undefined || our.box !== undefined) check('box', our.box, their.box);
    for (let line = 0; line < Math.max(our.lines.length, their.lines.length); line++) {
      check(`line ${line + 1}`, our.lines[line], their.lines[line]);
    }
  }
  return { compared, disagreements };
}

function agree(a: Box | undefined, b: Box | undefined): boolean {
  if (a === undefined || b === undefined) return isEmpty(a) && isEmpty(b);
  const ends = (box: Box): readonly number[] => [box[0], box[1], box[0] + box[2], box[1] + box[3]];
  const other = ends(b);
  return ends(a).every((end, i) => Math.abs(end - other[i]!) <= TOLERANCE_PT);
}

/** An element that both give no room to may be missing in one of them. */
const isEmpty = (box: Box | undefined): boolean => box === undefined || (box[2] === 0 && box[3] === 0) || box[2] === 0;

const print = (box: Box | undefined): string =>
  box === undefined ? 'none' : box.map((value) => String(Math.round(value * 100) / 100)).join(' ');
