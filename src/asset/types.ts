import type { Color } from '../base/color.ts';
import type { Matrix, Path, Rect, Size } from '../base/geometry.ts';
import type { Place } from '../base/source.ts';
import type { Pt } from '../base/units.ts';

// ---- Fonts ----------------------------------------------------------------------------------------------------------

/** Unique in the catalogue: the PostScript name. */
export type FontId = string;

/** Glyphs of one shaped text in visual order. Distances in em. */
export interface ShapedGlyphs {
  readonly glyphIds: Uint16Array;
  readonly advances: Float64Array;
  readonly xOffsets: Float64Array;
  readonly yOffsets: Float64Array;
  /** For each glyph the UTF-16 index into the text of the cluster it belongs to. */
  readonly clusters: Uint32Array;
}

/** A font file, opened once for all documents. The font library stays inside `asset/font/`. */
export interface FontFace {
  readonly id: FontId;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** In em, positive: ascent above, descent below the baseline (`hhea`, or `OS/2` typo with USE_TYPO_METRICS). */
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly underlinePosition: number;
  readonly underlineThickness: number;
  readonly italicAngle: number;
  readonly isSerif: boolean;
  readonly isMonospaced: boolean;
  /** In em: xMin, yMin, xMax, yMax. */
  readonly bbox: readonly [number, number, number, number];
  hasGlyph(codePoint: number): boolean;
  /** Glyph of one code point without shaping, 0 when there is none. */
  glyphOf(codePoint: number): number;
  advanceOf(glyphId: number): number;
  /**
   * Left and right end of what a glyph has between two heights, in em from its origin, y upwards; `undefined` when it has
   * nothing there.
   */
  inkBetween(glyphId: number, bottom: number, top: number): readonly [number, number] | undefined;
  /** Lower and upper end of what a glyph shows, in em; `undefined` for one that shows nothing. */
  inkHeights(glyphId: number): readonly [number, number] | undefined;
  /** `features`: OpenType tag → value; kern, liga, clig, calt, ccmp, mark are on unless given 0. */
  shape(text: string, features: Readonly<Record<string, number>>, direction: 'ltr' | 'rtl'): ShapedGlyphs;
  /** A font file that holds just these glyphs, with new ids in the order given (glyph 0 first, always). */
  subset(glyphIds: readonly number[]): { readonly kind: 'truetype' | 'cff'; readonly bytes: Uint8Array };
}

/** All fonts of the workspace and of the program; matching after CSS Fonts 4, section 5. */
export interface FontCatalogue {
  /** The faces to try for a text in this order: the named families, then the whole catalogue's fallbacks. */
  chain(families: readonly string[], weight: number, style: 'normal' | 'italic'): readonly FontFace[];
  face(id: FontId): FontFace;
  readonly hasFamily: (family: string) => boolean;
}

// ---- Replaced content -----------------------------------------------------------------------------------------------

/** Of a decoded header: nothing was decoded yet. */
interface PictureHeader {
  /** Same for the same bytes. */
  readonly key: string;
  /** After EXIF orientation. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** As named in the article or layout, for messages. */
  readonly name: string;
  readonly place: Place | undefined;
}

export type Paint =
  | { readonly kind: 'color'; readonly color: Color }
  | {
      readonly kind: 'linear' | 'radial';
      /** x1 y1 x2 y2, or cx cy r fx fy, in the space of the drawing. */
      readonly geometry: readonly number[];
      readonly stops: readonly { readonly offset: number; readonly color: Color }[];
      readonly transform: Matrix;
    };

export type DrawingNode =
  | {
      readonly kind: 'shape';
      readonly path: Path;
      readonly fill: Paint | undefined;
      readonly fillRule: 'nonzero' | 'evenodd';
      readonly stroke:
        | {
            readonly paint: Paint;
            readonly width: number;
            readonly cap: 'butt' | 'round' | 'square';
            readonly join: 'miter' | 'round' | 'bevel';
            readonly miterLimit: number;
            readonly dash: readonly number[];
          }
        | undefined;
      readonly opacity: number;
    }
  | {
      readonly kind: 'group';
      readonly transform: Matrix;
      readonly opacity: number;
      readonly children: readonly DrawingNode[];
    };

/** What the small SVG reader makes: units are those of `viewBox`, y downwards. */
export interface VectorDrawing {
  readonly viewBox: Rect;
  /** Natural size in points; a missing one follows from the ratio of the viewBox. */
  readonly natural: Size;
  readonly children: readonly DrawingNode[];
}

/** A QR symbol without its quiet zone. ISO/IEC 18004. */
export interface QrSymbol {
  readonly level: 'M' | 'Q' | 'H';
  /** Modules on a side. */
  readonly modules: number;
  /** Row by row, 1 is dark. */
  readonly dark: Uint8Array;
}

export type Replaced =
  | { readonly kind: 'picture'; readonly header: PictureHeader }
  | { readonly kind: 'drawing'; readonly drawing: VectorDrawing }
  | { readonly kind: 'qr'; readonly value: string; readonly symbols: readonly [QrSymbol, QrSymbol, QrSymbol] };

/** Where the files that a document names are read from; nothing outside these folders is. */
export interface AssetRoots {
  /** Absolute. */
  readonly workspace: string;
  /** Folder of the article, relative to the workspace, with `/`; empty for the workspace itself. */
  readonly articleFolder: string;
  /** Absolute. */
  readonly layoutFolder: string;
}

/** Everything outside the HTML and CSS that layout needs. */
export interface Assets {
  readonly fonts: FontCatalogue;
  /** `StyledElement.id` → what stands in place of the element: `img`, `svg`, `qr-code`, `kawung-motif`. */
  readonly replaced: ReadonlyMap<number, Replaced>;
  /** Address of a background picture, as written → what it shows. */
  readonly backgrounds: ReadonlyMap<string, Replaced>;
  /** `PictureHeader.key` → the file, for `encodePictures` after layout. */
  readonly pictureBytes: ReadonlyMap<string, Uint8Array>;
}

// ---- Pictures, after layout -----------------------------------------------------------------------------------------

/** A picture at its printed size. */
export interface PictureRequest {
  readonly key: string;
  /** The whole picture (before any crop) as it lies on the paper. */
  readonly width: Pt;
  readonly height: Pt;
  /** The part of it that shows, from 0 to 1. */
  readonly crop: Rect;
  readonly name: string;
  readonly place: Place | undefined;
}

/** Ready for a PDF: baseline JPEG (sRGB or grey), or raw samples with alpha. No metadata. */
export interface EncodedPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly kind: 'jpeg' | 'raw';
  readonly components: 1 | 3;
  /** JPEG file, or `components` bytes a pixel. */
  readonly bytes: Uint8Array;
  /** One byte a pixel; `undefined` when the picture is opaque. */
  readonly alpha: Uint8Array | undefined;
}
