import type { AddressFault, ConfigData, HandleFault, NodeKind, PathFault } from '../../base/codes/config.ts';
import type { DiagnosticWords } from '../types.ts';

/** "U+0000". */
export const codePointName = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

const kinds: Readonly<Record<NodeKind, string>> = {
  text: 'teks biasa',
  list: 'daftar',
  mapping: 'sekelompok kunci',
};

export const addressFaults: Readonly<Record<AddressFault, string>> = {
  scheme: 'tidak diawali `https://` atau `http://`',
  form: 'bukan alamat yang utuh',
  credentials: 'memuat nama pengguna atau kata sandi',
  characters: 'memuat spasi atau karakter yang tidak boleh ada di alamat',
  'too-long': 'terlalu panjang',
};

export const pathFaults: Readonly<Record<PathFault, string>> = {
  backslash: 'memakai garis miring terbalik `\\`',
  address: 'adalah alamat internet, bukan berkas',
  absolute: 'dimulai dari akar diska atau folder pribadi',
  name: 'memuat nama yang tidak berlaku di semua komputer',
  outside: 'keluar dari folder kerja',
  'too-long': 'terlalu panjang',
};

export const pathHints: Readonly<Record<PathFault, string>> = {
  backslash: 'Ganti setiap `\\` dengan `/`.',
  address: 'Unduh gambarnya, simpan di folder kerja, lalu tulis nama berkasnya di sini.',
  absolute: 'Tulis letak berkas dari folder berkas ini, misalnya `foto.jpg` atau `gambar/foto.jpg`.',
  name: 'Hindari `:`, nama seperti CON atau AUX, serta titik atau spasi di akhir nama; ganti nama berkasnya.',
  outside: 'Pindahkan berkasnya ke dalam folder kerja.',
  'too-long': 'Pakai nama berkas dan folder yang lebih pendek.',
};

const handleFaults: Readonly<Record<HandleFault, string>> = {
  escape: 'memuat garis miring terbalik `\\`, padahal di sini tidak perlu',
  space: 'memuat spasi, padahal nama akun di sana tidak boleh berisi spasi',
  characters: 'memuat karakter yang tidak boleh ada di nama akun',
  length: 'terlalu pendek atau terlalu panjang untuk nama akun di sana',
  number: 'bukan nomor telepon',
  host: 'adalah alamat situs lain',
  address: 'adalah alamat tanpa nama akun yang dikenal',
};

const useLine = (corrected: string | undefined): string =>
  corrected === undefined ? 'Tulis nilainya di antara tanda petik ganda.' : `Tulis: ${corrected}`;

export const configWords: DiagnosticWords<ConfigData> = {
  'file/too-large': {
    message: (d) =>
      d.kibibytes === undefined
        ? `Berkas ini lebih besar daripada batasnya, ${d.limit} KiB.`
        : `Berkas ini ${d.kibibytes} KiB, sedangkan batasnya ${d.limit} KiB.`,
    hint: () => 'Periksa apakah ini berkas yang benar; bila ya, bagi menjadi beberapa berkas.',
  },
  'file/utf-16': {
    message: () => 'Berkas ini disimpan sebagai UTF-16 ("Unicode"), padahal yang dibaca adalah UTF-8.',
    hint: () => 'Di Notepad: File > Save As (Simpan Sebagai), pilih Encoding (Pengodean) "UTF-8", lalu simpan.',
  },
  'file/invalid-utf-8': {
    message: () => 'Berkas ini bukan UTF-8: di tempat ini ada bita yang tidak dapat dibaca sebagai huruf.',
    hint: () =>
      'Di Notepad: File > Save As (Simpan Sebagai), pilih Encoding (Pengodean) "UTF-8", lalu simpan dan periksa huruf di baris ini.',
  },
  'file/forbidden-character': {
    message: (d) =>
      `Di tempat ini ada karakter tak terlihat ${codePointName(d.codePoint)} yang tidak boleh ada di dalam teks${
        d.count > 1 ? ` (seluruhnya ${d.count} karakter seperti itu)` : ''
      }.`,
    hint: () => 'Hapus karakter itu: hapus kata di sekitarnya, lalu ketik ulang.',
  },
  'yaml/comment-after-value': {
    message: (d) =>
      d.kept === ''
        ? 'Nilai ini akan hilang, karena `#` memulai komentar.'
        : `Nilai ini akan terpotong menjadi "${d.kept}", karena \` #\` memulai komentar.`,
    hint: (d) => `Tulis: ${d.corrected} — atau, bila itu memang catatan, pindahkan ke baris tersendiri.`,
  },
  'yaml/colon-in-value': {
    message: () => 'Nilai ini memuat titik dua yang akan dibaca sebagai kunci baru.',
    hint: (d) => useLine(d.corrected),
  },
  'yaml/text-after-quote': {
    message: () => 'Ada teks sesudah tanda petik penutup.',
    hint: (d) => useLine(d.corrected),
  },
  'yaml/quote-not-closed': {
    message: () => 'Tanda petik yang dibuka di sini tidak ditutup.',
    hint: (d) => useLine(d.corrected),
  },
  'yaml/bad-escape': {
    message: (d) => `Di antara tanda petik ganda, \`${d.escape}\` tidak punya arti.`,
    hint: (d) => useLine(d.corrected),
  },
  'yaml/special-start': {
    message: (d) =>
      `Nilai tanpa tanda petik tidak boleh diawali \`${d.character}\`, karena tanda itu punya arti khusus.`,
    hint: (d) => useLine(d.corrected),
  },
  'yaml/alias': {
    message: () => 'Nilai yang diawali `*` atau `&` dibaca sebagai rujukan, dan rujukan tidak dipakai di sini.',
    hint: (d) => useLine(d.corrected),
  },
  'yaml/tag': {
    message: () => 'Nilai yang diawali `!` dibaca sebagai penanda jenis, dan penanda itu tidak dipakai di sini.',
    hint: (d) => useLine(d.corrected),
  },
  'yaml/bracket': {
    message: (d) =>
      `Nilai yang diawali \`${d.character}\` dibaca sebagai daftar, tetapi daftar itu tidak ditutup dengan benar.`,
    hint: (d) => `Bila ini teks biasa, tulis: ${d.corrected}`,
  },
  'yaml/tab': {
    message: () => 'Baris ini menjorok dengan tab, padahal YAML hanya menerima spasi.',
    hint: () => 'Ganti setiap tab di awal baris dengan dua spasi.',
  },
  'yaml/no-space-after-colon': {
    message: () => 'Sesudah titik dua harus ada spasi.',
    hint: (d) => useLine(d.corrected),
  },
  'yaml/indented-too-far': {
    message: (d) => `Kunci "${d.key}" menjorok terlalu jauh, sehingga dibaca sebagai lanjutan baris di atasnya.`,
    hint: () => 'Hapus spasi di awal baris ini, sehingga sejajar dengan kunci di atasnya.',
  },
  'yaml/not-a-key': {
    message: () => 'Baris ini bukan pasangan `kunci: nilai`.',
    hint: () =>
      'Tulis `kunci: "nilai"`; bila baris ini lanjutan dari nilai di atasnya, awali dengan dua spasi; bila ini catatan, awali dengan `#`.',
  },
  'yaml/duplicate-key': {
    message: (d) => `Kunci "${d.key}" sudah ditulis di baris ${d.firstLine}.`,
    hint: () => 'Hapus salah satunya.',
  },
  'yaml/same-key-twice': {
    message: (d) => `"${d.key}" dan "${d.other}" (baris ${d.firstLine}) adalah kunci yang sama.`,
    hint: () => 'Pakai salah satu saja dan hapus yang lain.',
  },
  'yaml/unknown-key': {
    message: (d) => `Kunci "${d.key}" tidak dikenal, sehingga nilainya tidak dipakai.`,
    hint: (d) =>
      d.nearest === undefined ? 'Hapus baris ini atau periksa ejaannya.' : `Mungkin maksudnya "${d.nearest}".`,
  },
  'yaml/too-deep': {
    message: (d) => `Kunci dan daftar di sini bersarang lebih dari ${d.limit} tingkat.`,
    hint: () => 'Sederhanakan susunannya; bila ini teks biasa, tulis di antara tanda petik ganda.',
  },
  'yaml/not-readable': {
    message: () => 'Susunan YAML di sini tidak dapat dibaca.',
    hint: () => 'Periksa jorokan baris, tanda petik, koma, dan tanda kurung di sekitar tempat ini.',
  },
  'yaml/wrong-kind': {
    message: (d) =>
      `Nilai "${d.key}" seharusnya ${d.expected.map((kind) => kinds[kind]).join(' atau ')}, tetapi di sini tertulis ${kinds[d.found]}.`,
    hint: (d) =>
      d.expected.includes('text')
        ? `Tulis nilainya di antara tanda petik: ${d.key}: "…"`
        : `Tulis isinya di baris-baris di bawah "${d.key}:", masing-masing diawali dua spasi.`,
  },
  'yaml/not-a-choice': {
    message: (d) => `Nilai "${d.value}" tidak dikenal untuk "${d.key}".`,
    hint: (d) =>
      `${d.nearest === undefined ? '' : `Mungkin maksudnya "${d.nearest}". `}Pilihannya: ${d.choices.join(', ')}.`,
  },
  'yaml/too-long': {
    message: (d) => `Nilai "${d.key}" sepanjang ${d.length} karakter, sedangkan batasnya ${d.limit}.`,
    hint: () => 'Persingkat nilainya.',
  },
  'yaml/too-many': {
    message: (d) => `"${d.key}" berisi ${d.count} butir, sedangkan batasnya ${d.limit}.`,
    hint: () => 'Kurangi isinya.',
  },
  'yaml/forbidden-character': {
    message: (d) =>
      `Nilai "${d.key}" memuat karakter tak terlihat ${codePointName(d.codePoint)} yang tidak boleh ada di sini.`,
    hint: () => 'Hapus nilainya, lalu ketik ulang (jangan ditempel).',
  },
  'config/wrong-file-name': {
    message: (d) => `Berkas pengaturan bernama "${d.found}" tidak dibaca.`,
    hint: () => 'Ganti namanya menjadi "buletin.yaml"; bila "buletin.yaml" sudah ada, hapus yang ini.',
  },
  'config/unreadable': {
    message: (d) =>
      d.reason === 'not-a-file'
        ? '"buletin.yaml" bukan berkas biasa.'
        : d.reason === 'outside'
          ? '"buletin.yaml" menunjuk ke luar folder kerja.'
          : '"buletin.yaml" tidak dapat dibuka.',
    hint: () => 'Pastikan "buletin.yaml" adalah berkas teks di folder kerja dan boleh dibaca.',
  },
  'config/bad-color': {
    message: (d) => `"${d.value}" bukan warna untuk "${d.key}".`,
    hint: (d) => `Tulis warna sebagai enam angka heksadesimal di antara tanda petik, misalnya ${d.key}: "#0f4c5c"`,
  },
  'config/low-contrast': {
    message: (d) =>
      `Warna "${d.key}" kurang kontras di atas kertas putih: ${number(d.ratio)} : 1, padahal untuk teks perlu ${number(d.wanted)} : 1.`,
    hint: () => 'Pilih warna yang lebih gelap agar tetap terbaca, juga pada cetakan hitam-putih.',
  },
  'config/bad-address': {
    message: (d) => `Alamat "${d.address}" untuk "${d.key}" ${addressFaults[d.fault]}.`,
    hint: () => 'Tulis alamat lengkap yang diawali `https://`, seperti di peramban.',
  },
  'config/bad-path': {
    message: (d) => `Letak berkas "${d.path}" untuk "${d.key}" ${pathFaults[d.fault]}.`,
    hint: (d) => pathHints[d.fault],
  },
  'config/bad-email': {
    message: (d) => `"${d.value}" bukan alamat surel.`,
    hint: () => 'Tulis alamat surel seperti nama@contoh.go.id.',
  },
  'config/bad-name': {
    message: (d) => `Nama "${d.value}" untuk "${d.key}" tidak dapat menjadi nama berkas.`,
    hint: (d) =>
      d.proposal === ''
        ? 'Pakai huruf kecil a–z, angka, dan tanda hubung.'
        : `Pakai huruf kecil a–z, angka, dan tanda hubung, misalnya "${d.proposal}".`,
  },
  'config/bad-pattern': {
    message: (d) =>
      d.fault === 'backslash'
        ? `Pola artikel "${d.pattern}" memakai garis miring terbalik \`\\\`.`
        : `Pola artikel "${d.pattern}" keluar dari folder kerja.`,
    hint: () => 'Tulis pola dari folder kerja dengan `/`, misalnya "articles/**/*.md".',
  },
  'config/bad-handle': {
    message: (d) => `Akun ${d.network} "${d.value}" ${handleFaults[d.fault]}.`,
    hint: (d) =>
      d.proposal === undefined
        ? 'Tulis nama akun saja, atau `name` (yang dicetak) bersama `handle` (nama akun) atau `address` (alamat lengkap).'
        : `Tulis "${d.proposal}".`,
  },
};

/** Decimal comma. */
const number = (value: number): string =>
  value
    .toFixed(2)
    .replace(/\.?0+$/, '')
    .replace('.', ',');
