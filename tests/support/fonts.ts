import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as fontkit from 'fontkit';
import { parse } from 'yaml';
import { createFontCatalogue } from '../../src/asset/font/font-catalogue.ts';
import { createFace } from '../../src/asset/font/fontkit-face.ts';
import type { FontCatalogue } from '../../src/asset/types.ts';
import { SQUARE_FAMILY, squareFontBytes } from './square-font.ts';

/** Only the square font, whatever family is asked for. */
export function squareCatalogue(): FontCatalogue {
  return createFontCatalogue({
    faces: [
      createFace(fontkit, {
        id: SQUARE_FAMILY,
        family: SQUARE_FAMILY,
        weight: 400,
        style: 'normal',
        bytes: squareFontBytes(),
      }),
    ],
    generics: {},
    fallbacks: [],
  });
}

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

let builtIn: FontCatalogue | undefined;

/** The fonts of `fonts/catalogue.yaml`, read from this checkout; made once. */
export function builtInCatalogue(): FontCatalogue {
  if (builtIn !== undefined) return builtIn;
  const root = path.resolve(import.meta.dirname, '../..');
  const file = parse(readFileSync(path.join(root, 'fonts/catalogue.yaml'), 'utf8')) as CatalogueFile;
  const faces = file.families.flatMap((family) =>
    family.faces.map((face) =>
      createFace(fontkit, {
        ...face,
        family: family.family,
        bytes: readFileSync(path.join(root, 'node_modules', family.package, face.file)),
      }),
    ),
  );
  builtIn = createFontCatalogue({ faces, generics: file.generics, fallbacks: file.fallbacks });
  return builtIn;
}
