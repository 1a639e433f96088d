import type { FitData } from '../../base/codes/fit.ts';
import type { DiagnosticWords } from '../types.ts';

/** Decimal comma. */
const decimal = (value: number): string => String(value).replace('.', ',');

export const fitWords: DiagnosticWords<FitData> = {
  'fit/too-long': {
    message: (d) =>
      `Artikel ini terlalu panjang untuk ${d.pages} halaman: dengan huruf terkecil (${decimal(d.sizePt)} pt) pun menjadi ${d.made} halaman.`,
    hint: (d) => `Kurangi sekitar ${d.characters} karakter, atau pakai kertas yang lebih besar.`,
  },
};
