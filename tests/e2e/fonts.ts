import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fontkit from 'fontkit';
import { parse } from 'yaml';
import { createFontCatalogue } from '../../src/asset/font/font-catalogue.ts';
import { createFace } from '../../src/asset/font/fontkit-face.ts';
import type { FontCatalogue } from '../../src/asset/types.ts';
import { SQUARE_FAMILY, squareFontBytes } from '../support/square-font.ts';

interface CatalogueFile {
  readonly families: readonly {
    readonly family: string;
    readonly package: string;
    readonly faces: readonly {
      readonly id: string;
      readonly weight: number;
      readonly style: 'normal' | 'italic';
      readonly file: string;
    }[];
  }[];
  readonly generics: Readonly<Record<string, string>>;
  readonly fallbacks: readonly string[];
}

/** The families whose text is compared; each is given to both engines from the same file. */
const FAMILIES = ['Source Serif 4', 'Plus Jakarta Sans'];

export interface TestFonts {
  readonly catalogue: FontCatalogue;
  /** `@font-face` rules with the same files, for the browser. */
  readonly css: string;
}

export function loadTestFonts(): TestFonts {
  const root = path.resolve(import.meta.dirname, '../..');
  const file = parse(readFileSync(path.join(root, 'fonts/catalogue.yaml'), 'utf8')) as CatalogueFile;
  const named = file.families.filter(({ family }) => FAMILIES.includes(family));
  const faces = named.flatMap((family) =>
    family.faces.map((face) => {
      const place = path.join(root, 'node_modules', family.package, face.file);
      return { ...face, family: family.family, place, bytes: readFileSync(place) };
    }),
  );
  const square = {
    id: SQUARE_FAMILY,
    family: SQUARE_FAMILY,
    weight: 400,
    style: 'normal' as const,
    bytes: squareFontBytes(),
  };
  const rule = (family: string, weight: string, style: string, url: string): string =>
    `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; src: url("${url}") }`;
  return {
    catalogue: createFontCatalogue({
      faces: [...faces, square].map((face) => createFace(fontkit, face)),
      generics: {},
      fallbacks: [SQUARE_FAMILY],
    }),
    css: [
      // One face for every weight and style: nothing is emboldened or slanted, which would change the widths.
      ...['normal', 'italic'].map((style) =>
        rule(SQUARE_FAMILY, '1 1000', style, `data:font/ttf;base64,${Buffer.from(square.bytes).toString('base64')}`),
      ),
      ...faces.map((face) => rule(face.family, String(face.weight), face.style, pathToFileURL(face.place).href)),
    ].join('\n'),
  };
}
