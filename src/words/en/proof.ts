import type { ProofData, ProvenPart } from '../../base/codes/proof.ts';
import type { DiagnosticWords } from '../types.ts';

const reportIt = 'The PDF was not kept. Report this message together with the article file to the maintainers.';

const parts: Readonly<Record<ProvenPart, string>> = {
  text: 'Text',
  picture: 'A picture',
  drawing: 'A shape or QR code',
  link: 'The area of a link',
};

const named = (what: ProvenPart, text: string): string => (text === '' ? parts[what] : `${parts[what]} "${text}"`);

export const proofWords: DiagnosticWords<ProofData> = {
  'proof/unreadable': {
    message: () => 'The PDF that was just made could not be opened again.',
    hint: () => reportIt,
  },
  'proof/no-page': {
    message: () => 'The PDF that was just made has no page.',
    hint: () => reportIt,
  },
  'proof/blank-page': {
    message: (d) => `Page ${d.page} is blank.`,
    hint: () => 'Check the page breaks (break-before, break-after) of the layout.',
  },
  'proof/word-missing': {
    message: (d) =>
      `The word "${d.word}" (in "${d.context}") is missing from the finished PDF or out of order${
        d.more === 0 ? '' : `, and so are ${d.more} other words`
      }.`,
    hint: () =>
      'The PDF was not kept. Make sure that the layout prints this part; if it does, report it to the maintainers.',
  },
  'proof/qr-unreadable': {
    message: (d) => `The QR code on page 1 could not be read; it should hold ${d.expected}.`,
    hint: () => 'Make sure that the layout prints the QR code on page 1, large enough, with nothing over it.',
  },
  'proof/qr-differs': {
    message: (d) => `The QR code on page 1 holds ${d.found} instead of ${d.expected}.`,
    hint: () => 'Make sure that the layout fills the QR code with the address of this story.',
  },
  'proof/font-not-embedded': {
    message: (d) => `The font "${d.font}" is not embedded in the PDF.`,
    hint: () => reportIt,
  },
  'proof/outside-page': {
    message: (d) => `${named(d.what, d.text)} on page ${d.page} is cut off by the edge of the paper.`,
    hint: () => 'Make that part smaller or move it in the stylesheet of the layout.',
  },
  'proof/near-edge': {
    message: (d) =>
      `${named(d.what, d.text)} on page ${d.page} is ${d.distanceMm} mm from the edge of the paper, less than ${d.safeMm} mm.`,
    hint: () =>
      'Make the @page margins larger in the stylesheet of the layout; office printers do not print to the edge.',
  },
};
