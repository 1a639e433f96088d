import type { DrawingNode, QrSymbol } from '../asset/types.ts';
import type { Color } from '../base/color.ts';
import type { Matrix, Path, Point, Rect, Size } from '../base/geometry.ts';
import type { Place } from '../base/source.ts';
import type { Pt } from '../base/units.ts';
import type { GlyphRun } from '../text/types.ts';

/** Standard structure types of PDF 32000-1, 14.8.4, as far as they are used. */
export type StructureRole =
  | 'Document'
  | 'Art'
  | 'Sect'
  | 'Div'
  | 'BlockQuote'
  | 'Caption'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Quote'
  | 'Code'
  | 'Link'
  | 'Reference'
  | 'Note'
  | 'Figure';

export type TagId = number;

export interface TagNode {
  readonly id: TagId;
  readonly role: StructureRole;
  /** `undefined` for the Document alone. */
  readonly parent: TagId | undefined;
  /** Among the children of its parent, in source order. */
  readonly order: number;
  readonly alt?: string;
  readonly actualText?: string;
  readonly lang?: string;
  readonly attributes: TagAttributes;
  /** Target of a Link. */
  readonly href?: string;
  readonly place?: Place;
}

export interface TagAttributes {
  readonly scope?: 'Row' | 'Column' | 'Both';
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly listNumbering?:
    | 'None'
    | 'Disc'
    | 'Circle'
    | 'Square'
    | 'Decimal'
    | 'UpperRoman'
    | 'LowerRoman'
    | 'UpperAlpha'
    | 'LowerAlpha';
  /** Of a Figure: page coordinates, y downwards; `output` turns it over. */
  readonly bbox?: Rect;
  readonly page?: number;
}

export type ArtifactKind = 'Layout' | 'Pagination' | 'Background' | 'Page';

/** Whom a drawn item belongs to. */
export type Owner =
  | { readonly kind: 'tag'; readonly id: TagId }
  | { readonly kind: 'artifact'; readonly artifact: ArtifactKind };

/** `offset`: along the line, from 0 to 1. */
export interface GradientStop {
  readonly offset: number;
  readonly color: Color;
}

/** Page coordinates: points, origin top left, y downwards. */
export type DisplayItem =
  | {
      readonly kind: 'fill';
      readonly owner: Owner;
      readonly path: Path;
      readonly rule: 'nonzero' | 'evenodd';
      readonly color: Color;
      readonly place?: Place;
    }
  | {
      readonly kind: 'stroke';
      readonly owner: Owner;
      readonly path: Path;
      readonly color: Color;
      readonly width: Pt;
      readonly dash: readonly Pt[];
      readonly cap: 'butt' | 'round' | 'square';
    }
  /** Colours along the line from `from` to `to`, mixed from stop to stop; past its ends the first and last go on. */
  | {
      readonly kind: 'gradient';
      readonly owner: Owner;
      readonly path: Path;
      readonly rule: 'nonzero' | 'evenodd';
      readonly from: Point;
      readonly to: Point;
      readonly stops: readonly GradientStop[];
    }
  /** The items, which stand in `tile`, again at every multiple of `step` on both axes, inside `path`. */
  | {
      readonly kind: 'tiles';
      readonly owner: Owner;
      readonly path: Path;
      readonly tile: Rect;
      readonly step: Size;
      /** Their owners do not count. */
      readonly items: readonly DisplayItem[];
    }
  /** `at` is the origin of the first glyph on the baseline, rise included. */
  | {
      readonly kind: 'glyphs';
      readonly owner: Owner;
      readonly at: Point;
      readonly run: GlyphRun;
      readonly color: Color;
      readonly place?: Place;
    }
  | {
      readonly kind: 'picture';
      readonly owner: Owner;
      readonly rect: Rect;
      readonly clip: Path;
      readonly request: number;
      readonly place?: Place;
    }
  | {
      readonly kind: 'drawing';
      readonly owner: Owner;
      readonly matrix: Matrix;
      readonly clip: Path;
      readonly nodes: readonly DrawingNode[];
      readonly place?: Place;
    }
  /** The symbol fills `rect` exactly; the quiet zone around it is white already. */
  | {
      readonly kind: 'qr';
      readonly owner: Owner;
      readonly rect: Rect;
      readonly symbol: QrSymbol;
      readonly value: string;
      readonly place?: Place;
    }
  | {
      readonly kind: 'group';
      readonly clip: Path | undefined;
      readonly opacity: number;
      readonly items: readonly DisplayItem[];
    };

/** Where a link leads: to an address, or to a place of the same document. */
export type LinkTarget =
  | { readonly kind: 'address'; readonly href: string }
  /** `page`: index. Page coordinates, y downwards. */
  | { readonly kind: 'place'; readonly page: number; readonly at: Point };

/** An area that can be clicked; `tag` is the Link element it belongs to, absent in a repeated running element. */
export interface LinkArea {
  readonly rect: Rect;
  readonly target: LinkTarget;
  readonly tag: TagId;
  /** Description for PDF/UA-1, 7.18.5. */
  readonly contents: string;
}

export interface DisplayPage {
  readonly size: Size;
  readonly items: readonly DisplayItem[];
  readonly links: readonly LinkArea[];
}

/** Contract 4: plain, read-only, printable. */
export interface DisplayList {
  readonly title: string;
  readonly lang: string;
  readonly pages: readonly DisplayPage[];
  /** In source order, the Document first. */
  readonly tags: readonly TagNode[];
  /** What `picture` items name by index. */
  readonly pictures: readonly import('../asset/types.ts').PictureRequest[];
}
