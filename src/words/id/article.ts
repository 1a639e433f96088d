import type { ArticleData } from '../../base/codes/article.ts';
import { pageWords } from '../pages.ts';
import type { DiagnosticWords } from '../types.ts';
import { addressFaults, codePointName, pathFaults, pathHints } from './config.ts';

const monthName = (month: number): string => pageWords('id').months[month - 1] ?? String(month);
const between = 'di antara kedua garis `---` di awal berkas';
const nameRule = 'Pakai huruf kecil a–z, angka, dan tanda hubung';

export const articleWords: DiagnosticWords<ArticleData> = {
  'article/no-front-matter': {
    message: () => 'Artikel ini tidak diawali keterangan (judul, tanggal, sumber).',
    hint: () =>
      'Tulis di baris pertama `---`, lalu `title: "…"`, `date: …` dan `source: …` masing-masing di satu baris, lalu `---` lagi, sebelum teks.',
  },
  'article/front-matter-not-closed': {
    message: () => 'Keterangan yang dibuka dengan `---` di sini tidak ditutup.',
    hint: () => 'Tambahkan baris `---` sesudah kunci yang terakhir, sebelum teks artikel.',
  },
  'article/front-matter-too-large': {
    message: (d) => `Keterangan di awal artikel ini ${d.kibibytes} KiB, sedangkan batasnya ${d.limit} KiB.`,
    hint: () => 'Pindahkan teks artikel ke bawah garis `---` yang kedua.',
  },
  'article/missing-title': {
    message: () => 'Artikel ini belum punya judul.',
    hint: () => `Tambahkan baris \`title: "…"\` ${between}.`,
  },
  'article/missing-date': {
    message: () => 'Artikel ini belum punya tanggal.',
    hint: () => `Tambahkan baris seperti \`date: 1 Maret 2021\` ${between}.`,
  },
  'article/missing-source': {
    message: () => 'Artikel ini belum punya alamat berita aslinya, sehingga kode QR tidak dapat dibuat.',
    hint: () => `Tambahkan baris \`source: https://…\` ${between}, atau \`qr: false\` bila memang tanpa kode QR.`,
  },
  'article/missing-image-alt': {
    message: () => 'Gambar ini belum punya keterangan bagi pembaca yang tidak dapat melihatnya.',
    hint: () => 'Tambahkan baris `imageAlt: "…"` yang menceritakan apa yang tampak pada gambar.',
  },
  'article/missing-ai': {
    message: () => 'Artikel ini tidak menyebutkan pemakaian AI, padahal pengaturan mewajibkannya.',
    hint: () => `Tambahkan \`ai: none\`, \`ai: assisted\` atau \`ai: extractive\` ${between}.`,
  },
  'article/image-facts-without-image': {
    message: (d) => `"${d.key}" diisi, tetapi artikel ini tidak punya gambar.`,
    hint: () => 'Tambahkan baris `image: …` atau hapus baris ini.',
  },
  'article/bad-date': {
    message: (d) => `"${d.value}" untuk "${d.key}" bukan tanggal yang dikenal.`,
    hint: () => 'Tulis tanggal sebagai `2021-03-01`, `1 Maret 2021`, atau `Senin, 1 Maret 2021`.',
  },
  'article/no-such-month': {
    message: (d) => `Bulan ${d.month} untuk "${d.key}" tidak ada.`,
    hint: () => 'Tulis tahun, bulan (01–12), lalu hari, misalnya `2021-03-01`.',
  },
  'article/no-such-day': {
    message: (d) => `Tanggal ${d.day} ${monthName(d.month)} ${d.year} untuk "${d.key}" tidak ada.`,
    hint: (d) => `${monthName(d.month)} ${d.year} hanya sampai tanggal ${d.days}; perbaiki tanggalnya.`,
  },
  'article/wrong-weekday': {
    message: (d) => `Hari pada "${d.key}" tidak cocok: tanggal itu jatuh pada ${d.right}, bukan ${d.given}.`,
    hint: (d) => `Tulis ${d.key}: ${d.corrected} — atau perbaiki tanggalnya.`,
  },
  'article/date-out-of-range': {
    message: (d) => `Tahun pada "${d.key}" harus antara ${d.first} dan ${d.last}.`,
    hint: () => 'Periksa apakah tahunnya salah ketik.',
  },
  'article/date-before-publication': {
    message: (d) => `Tanggal pada "${d.key}" lebih awal daripada tanggal artikel.`,
    hint: () => 'Perbaiki salah satu dari kedua tanggal itu.',
  },
  'article/bad-address': {
    message: (d) => `Alamat "${d.address}" untuk "${d.key}" ${addressFaults[d.fault]}.`,
    hint: () => 'Salin alamat lengkap dari peramban; alamat itu harus diawali `https://` atau `http://`.',
  },
  'article/bad-path': {
    message: (d) => `Letak gambar "${d.path}" ${pathFaults[d.fault]}.`,
    hint: (d) => pathHints[d.fault],
  },
  'article/bad-slug': {
    message: (d) => `"${d.value}" tidak dapat menjadi nama berkas.`,
    hint: (d) => (d.proposal === '' ? `${nameRule}.` : `${nameRule}, misalnya \`slug: ${d.proposal}\`.`),
  },
  'article/bad-layout-name': {
    message: (d) => `"${d.value}" bukan nama tata letak.`,
    hint: (d) => (d.proposal === '' ? `${nameRule}.` : `${nameRule}, misalnya \`layout: ${d.proposal}\`.`),
  },
  'article/empty-body': {
    message: () => 'Artikel ini belum punya teks.',
    hint: () => 'Tulis isi berita di bawah garis `---` yang kedua.',
  },
  'article/too-many-words': {
    message: (d) => `Teks artikel ini ${d.words} kata, sedangkan batasnya ${d.limit}.`,
    hint: () => 'Bagi menjadi beberapa artikel.',
  },
  'article/too-deep': {
    message: (d) => `Kutipan atau daftar di sini bersarang lebih dari ${d.limit} tingkat.`,
    hint: () => 'Kurangi tingkatnya; bila `>` atau `-` di sini hanya hiasan, hapus.',
  },
  'article/too-complex': {
    message: () => 'Bagian ini memuat terlalu banyak tanda Markdown (`*`, `_`, `~`, `[`, `=`) untuk dibaca.',
    hint: () => 'Hapus tanda yang tidak perlu atau pisahkan teks dengan baris kosong.',
  },
  'article/too-many-columns': {
    message: (d) => `Tabel ini punya ${d.columns} kolom, sedangkan batasnya ${d.limit}.`,
    hint: () => 'Kurangi kolomnya atau bagi menjadi dua tabel.',
  },
  'article/uneven-table': {
    message: (d) => `Baris tabel ini punya ${d.cells} sel, sedangkan kepala tabelnya ${d.columns} kolom.`,
    hint: () => 'Samakan jumlah selnya; tanda `|` di dalam teks ditulis `\\|`.',
  },
  'article/heading-one': {
    message: () => 'Tanda `#` hanya untuk judul artikel, yang sudah ada di keterangan.',
    hint: () => 'Pakai `##` untuk subjudul.',
  },
  'article/heading-skipped': {
    message: (d) => `Subjudul ini melompat dari tingkat ${d.from} ke tingkat ${d.to}.`,
    hint: (d) => `Pakai ${'#'.repeat(d.from + 1)} untuk tingkat berikutnya.`,
  },
  'article/empty-heading': {
    message: () => 'Subjudul ini kosong dan tidak dicetak.',
    hint: () => 'Tulis teksnya atau hapus barisnya.',
  },
  'article/empty-alt': {
    message: (d) => `Gambar "${d.path}" belum punya keterangan bagi pembaca yang tidak dapat melihatnya.`,
    hint: (d) => `Tulis apa yang tampak pada gambar: \`![Keterangan](${d.path})\`.`,
  },
  'article/bad-link': {
    message: (d) => `Tautan "${d.address}" ${linkFaults[d.fault]}.`,
    hint: (d) =>
      d.proposal === undefined
        ? 'Tautan hanya boleh diawali `https://`, `http://`, `mailto:` atau `tel:`.'
        : `Tulis ${d.proposal}`,
  },
  'article/raw-html': {
    message: (d) => `Kode HTML \`${d.html}\` dicetak apa adanya sebagai teks.`,
    hint: () => 'Hapus kode HTML-nya dan pakai tanda Markdown.',
  },
  'article/forbidden-character': {
    message: (d) =>
      `Di sini ada kode untuk karakter ${codePointName(d.codePoint)}, yang tidak boleh ada di dalam teks.`,
    hint: () => 'Hapus kode seperti `&#…;` dari teks.',
  },
};

const linkFaults = {
  ...addressFaults,
  scheme: 'tidak menuju alamat internet, surel, atau nomor telepon',
};
