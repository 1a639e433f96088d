import type { Paint } from '../asset/types.ts';
import type { Color } from '../base/color.ts';
import type { Matrix, Rect, Size } from '../base/geometry.ts';
import type { PdfFile, PdfRef } from './pdf-file.ts';
import { pdfArray, pdfDict, pdfNumber, pdfNumbers } from './pdf-syntax.ts';

/** What the content streams of a document name: the same dictionaries serve all its pages. */
export interface Graphics {
  /** Name of the state in which things are painted with this opacity. */
  alpha(alpha: number): string;
  /** Name of a pattern that paints a gradient. `matrix`: from its space to the one its content stream begins with. */
  pattern(paint: GradientPaint, matrix: Matrix): string;
  /** Name of a state that takes the opacity of the gradient's stops as a mask over `bounds`, in the space it is set in. */
  softMask(paint: GradientPaint, matrix: Matrix, bounds: Rect): string;
  /** Name of a pattern that repeats a cell. `bounds`: of the cell, in the space its content stream begins with. */
  tiling(content: string, bounds: Rect, step: Size): string;
  /** Keeps a transparency group. Gives its number; its name is `G<number>`. */
  form(content: string, bounds: Rect): number;
  picture(index: number): string;
  readonly usedPictures: ReadonlySet<number>;
  /** Writes everything. `formParents`: form number → its key in the parent tree. */
  embed(file: PdfFile, input: EmbedInput): EmbeddedGraphics;
}

type GradientPaint = Extract<Paint, { kind: 'linear' | 'radial' }>;

interface EmbedInput {
  readonly fonts: Readonly<Record<string, PdfRef>>;
  readonly pictures: ReadonlyMap<number, PdfRef>;
  readonly formParents: ReadonlyMap<number, number>;
}

interface EmbeddedGraphics {
  /** For a page: category → PDF syntax. */
  readonly resources: Readonly<Record<string, string>>;
  readonly forms: readonly PdfRef[];
}

export function createGraphics(): Graphics {
  const alphas = new Map<number, string>();
  const patterns = new Map<string, string>();
  const masks: { readonly name: string; readonly content: string; readonly pattern: string; readonly bounds: Rect }[] =
    [];
  const forms: { readonly content: string; readonly bounds: Rect }[] = [];
  const cells: Cell[] = [];
  const usedPictures = new Set<number>();

  const pattern = (source: string): string => {
    let name = patterns.get(source);
    if (name === undefined) {
      name = `P${patterns.size}`;
      patterns.set(source, name);
    }
    return name;
  };
  return {
    usedPictures,
    alpha(alpha) {
      const rounded = Math.round(alpha * 1000) / 1000;
      let name = alphas.get(rounded);
      if (name === undefined) {
        name = `A${Math.round(rounded * 1000)}`;
        alphas.set(rounded, name);
      }
      return name;
    },
    pattern: (paint, matrix) => pattern(shadingPattern(paint, matrix, 'DeviceRGB')),
    softMask(paint, matrix, bounds) {
      const name = `M${masks.length}`;
      const content = `/Pattern cs\n/P scn\n${rectSource(bounds)} re\nf\n`;
      masks.push({ name, content, pattern: shadingPattern(paint, matrix, 'DeviceGray'), bounds });
      return name;
    },
    tiling(content, bounds, step) {
      cells.push({ content, bounds, step, formsBefore: forms.length });
      return `T${cells.length - 1}`;
    },
    form(content, bounds) {
      forms.push({ content, bounds });
      return forms.length - 1;
    },
    picture(index) {
      usedPictures.add(index);
      return `I${index}`;
    },
    embed(file, { fonts, pictures, formParents }) {
      const states: Record<string, string> = {};
      for (const [alpha, name] of alphas) {
        states[name] = pdfDict({ ca: pdfNumber(alpha, 3), CA: pdfNumber(alpha, 3) });
      }
      for (const mask of masks) {
        const form = file.addStream(
          {
            ...formEntries(mask.bounds, 'DeviceGray'),
            Resources: pdfDict({ Pattern: pdfDict({ P: mask.pattern }) }),
          },
          Buffer.from(mask.content, 'latin1'),
        );
        states[mask.name] = pdfDict({ SMask: pdfDict({ Type: '/Mask', S: '/Luminosity', G: form.toString() }) });
      }
      const categories: Record<string, string> = {};
      const add = (category: string, entries: Readonly<Record<string, string>>): void => {
        if (Object.keys(entries).length > 0) categories[category] = file.add(pdfDict(entries)).toString();
      };
      add('Font', mapValues(fonts));
      add('ExtGState', states);
      const named = Object.fromEntries([...patterns].map(([source, name]) => [name, source]));
      if (cells.length === 0) add('Pattern', named);
      const xobjects: Record<string, string> = {};
      for (const [index, ref] of pictures) xobjects[`I${index}`] = ref.toString();
      const refs: PdfRef[] = [];
      /** Of the cells that were closed before so many forms; like a form, a cell names only what was closed before it. */
      const addCells = (formsBefore: number): void => {
        for (let index = 0; index < cells.length; index += 1) {
          const cell = cells[index]!; // index < cells.length
          if (cell.formsBefore !== formsBefore) continue;
          const resources = { ...categories, Pattern: pdfDict(named), XObject: pdfDict(xobjects) };
          named[`T${index}`] = file
            .addStream(cellEntries(cell, resources), Buffer.from(cell.content, 'latin1'))
            .toString();
          categories.Pattern = pdfDict(named);
        }
      };
      addCells(0);
      // A form names only forms that were closed before it, so no form can hold itself.
      for (const [number, form] of forms.entries()) {
        const parent = formParents.get(number);
        const ref = file.addStream(
          {
            ...formEntries(form.bounds, 'DeviceRGB'),
            Resources: pdfDict({ ...categories, XObject: pdfDict(xobjects) }),
            ...(parent === undefined ? {} : { StructParents: `${parent}` }),
          },
          Buffer.from(form.content, 'latin1'),
        );
        refs.push(ref);
        xobjects[`G${number}`] = ref.toString();
        addCells(number + 1);
      }
      if (cells.length > 0) add('Pattern', named);
      add('XObject', xobjects);
      return { resources: categories, forms: refs };
    },
  };
}

interface Cell {
  readonly content: string;
  readonly bounds: Rect;
  readonly step: Size;
  /** How many forms were closed before it. */
  readonly formsBefore: number;
}

/** A tiling pattern with colours of its own. 8.7.3.2; `TilingType` 2 never bends the spacing. */
const cellEntries = ({ bounds, step }: Cell, resources: Readonly<Record<string, string>>): Record<string, string> => ({
  Type: '/Pattern',
  PatternType: '1',
  PaintType: '1',
  TilingType: '2',
  BBox: boxSource(bounds),
  XStep: pdfNumber(step.width, 4),
  YStep: pdfNumber(step.height, 4),
  Resources: pdfDict(resources),
});

const mapValues = (refs: Readonly<Record<string, PdfRef>>): Record<string, string> =>
  Object.fromEntries(Object.entries(refs).map(([name, ref]) => [name, ref.toString()]));

const rectSource = (rect: Rect): string => pdfNumbers([rect.x, rect.y, rect.width, rect.height]);

const boxSource = ({ x, y, width, height }: Rect): string => `[${pdfNumbers([x, y, x + width, y + height], 4)}]`;

/** A group that is composed by itself and then laid over the page. 11.6.6 */
function formEntries(bounds: Rect, space: 'DeviceRGB' | 'DeviceGray'): Record<string, string> {
  return {
    Type: '/XObject',
    Subtype: '/Form',
    BBox: boxSource(bounds),
    Group: pdfDict({ S: '/Transparency', CS: `/${space}`, I: 'true' }),
  };
}

function shadingPattern(paint: GradientPaint, matrix: Matrix, space: 'DeviceRGB' | 'DeviceGray'): string {
  const geometry = paint.geometry;
  const at = (index: number): number => geometry[index] ?? 0;
  // An SVG radial gradient begins with a circle of no size at its focus.
  const coords = paint.kind === 'linear' ? [at(0), at(1), at(2), at(3)] : [at(3), at(4), 0, at(0), at(1), at(2)];
  const shading = pdfDict({
    ShadingType: paint.kind === 'linear' ? '2' : '3',
    ColorSpace: `/${space}`,
    Coords: `[${pdfNumbers(coords, 4)}]`,
    Extend: '[true true]',
    Function: stitched(paint.stops, space === 'DeviceRGB' ? rgb : (color) => [color.alpha]),
  });
  return pdfDict({ PatternType: '2', Matrix: `[${pdfNumbers(matrix, 5)}]`, Shading: shading });
}

const rgb = (color: Color): readonly number[] => [color.r, color.g, color.b];

/** A function of type 3 over straight lines from stop to stop. 7.10.4 */
function stitched(stops: GradientPaint['stops'], values: (color: Color) => readonly number[]): string {
  const first = stops[0];
  const last = stops.at(-1);
  if (first === undefined || last === undefined) throw new Error('A gradient without stops');
  const padded = [{ ...first, offset: 0 }, ...stops, { ...last, offset: 1 }];
  const functions: string[] = [];
  const bounds: number[] = [];
  for (let index = 1; index < padded.length; index += 1) {
    const from = padded[index - 1] ?? first;
    const to = padded[index] ?? last;
    // Two stops at one place are a hard edge: nothing lies between them.
    if (to.offset <= from.offset) continue;
    if (functions.length > 0) bounds.push(from.offset);
    functions.push(
      pdfDict({
        FunctionType: '2',
        Domain: '[0 1]',
        C0: `[${pdfNumbers(values(from.color), 4)}]`,
        C1: `[${pdfNumbers(values(to.color), 4)}]`,
        N: '1',
      }),
    );
  }
  const [only] = functions;
  if (functions.length === 1 && only !== undefined) return only;
  return pdfDict({
    FunctionType: '3',
    Domain: '[0 1]',
    Functions: pdfArray(functions),
    Bounds: `[${pdfNumbers(bounds, 6)}]`,
    Encode: pdfArray(functions.map(() => '0 1')),
  });
}
