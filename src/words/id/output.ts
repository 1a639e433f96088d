import type { OutputData } from '../../base/codes/output.ts';
import type { DiagnosticWords } from '../types.ts';

const codePoint = (text: string): string =>
  `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

export const outputWords: DiagnosticWords<OutputData> = {
  'output/figure-without-alt': {
    message: (d) =>
      `Gambar <${d.element}> tidak memiliki teks alternatif sehingga pembaca yang tidak dapat melihatnya tidak tahu isinya.`,
    hint: (d) =>
      d.element === 'svg'
        ? 'Tambahkan `aria-label` yang menjelaskan isi gambar, atau `aria-hidden="true"` jika hanya hiasan.'
        : 'Tambahkan atribut `alt` yang menjelaskan isi gambar, atau `alt=""` jika hanya hiasan.',
  },
  'output/missing-glyph': {
    message: (d) =>
      `Karakter “${d.text}” (${codePoint(d.text)}) tidak ada dalam fon ${d.font} sehingga tidak dapat dicetak.`,
    hint: () => 'Ganti dengan karakter lain, atau letakkan fon yang memuatnya di folder `fonts`.',
  },
  'output/missing-language': {
    message: (d) =>
      d.lang === ''
        ? 'Bahasa halaman ini tidak disebutkan sehingga halaman tidak dapat dibacakan dengan benar.'
        : `“${d.lang}” bukan nama bahasa yang dikenal sehingga halaman tidak dapat dibacakan dengan benar.`,
    hint: () => 'Tulis <html lang="{{lang}}"> dalam tata letak, atau `lang: id` dalam artikel.',
  },
  'output/missing-title': {
    message: () => 'Dokumen tidak memiliki judul, padahal berkas arsip wajib berjudul.',
    hint: () => 'Isi `title` (judul) pada artikel.',
  },
};
