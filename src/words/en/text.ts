import type { TextData } from '../../base/codes/text.ts';
import type { DiagnosticWords } from '../types.ts';

export const textWords: DiagnosticWords<TextData> = {
  'text/missing-glyph': {
    message: (d) => `No font has the character "${d.character}" (${d.codePoint}).`,
    hint: () => 'Replace the character, or put a font that has it into the folder `fonts`.',
  },
  'text/font-unreadable': {
    message: (d) => `The font file "${d.path}" is damaged or no TrueType or OpenType font, so it is not used.`,
    hint: () => 'Download the font from its source again, or delete the file from the folder `fonts`.',
  },
  'text/font-too-slow': {
    message: (d) => `The font "${d.path}" is not used because trying to open it did not end within the time limit.`,
    hint: () => 'Delete the file from the folder `fonts` and use a font from a source you trust.',
  },
  'text/font-too-large': {
    message: (d) => `The font file "${d.path}" is larger than ${d.limitMib} MiB, so it is not used.`,
    hint: () => 'Use a smaller version of the font, such as one with Latin letters only.',
  },
  'text/font-too-many': {
    message: (d) => `The folder \`fonts\` holds more than ${d.most} fonts; from "${d.path}" on they are not read.`,
    hint: () => 'Keep only the fonts that are really used in the folder `fonts`.',
  },
  'text/font-format': {
    message: (d) => `The font "${d.path}" is not used because its format (.${d.format}) cannot be read.`,
    hint: () => 'Put the .ttf or .otf version of the font into the folder `fonts`.',
  },
  'text/font-duplicate': {
    message: (d) =>
      `The font "${d.path}" is not used because "${d.other}" already has "${d.family}" in the same weight and style.`,
    hint: () => 'Delete one of the two files.',
  },
  'text/font-not-embeddable': {
    message: (d) => `The font "${d.family}" (${d.path}) is not used because its licence forbids embedding in a PDF.`,
    hint: () => 'Use another font whose licence allows embedding.',
  },
  'text/font-package-missing': {
    message: (d) => `The font package "${d.package}" was not found, so the installation of Buletin is incomplete.`,
    hint: () => 'Run `npm ci` again in the folder of Buletin.',
  },
};
