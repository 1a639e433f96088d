import type { TextData } from '../../base/codes/text.ts';
import type { DiagnosticWords } from '../types.ts';

export const textWords: DiagnosticWords<TextData> = {
  'text/missing-glyph': {
    message: (d) => `Tidak ada font yang memuat karakter "${d.character}" (${d.codePoint}).`,
    hint: () => 'Ganti karakter itu, atau simpan font yang memuatnya di folder `fonts`.',
  },
  'text/font-unreadable': {
    message: (d) => `Berkas font "${d.path}" rusak atau bukan font TrueType atau OpenType, sehingga tidak dipakai.`,
    hint: () => 'Unduh kembali font itu dari sumbernya, atau hapus berkasnya dari folder `fonts`.',
  },
  'text/font-too-slow': {
    message: (d) => `Font "${d.path}" tidak dipakai karena percobaan membukanya tidak selesai dalam batas waktu.`,
    hint: () => 'Hapus berkas itu dari folder `fonts` dan pakai font dari sumber yang tepercaya.',
  },
  'text/font-too-large': {
    message: (d) => `Berkas font "${d.path}" lebih besar daripada ${d.limitMib} MiB, sehingga tidak dipakai.`,
    hint: () => 'Pakai versi font yang lebih kecil, misalnya yang hanya memuat huruf Latin.',
  },
  'text/font-too-many': {
    message: (d) => `Folder \`fonts\` berisi lebih dari ${d.most} font; mulai dari "${d.path}" font tidak dibaca.`,
    hint: () => 'Simpan hanya font yang benar-benar dipakai di folder `fonts`.',
  },
  'text/font-format': {
    message: (d) => `Font "${d.path}" tidak dipakai karena formatnya (.${d.format}) tidak dapat dibaca.`,
    hint: () => 'Simpan versi .ttf atau .otf dari font itu di folder `fonts`.',
  },
  'text/font-duplicate': {
    message: (d) =>
      `Font "${d.path}" tidak dipakai karena "${d.other}" sudah memuat "${d.family}" dengan ketebalan dan gaya yang sama.`,
    hint: () => 'Hapus salah satu dari kedua berkas itu.',
  },
  'text/font-not-embeddable': {
    message: (d) => `Font "${d.family}" (${d.path}) tidak dipakai karena lisensinya melarang penyematan dalam PDF.`,
    hint: () => 'Pakai font lain yang lisensinya mengizinkan penyematan.',
  },
  'text/font-package-missing': {
    message: (d) => `Paket font "${d.package}" tidak ditemukan, sehingga pemasangan Buletin tidak lengkap.`,
    hint: () => 'Jalankan `npm ci` lagi di folder Buletin.',
  },
};
