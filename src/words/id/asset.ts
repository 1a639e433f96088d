import type { AssetData } from '../../base/codes/asset.ts';
import type { DiagnosticWords } from '../types.ts';

const exportAgain = 'Buka gambar itu di program pembuatnya, lalu simpan lagi sebagai PNG, JPEG, atau SVG sederhana.';

export const assetWords: DiagnosticWords<AssetData> = {
  'asset/picture-missing': {
    message: (d) => `Berkas gambar "${d.path}" tidak ditemukan.`,
    hint: () =>
      'Periksa ejaan nama berkas, termasuk huruf besar dan kecilnya; letaknya dihitung dari folder berkas artikel.',
  },
  'asset/file-backslash': {
    message: (d) => `Nama berkas "${d.path}" memakai garis miring terbalik (\\).`,
    hint: (d) => `Pakai garis miring biasa (/): "${d.better}".`,
  },
  'asset/file-remote': {
    message: (d) =>
      `Gambar "${d.path}" adalah alamat internet, sedangkan Buletin tidak mengambil apa pun dari jaringan.`,
    hint: () => 'Unduh gambarnya ke folder artikel, lalu tulis nama berkasnya.',
  },
  'asset/file-outside': {
    message: (d) => `Berkas "${d.path}" berada di luar folder kerja, jadi tidak dibaca.`,
    hint: () => 'Salin berkas itu ke dalam folder kerja, lalu tulis letaknya dari folder berkas artikel.',
  },
  'asset/file-not-a-file': {
    message: (d) => `"${d.path}" bukan berkas biasa, misalnya sebuah folder.`,
    hint: () => 'Tulis nama berkas gambarnya lengkap dengan akhirannya, misalnya "foto.jpg".',
  },
  'asset/file-empty': {
    message: (d) => `Berkas "${d.path}" kosong (0 bita).`,
    hint: () => 'Salin ulang berkas itu dari sumbernya; penyalinan yang lalu tampaknya tidak selesai.',
  },
  'asset/file-too-large': {
    message: (d) => `Berkas "${d.path}" lebih besar dari batas ${d.limitMib} MiB.`,
    hint: () => 'Perkecil gambarnya; untuk cetak selebar halaman, 2.500 piksel sudah lebih dari cukup.',
  },
  'asset/file-unreadable': {
    message: (d) => `Berkas "${d.path}" tidak dapat dibaca.`,
    hint: () => 'Periksa izin berkas itu, dan tutup program lain yang sedang membukanya.',
  },
  'asset/picture-without-source': {
    message: () => 'Elemen gambar ini tidak menyebut berkasnya.',
    hint: () => 'Isi atribut src pada elemen img, atau hapus elemen itu.',
  },
  'asset/picture-heic': {
    message: (d) => `Gambar "${d.path}" berformat HEIC, yang tidak dapat dipakai di sini.`,
    hint: () =>
      'Buka gambarnya lalu simpan sebagai JPEG. Untuk foto berikutnya, di iPhone pilih Pengaturan > Kamera > Format > Paling Kompatibel (Settings > Camera > Formats > Most Compatible).',
  },
  'asset/picture-format': {
    message: (d) => `Isi berkas "${d.path}" bukan gambar yang dikenal.`,
    hint: () =>
      'Simpan gambarnya sebagai JPEG, PNG, WebP, AVIF, GIF, TIFF, atau SVG. Mengganti akhiran nama saja tidak cukup.',
  },
  'asset/picture-corrupt': {
    message: (d) => `Gambar "${d.path}" rusak atau terpotong sehingga tidak dapat dibuka seluruhnya.`,
    hint: () => 'Salin ulang berkas itu dari sumbernya, atau buka lalu simpan lagi sebagai JPEG.',
  },
  'asset/picture-too-many-pixels': {
    message: (d) =>
      `Gambar "${d.path}" berukuran ${d.widthPx} × ${d.heightPx} piksel, melewati batas ${d.maxMegapixels} juta piksel atau ${d.maxSidePx} piksel tiap sisi.`,
    hint: () => 'Perkecil gambarnya; untuk cetak selebar halaman, 2.500 piksel sudah lebih dari cukup.',
  },
  'asset/picture-low-resolution': {
    message: (d) =>
      `Gambar "${d.path}" hanya ${d.widthPx} × ${d.heightPx} piksel, yaitu ${d.dpi} dpi pada ukuran cetaknya, sehingga akan tampak kabur.`,
    hint: (d) => `Pakai gambar yang paling sedikit ${d.neededWidthPx} × ${d.neededHeightPx} piksel (150 dpi).`,
  },
  'asset/svg-corrupt': {
    message: (d) => `Gambar SVG "${d.path}" tidak dapat dibaca; kesalahannya ada di baris ${d.line} berkas itu.`,
    hint: () => exportAgain,
  },
  'asset/svg-refused': {
    message: (d) => `Gambar SVG "${d.path}" memakai ${d.feature}, yang tidak diizinkan.`,
    hint: () => exportAgain,
  },
  'asset/svg-text': {
    message: (d) => `Gambar SVG "${d.path}" berisi teks, yang bentuk hurufnya bergantung pada komputer.`,
    hint: () => 'Ubah teksnya menjadi kurva (di Inkscape: Path > Object to Path), lalu simpan lagi.',
  },
  'asset/svg-too-complex': {
    message: (d) => `Gambar SVG "${d.path}" terlalu rumit.`,
    hint: () => 'Sederhanakan gambarnya, atau simpan sebagai PNG.',
  },
  'asset/svg-rasterised': {
    message: (d) => `Gambar SVG "${d.path}" memakai ${d.feature}, jadi dicetak sebagai gambar piksel, bukan kurva.`,
    hint: () => 'Agar tetap tajam pada ukuran apa pun, simpan sebagai SVG sederhana tanpa bagian itu.',
  },
  'asset/icon-unknown': {
    message: (d) => `Ikon "${d.name}" tidak ada.`,
    hint: () => 'Pakai "globe", "phone", "mail", atau nama ikon dari simpleicons.org, misalnya "instagram".',
  },
  'asset/qr-without-value': {
    message: () => 'Elemen qr-code ini tidak berisi alamat.',
    hint: () => 'Isi atribut value pada elemen qr-code, atau hapus elemen itu.',
  },
  'asset/qr-too-long': {
    message: (d) => `Alamat sepanjang ${d.bytes} bita terlalu panjang untuk kode QR.`,
    hint: () => 'Pakai alamat yang lebih pendek, atau daftarkan alamat pendek di "links: short" dalam buletin.yaml.',
  },
  'asset/motif-color': {
    message: (d) => `Warna motif "${d.value}" tidak dikenal.`,
    hint: () => 'Tulis warnanya dengan enam angka heksadesimal, misalnya "#0f4c5c".',
  },
};
