import type { DocumentData, ValueAdvice } from '../../base/codes/document.ts';
import type { DiagnosticWords } from '../types.ts';

const meant = (nearest: string | undefined, other: string): string =>
  nearest === undefined ? other : `Apakah yang dimaksud "${nearest}"?`;

const advice: Readonly<Record<ValueAdvice, string>> = {
  fixed:
    'Bagian yang harus tampil di setiap halaman diberi position: running(nama) dan ditampilkan di kotak tepi @page dengan element(nama).',
  sticky: 'Kertas tidak dapat digulir; bagian yang harus tampil di setiap halaman diletakkan di kotak tepi @page.',
  grid: 'Gunakan display: flex atau tabel.',
  contents: 'Hilangkan elemen itu dari tata letak dan atur langsung elemen-elemen di dalamnya.',
  scroll: 'Kertas tidak dapat digulir: hidden memotong isi yang tidak muat, visible membiarkannya keluar.',
  blur: 'Bayangan berupa bidang bertepi tegas: hilangkan nilai kabur dan gunakan warna yang lebih pucat.',
  gradient: 'Gunakan linear-gradient(), atau gambar SVG dengan gradien radial.',
  'window-unit': 'Kertas tidak memiliki jendela: gunakan %, mm, atau pt.',
  'generated-picture':
    'Letakkan gambar dalam tata letak sebagai <img>, atau di belakang kotak sebagai background-image.',
};

export const documentWords: DiagnosticWords<DocumentData> = {
  'document/unknown-property': {
    message: (d) => `Tidak ada properti CSS bernama "${d.property}"; deklarasi ini tidak berpengaruh.`,
    hint: (d) => meant(d.nearest, 'Periksa ejaannya; daftar properti ada di docs/css.md.'),
  },
  'document/unsupported-property': {
    message: (d) => `Properti CSS "${d.property}" tidak didukung oleh Buletin; deklarasi ini tidak berpengaruh.`,
    hint: () => 'Hapus deklarasi ini, atau gunakan properti lain yang tercantum di docs/css.md.',
  },
  'document/unsupported-value': {
    message: (d) => `Nilai "${d.value}" untuk "${d.property}" tidak didukung; deklarasi ini tidak berpengaruh.`,
    hint: (d) => `${d.advice === undefined ? '' : `${advice[d.advice]} `}Nilai yang dapat ditulis: ${d.values}.`,
  },
  'document/no-effect': {
    message: (d) => {
      const where = d.element === undefined ? 'di sini' : `pada <${d.element}>`;
      switch (d.why) {
        case 'flex-item':
          return `"${d.property}" tidak berpengaruh ${where} karena isi wadah flex tidak mengambang.`;
        case 'not-root':
          return `"${d.property}" tidak berpengaruh ${where}; properti ini hanya berlaku pada elemen akar.`;
        case 'not-first-letter':
          return `"${d.property}" tidak berpengaruh ${where}; properti ini milik ::first-letter.`;
      }
    },
    hint: (d) => {
      switch (d.why) {
        case 'flex-item':
          return 'Atur letaknya dengan order, align-self, atau margin, atau letakkan bagian yang mengambang dalam elemen di dalamnya.';
        case 'not-root':
          return 'Tulislah dalam aturan html atau :root.';
        case 'not-first-letter':
          return 'Tulislah dalam aturan seperti p::first-letter.';
      }
    },
  },
  'document/unsupported-selector': {
    message: (d) => `Selektor "${d.selector}" tidak didukung karena "${d.part}"; tidak ada elemen yang terpilih.`,
    hint: () => 'Gunakan selektor yang tercantum di docs/css.md, atau beri elemen itu sebuah kelas.',
  },
  'document/unsupported-at-rule': {
    message: (d) => `Aturan "@${d.name}" tidak didukung dan dilewati beserta seluruh isinya.`,
    hint: () => 'Yang didukung adalah @page dan @media; lihat docs/css.md.',
  },
  'document/unsupported-media': {
    message: (d) => `Kueri media "${d.query}" tidak didukung sehingga aturan di dalamnya dilewati.`,
    hint: () => 'Yang dikenal hanya print, all, dan screen; yang berlaku adalah print dan all.',
  },
  'document/refused-at-rule': {
    message: (d) => `"@${d.name}" ditolak karena lembar gaya tidak boleh memuat berkas lain.`,
    hint: (d) =>
      d.name === 'import'
        ? 'Salin aturan dari berkas itu ke lembar gaya tata letak.'
        : 'Letakkan berkas fon di folder fonts/, lalu sebutkan nama keluarganya dalam font-family.',
  },
  'document/css-syntax': {
    message: (d) => `Ada kesalahan penulisan CSS di sini sehingga "${d.text}" dilewati.`,
    hint: () => 'Periksa titik dua, titik koma, dan kurung di sekitar tempat ini.',
  },
  'document/css-too-deep': {
    message: (d) => `Kurung di sini bersarang lebih dari ${d.limit} tingkat sehingga lembar gaya ini tidak dipakai.`,
    hint: () => 'Cari kurung yang belum ditutup.',
  },
  'document/invalid-variable': {
    message: (d) =>
      d.variable === undefined
        ? `Nilai "${d.property}" tidak sah setelah var() di dalamnya diisi sehingga dianggap tidak ditetapkan.`
        : `"${d.property}" memakai properti khusus "${d.variable}" yang tidak bernilai di sini sehingga dianggap tidak ditetapkan.`,
    hint: (d) =>
      d.variable === undefined
        ? 'Periksa nilai properti khusus yang dipakainya.'
        : `Tetapkan "${d.variable}" pada :root, atau beri nilai cadangan: var(${d.variable}, …).`,
  },
  'document/variable-cycle': {
    message: (d) => `Properti khusus "${d.variable}" bergantung pada dirinya sendiri sehingga tidak bernilai.`,
    hint: () => 'Putuskan lingkaran itu: salah satu properti khusus di dalamnya harus bernilai tanpa var().',
  },
  'document/unsupported-page-selector': {
    message: (d) => `Selektor halaman "${d.selector}" tidak didukung sehingga aturan @page ini dilewati.`,
    hint: () =>
      'Gunakan @page untuk semua halaman, @page nama untuk halaman bernama itu, dan :first, :left, :right, :blank, atau :nth(2n+1) di belakangnya.',
  },
  'document/unsupported-page-property': {
    message: (d) => `"${d.property}" tidak berpengaruh pada halaman itu sendiri.`,
    hint: () => 'Di dalam @page tulislah size, margin, properti teks, kotak margin, dan @footnote.',
  },
  'document/unsupported-footnote-property': {
    message: (d) => `"${d.property}" tidak berpengaruh pada area catatan kaki.`,
    hint: () =>
      'Di dalam @footnote tulislah margin, padding, border, background, dan max-height; atur catatannya lewat elemennya sendiri.',
  },
  'document/unknown-margin-box': {
    message: (d) => `Tidak ada kotak margin "@${d.name}" di dalam @page; bagian ini dilewati.`,
    hint: (d) => meant(d.nearest, 'Keenam belas kotak margin tercantum di docs/css.md.'),
  },
  'document/unknown-string': {
    message: (d) =>
      `Kotak margin menampilkan string(${d.name}), tetapi tidak ada aturan yang memberi teks pada nama ini; tempatnya tetap kosong.`,
    hint: (d) =>
      meant(d.nearest, `Tambahkan string-set: ${d.name} content() pada aturan judul yang hendak ditampilkan.`),
  },
  'document/unknown-element': {
    message: (d) => `<${d.element}> bukan elemen yang dikenal Buletin; elemen ini diperlakukan seperti <span>.`,
    hint: (d) => meant(d.nearest, 'Gunakan elemen HTML yang tercantum di docs/css.md.'),
  },
  'document/refused-element': {
    message: (d) => `<${d.element}> tidak mempunyai tempat pada halaman cetak dan dihilangkan beserta isinya.`,
    hint: () => 'Hapus elemen ini dari tata letak; teks dan gambar tidak memerlukannya.',
  },
  'document/unknown-attribute': {
    message: (d) => `Atribut "${d.attribute}" pada <${d.element}> tidak didukung dan diabaikan.`,
    hint: () => 'Hapus atribut ini, atau gunakan class atau atribut data-; daftar atribut ada di docs/css.md.',
  },
  'document/self-closing': {
    message: (d) =>
      `<${d.element} … /> tidak menutup dirinya sendiri dalam HTML sehingga bagian sesudahnya akan menjadi isinya.`,
    hint: (d) => `Tulislah <${d.element} …></${d.element}>.`,
  },
  'document/html-syntax': {
    message: (d) => `Ada kesalahan penulisan HTML tata letak di sini (${d.problem}).`,
    hint: () => 'Periksa tag, tanda petik, dan atribut di sekitar tempat ini.',
  },
  'document/remote-stylesheet': {
    message: (d) => `Lembar gaya "${d.href}" tidak berada di folder tata letak dan ditolak.`,
    hint: () => 'Salin aturannya ke style.css; pembuatan buletin hanya membaca berkas milik tata letak itu sendiri.',
  },
  'document/refused-link': {
    message: (d) => `Alamat "${d.href}" pada <a> ditolak; tautan hanya boleh menuju https, http, mailto, atau tel.`,
    hint: () => 'Tulislah alamat lengkapnya, atau letakkan tautan di dalam {{#if}} bila alamatnya dapat kosong.',
  },
  'document/too-deep': {
    message: (d) => `Elemen bersarang lebih dari ${d.limit} tingkat; bagian yang lebih dalam dihilangkan.`,
    hint: () => 'Cari tag yang belum ditutup, atau sederhanakan susunan tata letak.',
  },
};
