import type { LayoutData } from '../../base/codes/layout.ts';
import type { DiagnosticWords } from '../types.ts';

export const layoutWords: DiagnosticWords<LayoutData> = {
  'layout/no-room': {
    message: (d) => `<${d.element}> is ${d.heightMm} mm high and fits on no page; ${d.availableMm} mm are available.`,
    hint: () => 'Make it smaller, shorten it, or let it be divided between pages.',
  },
  'layout/off-page': {
    message: (d) => `<${d.element}> is positioned ${d.overMm} mm over the edge of page ${d.page}.`,
    hint: () => 'Correct `top`, `right`, `bottom` or `left` in the layout, or shorten the content.',
  },
  'layout/overflow': {
    message: (d) => `Text in <${d.element}> is ${d.widthMm} mm wide and runs over the edge of page ${d.page}.`,
    hint: () => 'Shorten the long word or address, or add `overflow-wrap: anywhere` in the layout.',
  },
  'layout/overflow-inside': {
    message: (d) => `Text in <${d.element}> is ${d.widthMm} mm wide and runs out of its box on page ${d.page}.`,
    hint: () => 'Shorten the long word or address, or make the box wider in the layout.',
  },
  'layout/clipped': {
    message: (d) => `Text in <${d.element}> on page ${d.page} would be cut off by \`overflow: hidden\`.`,
    hint: () => 'Shorten the text, or give the box more room in the layout.',
  },
  'layout/margin-box-overflow': {
    message: (d) =>
      `<${d.element}> does not fit into its margin box on page ${d.page}, which is ${d.widthMm} × ${d.heightMm} mm.`,
    hint: () => 'Shorten the content, or make that page margin larger in the layout.',
  },
  'layout/running-unused': {
    message: (d) => `No @page rule shows the running element "${d.name}", so its content would be lost.`,
    hint: (d) => `Add \`content: element(${d.name})\` to a margin box in the layout.`,
  },
  'layout/running-late': {
    message: (d) =>
      `The running element "${d.name}" only begins on page ${d.page}, after the pages that should show it.`,
    hint: () => 'Move the element to the beginning of the layout.',
  },
  'layout/qr-small-modules': {
    message: (d) =>
      `The address of ${d.characters} characters makes a QR code with ${d.modules} modules of ${d.moduleMm} mm; below 0.8 mm it is hard to scan.`,
    hint: () => 'Use a shorter address (`links.short`), or make the QR code larger in the layout.',
  },
  'layout/qr-too-small': {
    message: (d) =>
      `The address of ${d.characters} characters makes a QR code with ${d.modules} modules of ${d.moduleMm} mm; below 0.5 mm it cannot be scanned from paper.`,
    hint: () => 'Use a shorter address (`links.short`), or make the QR code larger in the layout.',
  },
  'layout/unknown-target': {
    message: (d) => `There is no element with id="${d.id}", so a link or page number leads nowhere.`,
    hint: (d) =>
      d.nearest === undefined ? `Give the element that is meant id="${d.id}".` : `Did you mean "#${d.nearest}"?`,
  },
  'layout/lost-footnote': {
    message: (d) =>
      `The footnote <${d.element}> has no place on any page: it stands in another footnote, in a running element or in an absolutely positioned one.`,
    hint: () => 'Move it into the text of the page, or take away `float: footnote` there.',
  },
  'layout/unsettled-numbers': {
    message: (d) =>
      `The page numbers in the text change the page breaks, and these the numbers again; after ${d.passes} passes some may be wrong.`,
    hint: () => 'Give the page numbers a fixed width in the layout, or change the text a little.',
  },
  'layout/too-many-pages': {
    message: (d) => `The document has more than ${d.limit} pages.`,
    hint: () => 'Divide the article, or check the sizes in the layout.',
  },
  'layout/no-progress': {
    message: (d) => `Nothing more fits on page ${d.page}, although content is left.`,
    hint: () => 'Check the page size and margins in the layout.',
  },
};
