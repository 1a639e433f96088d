import { BLACK, type Color } from '../base/color.ts';
import type { Reporter } from '../base/diagnostics.ts';
import { sha256 } from '../base/digest.ts';
import type { Host } from '../base/host.ts';
import type { StyledDocument, StyledElement } from '../document/types.ts';
import { createBoundedCache } from './bounded-cache.ts';
import { readIcon } from './icons/read-icon.ts';
import { makeMotif } from './motif/make-motif.ts';
import { readMotifColor } from './motif/motif-color.ts';
import { MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS, MAX_PICTURE_SIDE } from './picture/limits.ts';
import { readHeader } from './picture/read-header.ts';
import { makeQr } from './qr/make-qr.ts';
import { readNamedFile, readSource } from './read-file.ts';
import { MAX_SVG_BYTES } from './svg/limits.ts';
import { type DrawingColors, type DrawingResult, readDrawing } from './svg/read-drawing.ts';
import { readXml } from './svg/read-xml.ts';
import { svgPixelSize } from './svg/svg-pixel-size.ts';
import { writeSvg } from './svg/write-svg.ts';
import type { AssetRoots, Assets, FontCatalogue, Replaced } from './types.ts';

export interface AssetContext {
  readonly host: Host;
  readonly fonts: FontCatalogue;
  readonly roots: AssetRoots;
}

interface Loading extends AssetContext {
  readonly reporter: Reporter;
  readonly pictureBytes: Map<string, Uint8Array>;
}

/** Drawings of files by digest and colour: icons and logos are the same in every article. */
const drawings = createBoundedCache<DrawingResult>(64);

/**
 * Reads what the elements of a document name. Pictures are known by their header alone afterwards: nothing is decoded.
 * What cannot be had is reported at the element's place and has no entry in `replaced`.
 */
export async function loadAssets(document: StyledDocument, context: AssetContext, reporter: Reporter): Promise<Assets> {
  const pictureBytes = new Map<string, Uint8Array>();
  const loading: Loading = { ...context, reporter, pictureBytes };
  const replaced = new Map<number, Replaced>();
  const named = namingElements(document);
  for (const element of named.replaced) {
    const content = await loadElement(element, loading);
    if (content !== undefined) replaced.set(element.id, content);
  }
  const backgrounds = new Map<string, Replaced>();
  for (const [url, element] of named.backgrounds) {
    // A drawing as a background knows nothing of the element's colour. SVG 2, section 2.2.
    const content = await loadImage(url, { element, color: BLACK }, loading);
    if (content !== undefined) backgrounds.set(url, content);
  }
  return { fonts: context.fonts, replaced, backgrounds, pictureBytes };
}

interface NamingElements {
  readonly replaced: readonly StyledElement[];
  /** Address → the first element that has it as a background, at the place of the declaration. */
  readonly backgrounds: ReadonlyMap<string, StyledElement>;
}

/** In document order, those in margin boxes last. */
function namingElements(document: StyledDocument): NamingElements {
  const found: StyledElement[] = [];
  const backgrounds = new Map<string, StyledElement>();
  const walk = (element: StyledElement): void => {
    for (const { image } of element.style.backgroundLayers) {
      if (image.kind !== 'url' || backgrounds.has(image.url)) continue;
      backgrounds.set(image.url, { ...element, place: image.place ?? element.place });
    }
    if (['img', 'svg', 'qr-code', 'kawung-motif'].includes(element.name)) found.push(element);
    else for (const child of element.children) if (child.kind === 'element') walk(child);
  };
  walk(document.root);
  const styles = new Set(document.pages.map(({ style }) => style));
  for (const { marginBoxes, footnoteArea } of styles) {
    for (const { element } of marginBoxes) walk(element);
    if (footnoteArea !== undefined) walk(footnoteArea);
  }
  return { replaced: found, backgrounds };
}

async function loadElement(element: StyledElement, loading: Loading): Promise<Replaced | undefined> {
  switch (element.name) {
    case 'img':
      return loadImage(element.attributes.src ?? '', { element, color: element.style.color }, loading);
    case 'svg':
      return loadInlineSvg(element, loading);
    case 'qr-code':
      return loadQr(element, loading.reporter);
    default:
      return loadMotif(element, loading.reporter);
  }
}

interface ImageUse {
  /** Whose place problems are reported at. */
  readonly element: StyledElement;
  /** `currentColor` of a drawing. */
  readonly color: Color;
}

async function loadImage(address: string, use: ImageUse, loading: Loading): Promise<Replaced | undefined> {
  const { host, roots, reporter } = loading;
  const { element, color } = use;
  const { place } = element;
  const src = address.trim();
  if (src === '') {
    reporter.report('asset/picture-without-source', place, {});
    return undefined;
  }
  const source = readSource(src, roots);
  if (source.kind === 'icon') {
    const bytes = await readIcon(source.name, host);
    if (bytes !== undefined) {
      return loadSvg(bytes, { color, fill: color }, { name: source.name, element }, loading);
    }
    reporter.report('asset/icon-unknown', place, { name: source.name });
    return undefined;
  }
  const bytes = await readNamedFile(source.file, host, { maxBytes: MAX_PICTURE_BYTES, place }, reporter);
  return bytes === undefined ? undefined : loadPicture(bytes, source.file.name, use, loading);
}

function loadPicture(bytes: Uint8Array, name: string, use: ImageUse, loading: Loading): Replaced | undefined {
  const { reporter, pictureBytes } = loading;
  const { element, color } = use;
  const { place } = element;
  const path = name;
  const header = readHeader(bytes);
  switch (header.kind) {
    case 'svg':
      return loadSvg(bytes, { color }, { name, element }, loading);
    case 'heic':
      reporter.report('asset/picture-heic', place, { path });
      return undefined;
    case 'unknown':
      reporter.report('asset/picture-format', place, { path });
      return undefined;
    case 'corrupt':
      reporter.report('asset/picture-corrupt', place, { path });
      return undefined;
    default: {
      const { widthPx, heightPx } = header;
      if (Math.max(widthPx, heightPx) > MAX_PICTURE_SIDE || widthPx * heightPx > MAX_PICTURE_PIXELS) {
        const limits = { maxSidePx: MAX_PICTURE_SIDE, maxMegapixels: MAX_PICTURE_PIXELS / 1e6 };
        reporter.report('asset/picture-too-many-pixels', place, { path, widthPx, heightPx, ...limits });
        return undefined;
      }
      const key = sha256(bytes);
      pictureBytes.set(key, bytes);
      return { kind: 'picture', header: { key, widthPx, heightPx, name, place } };
    }
  }
}

interface Named {
  readonly name: string;
  readonly element: StyledElement;
}

function loadSvg(bytes: Uint8Array, colors: DrawingColors, named: Named, loading: Loading): Replaced | undefined {
  const { reporter } = loading;
  const { name, element } = named;
  if (bytes.length > MAX_SVG_BYTES) {
    reporter.report('asset/svg-too-complex', element.place, { path: name });
    return undefined;
  }
  const key = `${sha256(bytes)} ${JSON.stringify(colors)}`;
  let result = drawings.get(key);
  if (result === undefined) {
    const xml = readXml(bytes);
    if (xml.kind === 'corrupt') {
      reporter.report('asset/svg-corrupt', element.place, { path: name, line: xml.line });
      return undefined;
    }
    result = xml.kind === 'tree' ? readDrawing(xml.root, colors) : xml;
    drawings.set(key, result);
  }
  return settle(result, () => bytes, named, loading);
}

function loadInlineSvg(element: StyledElement, loading: Loading): Replaced | undefined {
  if (element.svg === undefined) throw new Error('An svg element without its tree');
  const { color } = element.style;
  const { svg } = element;
  return settle(readDrawing(svg, { color }), () => writeSvg(svg, color), { name: '<svg>', element }, loading);
}

/** A drawing stays one; what is harmless but beyond the reader becomes a picture; the rest is reported. */
function settle(result: DrawingResult, fileOf: () => Uint8Array, named: Named, loading: Loading): Replaced | undefined {
  const { reporter, pictureBytes } = loading;
  const { place } = named.element;
  const path = named.name;
  switch (result.kind) {
    case 'drawing':
      return { kind: 'drawing', drawing: result.drawing };
    case 'text':
      reporter.report('asset/svg-text', place, { path });
      return undefined;
    case 'refused':
      reporter.report('asset/svg-refused', place, { path, feature: result.feature });
      return undefined;
    case 'too-complex':
      reporter.report('asset/svg-too-complex', place, { path });
      return undefined;
    default: {
      reporter.report('asset/svg-rasterised', place, { path, feature: result.feature });
      const bytes = fileOf();
      const key = sha256(bytes);
      pictureBytes.set(key, bytes);
      return { kind: 'picture', header: { key, ...svgPixelSize(bytes), name: path, place } };
    }
  }
}

async function loadQr(element: StyledElement, reporter: Reporter): Promise<Replaced | undefined> {
  const value = (element.attributes.value ?? '').trim();
  if (value === '') {
    reporter.report('asset/qr-without-value', element.place, {});
    return undefined;
  }
  const qr = await makeQr(value);
  if (qr.kind === 'qr') return { kind: 'qr', value, symbols: qr.symbols };
  reporter.report('asset/qr-too-long', element.place, { bytes: qr.bytes });
  return undefined;
}

function loadMotif(element: StyledElement, reporter: Reporter): Replaced {
  const { seed = '', primary, accent } = element.attributes;
  const colors = {
    primary: readMotifColor('primary', primary, element.place, reporter),
    accent: readMotifColor('accent', accent, element.place, reporter),
  };
  return { kind: 'drawing', drawing: makeMotif(seed, colors) };
}
