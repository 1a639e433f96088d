import type { BuildData } from '../../base/codes/build.ts';
import type { DiagnosticWords } from '../types.ts';

export const buildWords: DiagnosticWords<BuildData> = {
  'build/article-unreadable': {
    message: (d) => {
      switch (d.reason) {
        case 'missing':
          return 'Berkas artikel ini tidak ada lagi.';
        case 'outside':
          return 'Berkas artikel ini berada di luar folder kerja (mungkin melalui tautan).';
        case 'bad-name':
          return 'Nama berkas artikel ini tidak sah di semua komputer (Windows tidak menerima nama seperti aux.md dan tanda seperti `:` atau `\\`).';
        case 'not-a-file':
          return 'Ini bukan berkas, melainkan folder atau perangkat, walaupun namanya seperti artikel.';
        case 'empty':
          return 'Berkas artikel ini kosong.';
        case 'too-large':
          return `Berkas artikel ini lebih besar dari ${d.limitKib} KiB.`;
        case 'unreadable':
          return 'Berkas atau folder artikel ini tidak dapat dibaca.';
      }
    },
    hint: (d) => {
      switch (d.reason) {
        case 'bad-name':
          return 'Ganti nama berkas dan foldernya dengan huruf, angka, dan tanda hubung saja, misalnya berita-desa.md.';
        case 'not-a-file':
          return 'Ganti nama folder itu agar tidak berakhiran .md.';
        case 'empty':
          return 'Isi berkas itu, atau hapus.';
        case 'too-large':
          return 'Bagi menjadi beberapa artikel.';
        case 'unreadable':
          return 'Periksa izin bacanya, dan tutup program lain yang sedang memakainya.';
        case 'missing':
        case 'outside':
          return 'Simpan berkas artikel di dalam folder articles.';
      }
    },
  },
  'build/bad-epoch': {
    message: (d) => `SOURCE_DATE_EPOCH bukan bilangan detik: "${d.value}".`,
    hint: () => 'Isi dengan bilangan bulat, misalnya 1614556800, atau kosongkan.',
  },
  'build/foreign-file': {
    message: (d) => `Berkas "${d.file}" tidak dibuat oleh Buletin, jadi tidak ditimpa.`,
    hint: () => 'Pindahkan atau ganti nama berkas itu, lalu jalankan lagi.',
  },
  'build/no-articles': {
    message: (d) => `Tidak ada artikel yang cocok dengan ${d.patterns}.`,
    hint: () => 'Simpan berkas .md di dalam folder articles, atau jalankan: buletin baru "Judul berita"',
  },
  'build/not-removed': {
    message: (d) => `Berkas "${d.file}" sudah berubah sejak dibuat, jadi tidak dihapus.`,
    hint: () => 'Hapus sendiri bila memang tidak diperlukan.',
  },
  'build/paper-not-offered': {
    message: (d) => `Tata letak "${d.layout}" tidak tersedia untuk kertas ${d.paper}.`,
    hint: (d) => `Pilih salah satu: ${d.papers}.`,
  },
  'build/record-unreadable': {
    message: (d) => `Catatan hasil "${d.file}" rusak, jadi tidak diketahui berkas mana yang dibuat oleh Buletin.`,
    hint: () => 'Pindahkan isi folder hasil ke tempat lain, hapus catatan itu, lalu jalankan lagi.',
  },
  'build/same-output': {
    message: (d) => `Artikel ini dan "${d.other}" menghasilkan berkas yang sama: "${d.output}". Keduanya tidak dibuat.`,
    hint: () => 'Beri salah satunya baris `slug:` yang berbeda.',
  },
  'build/stale-file': {
    message: (d) =>
      d.source === undefined
        ? `"${d.file}" dibuat dahulu dengan --merge, tetapi tidak kali ini.`
        : `"${d.file}" dibuat dahulu dari "${d.source}", tetapi kini tidak ada artikel yang menghasilkannya.`,
    hint: () => 'Jalankan dengan --clean untuk menghapusnya.',
  },
  'build/write-failed': {
    message: (d) => {
      switch (d.reason) {
        case 'busy':
          return `Berkas "${d.file}" sedang dibuka oleh program lain.`;
        case 'denied':
          return `Tidak ada izin untuk menulis "${d.file}".`;
        case 'no-space':
          return `Tidak ada ruang lagi di penyimpanan untuk "${d.file}".`;
        case 'failed':
          return `Berkas "${d.file}" gagal ditulis (${d.detail}).`;
      }
    },
    hint: (d) =>
      d.reason === 'busy'
        ? 'Tutup PDF itu di penampil, lalu jalankan lagi.'
        : d.reason === 'no-space'
          ? 'Kosongkan sebagian penyimpanan, lalu jalankan lagi.'
          : 'Periksa izin folder hasil, atau pilih folder lain dengan --output.',
  },
};
