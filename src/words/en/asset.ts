import type { AssetData } from '../../base/codes/asset.ts';
import type { DiagnosticWords } from '../types.ts';

const exportAgain = 'Open the picture in the program that made it and save it again as PNG, JPEG or plain SVG.';

export const assetWords: DiagnosticWords<AssetData> = {
  'asset/picture-missing': {
    message: (d) => `The picture file "${d.path}" was not found.`,
    hint: () => 'Check the spelling of the name, capitals included; it counts from the folder of the article file.',
  },
  'asset/file-backslash': {
    message: (d) => `The file name "${d.path}" contains a backslash (\\).`,
    hint: (d) => `Use a slash (/): "${d.better}".`,
  },
  'asset/file-remote': {
    message: (d) => `The picture "${d.path}" is an internet address, and Buletin fetches nothing from the network.`,
    hint: () => 'Download the picture into the folder of the article and write the name of that file.',
  },
  'asset/file-outside': {
    message: (d) => `The file "${d.path}" is outside the workspace, so it was not read.`,
    hint: () => 'Copy the file into the workspace and write its path from the folder of the article file.',
  },
  'asset/file-not-a-file': {
    message: (d) => `"${d.path}" is not a regular file; it may be a folder.`,
    hint: () => 'Write the whole name of the picture file with its ending, such as "photo.jpg".',
  },
  'asset/file-empty': {
    message: (d) => `The file "${d.path}" is empty (0 bytes).`,
    hint: () => 'Copy the file again from where it came from; the last copy seems not to have finished.',
  },
  'asset/file-too-large': {
    message: (d) => `The file "${d.path}" is larger than the limit of ${d.limitMib} MiB.`,
    hint: () => 'Make the picture smaller; 2,500 pixels are more than enough for the full width of a page.',
  },
  'asset/file-unreadable': {
    message: (d) => `The file "${d.path}" could not be read.`,
    hint: () => 'Check the permissions of the file, and close other programs that have it open.',
  },
  'asset/picture-without-source': {
    message: () => 'This picture element names no file.',
    hint: () => 'Fill in the src attribute of the img element, or remove the element.',
  },
  'asset/picture-heic': {
    message: (d) => `The picture "${d.path}" is in HEIC format, which cannot be used here.`,
    hint: () =>
      'Open the picture and save it as JPEG. For the next photos, choose Settings > Camera > Formats > Most Compatible on the iPhone.',
  },
  'asset/picture-format': {
    message: (d) => `The content of the file "${d.path}" is not a picture of a known format.`,
    hint: () =>
      'Save the picture as JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG. Changing the ending of the name is not enough.',
  },
  'asset/picture-corrupt': {
    message: (d) => `The picture "${d.path}" is damaged or cut off and cannot be opened completely.`,
    hint: () => 'Copy the file again from where it came from, or open it and save it again as JPEG.',
  },
  'asset/picture-too-many-pixels': {
    message: (d) =>
      `The picture "${d.path}" has ${d.widthPx} × ${d.heightPx} pixels, beyond the limit of ${d.maxMegapixels} million pixels or ${d.maxSidePx} pixels a side.`,
    hint: () => 'Make the picture smaller; 2,500 pixels are more than enough for the full width of a page.',
  },
  'asset/picture-low-resolution': {
    message: (d) =>
      `The picture "${d.path}" has only ${d.widthPx} × ${d.heightPx} pixels, which is ${d.dpi} dpi at its printed size, so it will look blurred.`,
    hint: (d) => `Use a picture of at least ${d.neededWidthPx} × ${d.neededHeightPx} pixels (150 dpi).`,
  },
  'asset/svg-corrupt': {
    message: (d) => `The SVG picture "${d.path}" could not be read; the fault is in line ${d.line} of that file.`,
    hint: () => exportAgain,
  },
  'asset/svg-refused': {
    message: (d) => `The SVG picture "${d.path}" uses ${d.feature}, which is not allowed.`,
    hint: () => exportAgain,
  },
  'asset/svg-text': {
    message: (d) => `The SVG picture "${d.path}" contains text, whose letters depend on the computer.`,
    hint: () => 'Turn the text into curves (in Inkscape: Path > Object to Path) and save it again.',
  },
  'asset/svg-too-complex': {
    message: (d) => `The SVG picture "${d.path}" is too complex.`,
    hint: () => 'Simplify the picture, or save it as PNG.',
  },
  'asset/svg-rasterised': {
    message: (d) => `The SVG picture "${d.path}" uses ${d.feature}, so it is printed as pixels instead of curves.`,
    hint: () => 'To keep it sharp at any size, save it as plain SVG without that part.',
  },
  'asset/icon-unknown': {
    message: (d) => `There is no icon "${d.name}".`,
    hint: () => 'Use "globe", "phone", "mail", or the name of an icon of simpleicons.org, such as "instagram".',
  },
  'asset/qr-without-value': {
    message: () => 'This qr-code element holds no address.',
    hint: () => 'Fill in the value attribute of the qr-code element, or remove the element.',
  },
  'asset/qr-too-long': {
    message: (d) => `An address of ${d.bytes} bytes is too long for a QR code.`,
    hint: () => 'Use a shorter address, or give it a short one under "links: short" in buletin.yaml.',
  },
  'asset/motif-color': {
    message: (d) => `The motif colour "${d.value}" is not known.`,
    hint: () => 'Write the colour with six hexadecimal digits, such as "#0f4c5c".',
  },
};
