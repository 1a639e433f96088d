import type { LayoutData } from '../../base/codes/layout.ts';
import type { DiagnosticWords } from '../types.ts';

/** Decimal comma. */
const decimal = (value: number): string => String(value).replace('.', ',');

export const layoutWords: DiagnosticWords<LayoutData> = {
  'layout/no-room': {
    message: (d) =>
      `Tinggi <${d.element}> ${decimal(d.heightMm)} mm sehingga tidak muat di halaman mana pun; yang tersedia ${decimal(d.availableMm)} mm.`,
    hint: () => 'Perkecil atau persingkat isinya, atau izinkan isinya terbagi ke beberapa halaman.',
  },
  'layout/off-page': {
    message: (d) => `Posisi <${d.element}> melewati tepi halaman ${d.page} sejauh ${decimal(d.overMm)} mm.`,
    hint: () => 'Perbaiki `top`, `right`, `bottom`, atau `left` pada tata letak, atau persingkat isinya.',
  },
  'layout/overflow': {
    message: (d) =>
      `Teks dalam <${d.element}> selebar ${decimal(d.widthMm)} mm sehingga melewati tepi halaman ${d.page}.`,
    hint: () => 'Persingkat kata atau alamat yang panjang, atau tambahkan `overflow-wrap: anywhere` pada tata letak.',
  },
  'layout/overflow-inside': {
    message: (d) =>
      `Teks dalam <${d.element}> selebar ${decimal(d.widthMm)} mm sehingga keluar dari kotaknya di halaman ${d.page}.`,
    hint: () => 'Persingkat kata atau alamat yang panjang, atau perlebar kotaknya pada tata letak.',
  },
  'layout/clipped': {
    message: (d) => `Teks dalam <${d.element}> di halaman ${d.page} akan terpotong oleh \`overflow: hidden\`.`,
    hint: () => 'Persingkat teksnya, atau perbesar kotaknya pada tata letak.',
  },
  'layout/margin-box-overflow': {
    message: (d) =>
      `<${d.element}> tidak muat dalam kotak margin halaman ${d.page} yang berukuran ${decimal(d.widthMm)} × ${decimal(d.heightMm)} mm.`,
    hint: () => 'Persingkat isinya, atau perbesar margin halaman pada tata letak.',
  },
  'layout/running-unused': {
    message: (d) => `Tidak ada aturan @page yang menampilkan elemen berjalan "${d.name}" sehingga isinya akan hilang.`,
    hint: (d) => `Tambahkan \`content: element(${d.name})\` pada kotak margin dalam tata letak.`,
  },
  'layout/running-late': {
    message: (d) =>
      `Elemen berjalan "${d.name}" baru dimulai di halaman ${d.page}, setelah halaman yang seharusnya menampilkannya.`,
    hint: () => 'Pindahkan elemen itu ke bagian awal tata letak.',
  },
  'layout/qr-small-modules': {
    message: (d) =>
      `Alamat sepanjang ${d.characters} karakter menghasilkan kode QR dengan ${d.modules} modul selebar ${decimal(d.moduleMm)} mm; di bawah 0,8 mm kode sulit dipindai.`,
    hint: () => 'Gunakan alamat yang lebih pendek (`links.short`), atau perbesar kode QR pada tata letak.',
  },
  'layout/qr-too-small': {
    message: (d) =>
      `Alamat sepanjang ${d.characters} karakter menghasilkan kode QR dengan ${d.modules} modul selebar ${decimal(d.moduleMm)} mm; di bawah 0,5 mm kode tidak dapat dipindai dari kertas.`,
    hint: () => 'Gunakan alamat yang lebih pendek (`links.short`), atau perbesar kode QR pada tata letak.',
  },
  'layout/unknown-target': {
    message: (d) => `Tidak ada elemen dengan id="${d.id}" sehingga tautan atau nomor halaman tidak menuju ke mana pun.`,
    hint: (d) =>
      d.nearest === undefined
        ? `Berikan id="${d.id}" pada elemen yang dimaksud.`
        : `Mungkin yang dimaksud "#${d.nearest}"?`,
  },
  'layout/lost-footnote': {
    message: (d) =>
      `Catatan kaki <${d.element}> tidak mendapat tempat di halaman mana pun: letaknya di dalam catatan kaki lain, elemen berjalan, atau elemen berposisi mutlak.`,
    hint: () => 'Pindahkan ke dalam teks halaman, atau hapus `float: footnote` di tempat itu.',
  },
  'layout/unsettled-numbers': {
    message: (d) =>
      `Nomor halaman di dalam teks mengubah pemenggalan halaman, lalu nomornya berubah lagi; setelah ${d.passes} putaran sebagian mungkin salah.`,
    hint: () => 'Berikan lebar tetap pada nomor halaman dalam tata letak, atau ubah sedikit teksnya.',
  },
  'layout/too-many-pages': {
    message: (d) => `Dokumen ini lebih dari ${d.limit} halaman.`,
    hint: () => 'Bagi artikelnya, atau periksa ukuran-ukuran pada tata letak.',
  },
  'layout/no-progress': {
    message: (d) => `Tidak ada lagi yang muat di halaman ${d.page}, padahal isinya belum habis.`,
    hint: () => 'Periksa ukuran dan margin halaman pada tata letak.',
  },
};
