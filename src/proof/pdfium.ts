import { PDFiumModule } from '@hyzyla/pdfium';
import { type Edges, intersect, union } from './edges.ts';

/**
 * The only file that knows pdfium. The package's own classes give neither positions nor marks nor annotations, and its
 * `getText()` loses a character for each U+00AD, so its inner module is used: functions of `fpdfview.h`, `fpdf_text.h`,
 * `fpdf_edit.h` and `fpdf_doc.h`, exported with an underscore. A test calls each of them.
 */
interface PdfiumModule {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly HEAPF32: Float32Array;
  readonly wasmExports: { malloc(size: number): number; free(pointer: number): void };
  _FPDF_InitLibrary(): void;
  _FPDF_LoadMemDocument(bytes: number, size: number, password: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFPageObj_CountMarks(object: number): number;
  _FPDFPageObj_GetMark(object: number, index: number): number;
  _FPDFPageObjMark_GetName(mark: number, buffer: number, size: number, written: number): number;
  _FPDFPageObj_GetClipPath(object: number): number;
  _FPDFClipPath_CountPaths(clip: number): number;
  _FPDFClipPath_CountPathSegments(clip: number, path: number): number;
  _FPDFClipPath_GetPathSegment(clip: number, path: number, segment: number): number;
  _FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
  _FPDFTextObj_GetText(object: number, text: number, buffer: number, size: number): number;
  _FPDFTextObj_GetFont(object: number): number;
  _FPDFFont_GetIsEmbedded(font: number): number;
  _FPDFFont_GetBaseFontName(font: number, buffer: number, size: number): number;
  _FPDFLink_Enumerate(page: number, position: number, link: number): number;
  _FPDFLink_GetAnnotRect(link: number, rect: number): number;
  _FPDFLink_GetAction(link: number): number;
  _FPDFAction_GetURIPath(document: number, action: number, buffer: number, size: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, samples: number, stride: number): number;
  _FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, color: number): void;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotation: number,
    flags: number,
  ): void;
}

export type PdfObjectKind = 'text' | 'path' | 'image' | 'shading' | 'form';

export interface PdfObject {
  readonly kind: PdfObjectKind;
  /** As it is drawn, before clipping. */
  readonly bounds: Edges;
  /** Whether it stands in an Artifact. */
  isArtifact(): boolean;
  /** What a text object shows; empty for others. */
  text(): string;
  /** The box of its clip paths; `undefined`: not clipped. */
  clip(): Edges | undefined;
}

interface PdfLink {
  readonly bounds: Edges;
  /** Empty when it is no address. */
  readonly href: string;
}

interface PdfFont {
  readonly name: string;
  readonly isEmbedded: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In the order of the content, as copying gives it; UTF-16. */
  text(): string;
  readonly objects: readonly PdfObject[];
  readonly links: readonly PdfLink[];
  readonly fonts: readonly PdfFont[];
  /** A part of the page in grey, white where nothing is. */
  render(area: Edges, dpi: number): GreyImage;
}

export interface GreyImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly samples: Uint8Array;
}

export interface OpenPdf {
  readonly pageCount: number;
  /** What the page is asked for holds only during the call. `undefined` when the page cannot be read. */
  withPage<T>(index: number, use: (page: PdfPage) => T): T | undefined;
  /** Frees the memory; the file must not be used afterwards. */
  close(): void;
}

const KINDS: readonly (PdfObjectKind | undefined)[] = [undefined, 'text', 'path', 'image', 'shading', 'form'];
const GREY_FORMAT = 1;
const GREYSCALE_FLAG = 0x08;
const WHITE = 0xffffffff;
const SCRATCH_BYTES = 4096;
/** More than any page of a bulletin has; what is beyond is a fault of the file. */
const MAX_OBJECTS = 200_000;
const MAX_CHARACTERS = 1_000_000;
const MAX_LINKS = 10_000;
const MAX_NESTED_FORMS = 8;

let loading: Promise<PdfiumModule> | undefined;

/** One instance for the whole run; the package reads its WebAssembly from its own folder. */
export function loadPdfium(): Promise<PdfiumModule> {
  loading ??= PDFiumModule({}).then((module) => {
    // The declared type lists only what the package itself calls.
    const inner = module as unknown as PdfiumModule;
    inner._FPDF_InitLibrary();
    return inner;
  });
  return loading;
}

/** `undefined` when the bytes are no PDF file that can be opened. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | undefined> {
  const pdfium = await loadPdfium();
  const { malloc, free } = pdfium.wasmExports;
  const file = malloc(bytes.length);
  const scratch = malloc(SCRATCH_BYTES);
  const release = (): void => {
    free(scratch);
    free(file);
  };
  pdfium.HEAPU8.set(bytes, file);
  const document = pdfium._FPDF_LoadMemDocument(file, bytes.length, 0);
  if (document === 0) {
    release();
    return undefined;
  }
  return {
    pageCount: pdfium._FPDF_GetPageCount(document),
    withPage(index, use) {
      const page = pdfium._FPDF_LoadPage(document, index);
      if (page === 0) return undefined;
      let text = 0;
      const textPage = (): number => {
        if (text === 0) text = pdfium._FPDFText_LoadPage(page);
        return text;
      };
      try {
        return use(readPage({ pdfium, document, page, textPage, scratch }));
      } finally {
        if (text !== 0) pdfium._FPDFText_ClosePage(text);
        pdfium._FPDF_ClosePage(page);
      }
    },
    close() {
      pdfium._FPDF_CloseDocument(document);
      release();
    },
  };
}

interface Reading {
  readonly pdfium: PdfiumModule;
  readonly document: number;
  readonly page: number;
  /** Made when it is first asked for: finding the characters costs as much as reading the page. 0: it has none. */
  readonly textPage: () => number;
  /** `SCRATCH_BYTES` for what functions write. */
  readonly scratch: number;
}

function readPage(reading: Reading): PdfPage {
  const { pdfium, page } = reading;
  const width = pdfium._FPDF_GetPageWidthF(page);
  const height = pdfium._FPDF_GetPageHeightF(page);
  const handles = Array.from({ length: Math.min(pdfium._FPDFPage_CountObjects(page), MAX_OBJECTS) }, (_, index) =>
    pdfium._FPDFPage_GetObject(page, index),
  );
  return {
    width,
    height,
    text: () => readText(reading),
    objects: handles.flatMap((handle) => readObject(handle, height, reading) ?? []),
    links: readLinks(height, reading),
    fonts: readFonts(handles, reading),
    render: (area, dpi) => render(area, dpi, { width, height }, reading),
  };
}

/** Character by character, because reading the text whole loses some (see above). A line-end hyphen comes as U+0002. */
function readText({ pdfium, textPage }: Reading): string {
  const text = textPage();
  const count = text === 0 ? 0 : Math.min(pdfium._FPDFText_CountChars(text), MAX_CHARACTERS);
  let result = '';
  for (let index = 0; index < count; index += 1) {
    const code = pdfium._FPDFText_GetUnicode(text, index);
    result += code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : String.fromCharCode(code);
  }
  return result;
}

function readObject(handle: number, height: number, reading: Reading): PdfObject | undefined {
  const { pdfium, scratch } = reading;
  const kind = KINDS[pdfium._FPDFPageObj_GetType(handle)];
  if (kind === undefined) return undefined;
  if (pdfium._FPDFPageObj_GetBounds(handle, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.HEAPF32.subarray(scratch / 4, scratch / 4 + 4);
  return {
    kind,
    bounds: { left, top: height - top, right, bottom: height - bottom },
    isArtifact: () => isArtifact(handle, reading),
    text: () => (kind === 'text' ? textOf(handle, reading) : ''),
    clip: () => clipOf(handle, height, reading),
  };
}

function isArtifact(handle: number, { pdfium, scratch }: Reading): boolean {
  const marks = Math.min(pdfium._FPDFPageObj_CountMarks(handle), 64);
  for (let index = 0; index < marks; index += 1) {
    const mark = pdfium._FPDFPageObj_GetMark(handle, index);
    if (mark === 0 || pdfium._FPDFPageObjMark_GetName(mark, scratch + 4, SCRATCH_BYTES - 4, scratch) === 0) continue;
    const size = pdfium.HEAP32[scratch / 4] ?? 0;
    if (utf16(pdfium, scratch + 4, size) === 'Artifact') return true;
  }
  return false;
}

function textOf(handle: number, { pdfium, textPage, scratch }: Reading): string {
  const text = textPage();
  if (text === 0) return '';
  const size = pdfium._FPDFTextObj_GetText(handle, text, scratch, SCRATCH_BYTES);
  return size > SCRATCH_BYTES ? '' : utf16(pdfium, scratch, size);
}

/** The intersection of the boxes of all clip paths. */
function clipOf(handle: number, height: number, { pdfium, scratch }: Reading): Edges | undefined {
  const clip = pdfium._FPDFPageObj_GetClipPath(handle);
  const paths = clip === 0 ? 0 : Math.min(Math.max(pdfium._FPDFClipPath_CountPaths(clip), 0), 64);
  let box: Edges | undefined;
  for (let path = 0; path < paths; path += 1) {
    const points = Math.min(Math.max(pdfium._FPDFClipPath_CountPathSegments(clip, path), 0), 10_000);
    let own: Edges | undefined;
    for (let index = 0; index < points; index += 1) {
      const segment = pdfium._FPDFClipPath_GetPathSegment(clip, path, index);
      if (segment === 0 || pdfium._FPDFPathSegment_GetPoint(segment, scratch, scratch + 4) === 0) continue;
      const [x = 0, y = 0] = pdfium.HEAPF32.subarray(scratch / 4, scratch / 4 + 2);
      own = union(own, { left: x, right: x, top: height - y, bottom: height - y });
    }
    if (own !== undefined) box = box === undefined ? own : intersect(box, own);
  }
  return box;
}

function readLinks(height: number, { pdfium, document, page, scratch }: Reading): readonly PdfLink[] {
  const links: PdfLink[] = [];
  const position = scratch / 4;
  pdfium.HEAP32[position] = 0;
  while (links.length < MAX_LINKS && pdfium._FPDFLink_Enumerate(page, scratch, scratch + 4) !== 0) {
    const link = pdfium.HEAP32[position + 1] ?? 0;
    // FS_RECTF: left, top, right, bottom.
    if (link === 0 || pdfium._FPDFLink_GetAnnotRect(link, scratch + 8) === 0) continue;
    const [left = 0, top = 0, right = 0, bottom = 0] = pdfium.HEAPF32.subarray(position + 2, position + 6);
    const action = pdfium._FPDFLink_GetAction(link);
    const room = SCRATCH_BYTES - 64;
    const size = action === 0 ? 0 : pdfium._FPDFAction_GetURIPath(document, action, scratch + 64, room);
    const href = size > 1 && size <= room ? latin1(pdfium, scratch + 64, size - 1) : '';
    links.push({ href, bounds: { left, top: height - top, right, bottom: height - bottom } });
  }
  return links;
}

/** Of all text, inside form XObjects too, each once. */
function readFonts(handles: readonly number[], reading: Reading): readonly PdfFont[] {
  const { pdfium, scratch } = reading;
  const seen = new Set<number>();
  const fonts: PdfFont[] = [];
  const visit = (handle: number, depth: number): void => {
    const kind = KINDS[pdfium._FPDFPageObj_GetType(handle)];
    if (kind === 'form' && depth < MAX_NESTED_FORMS) {
      const count = Math.min(pdfium._FPDFFormObj_CountObjects(handle), MAX_OBJECTS);
      for (let index = 0; index < count; index += 1) visit(pdfium._FPDFFormObj_GetObject(handle, index), depth + 1);
    }
    if (kind !== 'text') return;
    const font = pdfium._FPDFTextObj_GetFont(handle);
    if (font === 0 || seen.has(font)) return;
    seen.add(font);
    const size = pdfium._FPDFFont_GetBaseFontName(font, scratch, SCRATCH_BYTES);
    const name = size > 1 && size <= SCRATCH_BYTES ? latin1(pdfium, scratch, size - 1) : '';
    fonts.push({ name, isEmbedded: pdfium._FPDFFont_GetIsEmbedded(font) === 1 });
  };
  for (const handle of handles) visit(handle, 0);
  return fonts;
}

/** The page is drawn shifted onto a bitmap as large as the area, so that only the area costs anything. */
function render(
  area: Edges,
  dpi: number,
  size: { readonly width: number; readonly height: number },
  { pdfium, page }: Reading,
): GreyImage {
  const scale = dpi / 72;
  const left = Math.floor(area.left * scale);
  const top = Math.floor(area.top * scale);
  const widthPx = Math.max(1, Math.ceil(area.right * scale) - left);
  const heightPx = Math.max(1, Math.ceil(area.bottom * scale) - top);
  const { malloc, free } = pdfium.wasmExports;
  const samples = malloc(widthPx * heightPx);
  const bitmap = pdfium._FPDFBitmap_CreateEx(widthPx, heightPx, GREY_FORMAT, samples, widthPx);
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, widthPx, heightPx, WHITE);
    const across = Math.round(size.width * scale);
    const down = Math.round(size.height * scale);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, -left, -top, across, down, 0, GREYSCALE_FLAG);
    return { widthPx, heightPx, samples: pdfium.HEAPU8.slice(samples, samples + widthPx * heightPx) };
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
    free(samples);
  }
}

/** `size` in bytes, with the zero at the end. */
function utf16(pdfium: PdfiumModule, pointer: number, size: number): string {
  let text = '';
  for (let at = pointer; at + 1 < pointer + size; at += 2) {
    const unit = (pdfium.HEAPU8[at] ?? 0) | ((pdfium.HEAPU8[at + 1] ?? 0) << 8);
    if (unit === 0) break;
    text += String.fromCharCode(unit);
  }
  return text;
}

function latin1(pdfium: PdfiumModule, pointer: number, size: number): string {
  return String.fromCharCode(...pdfium.HEAPU8.subarray(pointer, pointer + size));
}
