import { poppler } from './our-pdf.ts';

/** A word of a printed file: its page from 1, and the left upper corner of its box in points. */
export interface Word {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Words in the order of their places: page, line, column. `undefined` when poppler is not installed. */
export function wordsOf(pdf: Uint8Array): readonly Word[] | undefined {
  const xml = poppler('pdftotext', ['-bbox'], pdf)?.toString('utf8');
  if (xml === undefined) return undefined;
  const words: Word[] = [];
  let page = 0;
  for (const match of xml.matchAll(/<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)"[^>]*>([^<]*)<\/word>/g)) {
    if (match[1] === undefined) page += 1;
    else words.push({ page, text: match[3] ?? '', x: Number(match[1]), y: Number(match[2]) });
  }
  const row = (word: Word): number => Math.round(word.y / 4);
  return words.sort((a, b) => a.page - b.page || row(a) - row(b) || a.x - b.x);
}
