import type { MessageLanguage } from './types.ts';

/** What the command line says, apart from diagnostics. */
export interface CliWords {
  readonly error: string;
  readonly warning: string;
  readonly info: string;
  readonly hint: string;
  readonly related: string;
  readonly pages: (count: number) => string;
  readonly madeNothing: string;
  readonly total: (files: number, pages: number, size: string, seconds: string) => string;
  readonly merged: (file: string, pages: number, size: string) => string;
  readonly checked: (articles: number) => string;
  readonly failed: (count: number) => string;
  readonly draftsLeftOut: (count: number) => string;
  readonly stale: (count: number) => string;
  readonly removed: (count: number) => string;
  readonly problems: (errors: number, warnings: number) => string;
  readonly badConfiguration: string;
  readonly strict: string;
  readonly noFolder: (folder: string) => string;
  readonly noCommand: string;
  readonly noTitle: string;
  readonly bug: string;
  readonly created: (file: string) => string;
  readonly exists: (file: string) => string;
  readonly initDone: string;
  readonly newDone: (file: string) => string;
  readonly doctorGood: string;
  readonly doctorBad: string;
  readonly help: { readonly [K in HelpKey]: string };
  readonly sample: {
    readonly articleTitle: string;
    readonly articleBody: string;
    readonly newBody: string;
    readonly configuration: (name: string, organisation: string, website: string) => string;
  };
  readonly doctor: { readonly [K in DoctorKey]: string };
}

type HelpKey =
  | 'usage'
  | 'build'
  | 'check'
  | 'new'
  | 'init'
  | 'hyphenate'
  | 'doctor'
  | 'articles'
  | 'title'
  | 'folder'
  | 'workspace'
  | 'lang'
  | 'json'
  | 'layout'
  | 'paper'
  | 'output'
  | 'drafts'
  | 'merge'
  | 'open'
  | 'noVerify'
  | 'strict'
  | 'clean'
  | 'name'
  | 'organisation'
  | 'website';

export type DoctorKey =
  | 'node'
  | 'program'
  | 'fonts'
  | 'layout'
  | 'pictures'
  | 'proof'
  | 'workspace'
  | 'output'
  | 'memory';

const id: CliWords = {
  error: 'galat',
  warning: 'peringatan',
  info: 'keterangan',
  hint: 'saran',
  related: 'lihat juga',
  pages: (count) => `${count} halaman`,
  madeNothing: 'tidak dibuat',
  total: (files, pages, size, seconds) =>
    `Selesai: ${files} berkas, ${pages} halaman, ${size}, dalam ${seconds} detik.`,
  merged: (file, pages, size) => `Gabungan untuk dicetak: ${file} (${pages} halaman, ${size})`,
  checked: (articles) => `${articles} artikel diperiksa; tidak ada yang ditulis.`,
  failed: (count) => `${count} artikel tidak dibuat:`,
  draftsLeftOut: (count) => `${count} draf dilewati; sertakan dengan --drafts:`,
  stale: (count) => `${count} berkas lama tidak lagi dihasilkan artikel mana pun; hapus dengan --clean:`,
  removed: (count) => `${count} berkas lama dihapus:`,
  problems: (errors, warnings) => `${errors} galat, ${warnings} peringatan.`,
  badConfiguration: 'Konfigurasi belum benar, jadi tidak ada yang dibuat.',
  strict: 'Peringatan dianggap kegagalan karena --strict.',
  noFolder: (folder) => `Folder "${folder}" tidak ada.`,
  noCommand: 'Sebutkan perintahnya, misalnya: buletin buat',
  noTitle: 'Sebutkan judulnya, misalnya: buletin baru "Posyandu buka setiap Senin"',
  bug: 'Ini kesalahan program, bukan kesalahan Anda. Laporkan kepada pengelola beserta teks berikut:',
  created: (file) => `Dibuat: ${file}`,
  exists: (file) => `Sudah ada, dibiarkan: ${file}`,
  initDone: 'Folder kerja siap. Sunting buletin.yaml, lalu jalankan: buletin buat',
  newDone: (file) => `Tulis beritanya di ${file}, hapus baris \`draft: true\`, lalu jalankan: buletin buat`,
  doctorGood: 'Semua beres.',
  doctorBad: 'Ada yang perlu dibereskan.',
  help: {
    usage: 'Membuat buletin berita siap cetak dari berkas artikel.',
    build: 'Membuat PDF dari semua artikel',
    check: 'Memeriksa artikel tanpa menulis apa pun',
    new: 'Membuat berkas artikel baru',
    init: 'Menyiapkan folder kerja baru',
    hyphenate: 'Memenggal kata, satu kata sebaris dari masukan standar; --lang id|en: bahasa kata-kata itu',
    doctor: 'Memeriksa pemasangan program',
    articles: 'Berkas atau pola artikel; bawaan: dari konfigurasi, atau articles/**/*.md',
    title: 'Judul berita',
    folder: 'Folder yang disiapkan',
    workspace: 'Bekerja seolah-olah dimulai di folder ini',
    lang: 'Bahasa pesan',
    json: 'Hasil sebagai JSON di keluaran standar',
    layout: 'Tata letak untuk semua artikel',
    paper: 'Ukuran kertas',
    output: 'Folder hasil',
    drafts: 'Sertakan draf',
    merge: 'Tulis juga semua halaman ke satu berkas untuk dicetak',
    open: 'Buka hasilnya',
    noVerify: 'Jangan periksa ulang PDF yang sudah jadi',
    strict: 'Peringatan juga berarti gagal (kode keluar 1)',
    clean: 'Hapus hasil lama yang tidak lagi punya artikel',
    name: 'Nama buletin',
    organisation: 'Nama pemerintah daerah',
    website: 'Alamat situs',
  },
  sample: {
    articleTitle: 'Selamat datang di buletin kita',
    articleBody: `Ini artikel contoh. Ganti judul dan isinya, atau hapus berkas ini setelah artikel pertama Anda siap.

Setiap berkas di dalam folder \`articles\` menjadi satu lembar buletin. Bagian di antara kedua garis \`---\` memuat keterangannya, dan sesudahnya isi berita ditulis seperti biasa: satu baris kosong memisahkan paragraf.
`,
    newBody: 'Tulis isi berita di sini.\n',
    configuration: (name, organisation, website) => `# Identitas buletin. Sesuaikan, lalu simpan.
organisation: ${organisation}
name: ${name}
${website === '' ? '# website: https://contoh.go.id' : `website: ${website}`}

# office: "Dinas Komunikasi dan Informatika"
# logo: logo.svg
# colors:
#   primary: "#0f4c5c"
#   accent: "#9a5b00"
# social:
#   instagram: namaakun
#   facebook: namaakun
paper: A4
language: id
`,
  },
  doctor: {
    node: 'Node.js',
    program: 'Program',
    fonts: 'Huruf',
    layout: 'Tata letak',
    pictures: 'Pengolah gambar',
    proof: 'Pemeriksa PDF',
    workspace: 'Folder kerja',
    output: 'Folder hasil',
    memory: 'Memori',
  },
};

const en: CliWords = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'hint',
  related: 'see also',
  pages: (count) => (count === 1 ? '1 page' : `${count} pages`),
  madeNothing: 'not made',
  total: (files, pages, size, seconds) =>
    `Done: ${files} ${files === 1 ? 'file' : 'files'}, ${pages} ${pages === 1 ? 'page' : 'pages'}, ${size}, in ${seconds} seconds.`,
  merged: (file, pages, size) => `All together, for printing: ${file} (${pages} pages, ${size})`,
  checked: (articles) => `${articles} ${articles === 1 ? 'article' : 'articles'} checked; nothing was written.`,
  failed: (count) => `${count} ${count === 1 ? 'article was' : 'articles were'} not made:`,
  draftsLeftOut: (count) => `${count} ${count === 1 ? 'draft was' : 'drafts were'} left out; include with --drafts:`,
  stale: (count) =>
    `${count} older ${count === 1 ? 'file is' : 'files are'} made by no article any more; remove with --clean:`,
  removed: (count) => `${count} older ${count === 1 ? 'file was' : 'files were'} removed:`,
  problems: (errors, warnings) =>
    `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`,
  badConfiguration: 'The configuration is not right yet, so nothing was made.',
  strict: 'Warnings count as failures because of --strict.',
  noFolder: (folder) => `There is no folder "${folder}".`,
  noCommand: 'Name a command, for example: buletin build',
  noTitle: 'Give a title, for example: buletin new "The library opens on Mondays"',
  bug: 'This is a fault of the program, not yours. Please tell its maintainers, with the following text:',
  created: (file) => `Created: ${file}`,
  exists: (file) => `Already there, left alone: ${file}`,
  initDone: 'The workspace is ready. Edit buletin.yaml, then run: buletin build',
  newDone: (file) => `Write the story in ${file}, delete the line \`draft: true\`, then run: buletin build`,
  doctorGood: 'All is well.',
  doctorBad: 'Something needs attention.',
  help: {
    usage: 'Makes print-ready news bulletins from article files.',
    build: 'Make a PDF of every article',
    check: 'Check the articles and write nothing',
    new: 'Make a new article file',
    init: 'Prepare a new workspace',
    hyphenate: 'Break words, one a line from standard input; --lang id|en: the language of the words',
    doctor: 'Check the installation',
    articles: 'Article files or patterns; default: from the configuration, or articles/**/*.md',
    title: 'Title of the story',
    folder: 'The folder to prepare',
    workspace: 'Work as if started in this folder',
    lang: 'Language of the messages',
    json: 'Results as JSON on standard output',
    layout: 'Layout for all articles',
    paper: 'Paper size',
    output: 'Output folder',
    drafts: 'Include drafts',
    merge: 'Also write all pages into one file for printing',
    open: 'Open the result',
    noVerify: 'Do not check the finished PDFs again',
    strict: 'A warning fails the run too (exit code 1)',
    clean: 'Remove older results that no article makes any more',
    name: 'Name of the bulletin',
    organisation: 'Name of the government',
    website: 'Address of the website',
  },
  sample: {
    articleTitle: 'Welcome to our bulletin',
    articleBody: `This is a sample article. Change its title and text, or delete the file once your first article is ready.

Every file in the folder \`articles\` becomes one bulletin. The part between the two \`---\` lines describes the story, and the text follows as usual: an empty line separates paragraphs.
`,
    newBody: 'Write the story here.\n',
    configuration: (name, organisation, website) => `# Who publishes the bulletin. Adapt it and save.
organisation: ${organisation}
name: ${name}
${website === '' ? '# website: https://example.go.id' : `website: ${website}`}

# office: "Communication office"
# logo: logo.svg
# colors:
#   primary: "#0f4c5c"
#   accent: "#9a5b00"
# social:
#   instagram: accountname
#   facebook: accountname
paper: A4
language: en
`,
  },
  doctor: {
    node: 'Node.js',
    program: 'Program',
    fonts: 'Fonts',
    layout: 'Layout',
    pictures: 'Pictures',
    proof: 'PDF check',
    workspace: 'Workspace',
    output: 'Output folder',
    memory: 'Memory',
  },
};

export function cliWords(language: MessageLanguage): CliWords {
  return language === 'id' ? id : en;
}
