import { assertNever } from '../../base/assert-never.ts';
import type { FieldKind, RefusedConstruct, TemplateData } from '../../base/codes/template.ts';
import type { DiagnosticWords } from '../types.ts';

const kindWords: { readonly [K in FieldKind]: string } = {
  text: 'teks',
  number: 'bilangan',
  boolean: 'ya atau tidak',
  html: 'HTML',
  date: 'tanggal',
  record: 'kelompok nama',
  list: 'daftar',
};

const nearestOr = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Mungkin maksudnya "${nearest}".`;

function refused(construct: RefusedConstruct, name: string): { readonly message: string; readonly hint: string } {
  switch (construct) {
    case 'decorator':
    case 'inline-partial':
      return {
        message: `Tata letak memakai "{{#* ${name}}}", yang tidak didukung.`,
        hint: 'Simpan potongan itu sebagai berkas di folder partials.',
      };
    case 'dynamic-partial':
      return {
        message: 'Nama potongan baru diketahui ketika halaman dibuat, sehingga tidak dapat diperiksa sebelumnya.',
        hint: 'Tulis nama potongan itu apa adanya, misalnya {{> kepala}}.',
      };
    case 'partial-block':
      return {
        message: `Potongan "${name}" dipanggil dengan isi ({{#> …}}), yang tidak didukung.`,
        hint: 'Panggil dengan {{> nama}} dan berikan nilainya sebagai kunci="nilai".',
      };
    case 'raw-block':
      return {
        message: `Blok mentah "{{{{${name}}}}}" tidak didukung.`,
        hint: 'Tulis HTML-nya tanpa blok itu.',
      };
    case 'section':
      return {
        message: `"{{#${name}}}" tidak jelas: syarat, pengulangan, atau isi?`,
        hint: `Tulis {{#if ${name}}}, {{#each ${name}}}, atau {{#with ${name}}}.`,
      };
    case 'lookup':
      return {
        message: 'Pembantu "lookup" mencari nama yang baru diketahui ketika halaman dibuat.',
        hint: 'Tulis namanya langsung, misalnya {{brand.name}}.',
      };
    case 'log':
      return { message: 'Pembantu "log" tidak didukung.', hint: 'Hapus baris itu.' };
    case 'literal':
      return {
        message: `"${name}" adalah nilai, bukan nama yang dapat dicetak.`,
        hint: 'Tulis teksnya langsung di HTML, tanpa kurung kurawal.',
      };
    case 'same-context':
      return {
        message: `"${name}" sudah terbuka di sini, sehingga arti "../" di dalamnya tidak pasti.`,
        hint: 'Hapus blok dalam itu, atau beri nama isinya: as |nama|.',
      };
    case 'partial-context':
      return {
        message: `Potongan "${name}" diberi sesuatu yang tidak berisi nama-nama.`,
        hint: 'Berikan kelompok nama seperti brand, atau kunci="nilai".',
      };
    default:
      return assertNever(construct);
  }
}

export const templateWords: DiagnosticWords<TemplateData> = {
  'template/unknown-layout': {
    message: (d) => `Tata letak "${d.layout}" tidak ada.`,
    hint: (d) =>
      nearestOr(
        d.nearest,
        d.known.length === 0 ? 'Folder templates masih kosong.' : `Yang ada: ${d.known.join(', ')}.`,
      ),
  },
  'template/unsafe-layout-name': {
    message: (d) => `"${d.layout}" tidak dapat menjadi nama tata letak.`,
    hint: () => 'Pakai nama folder di dalam templates: huruf, angka, dan tanda hubung saja.',
  },
  'template/missing-file': {
    message: (d) => `Tata letak "${d.layout}" tidak mempunyai berkas ${d.file}.`,
    hint: (d) => `Buat berkas ${d.file} di folder tata letak itu.`,
  },
  'template/unreadable-file': {
    message: (d) => {
      switch (d.reason) {
        case 'outside':
          return `${d.file} berada di luar folder kerja (mungkin melalui tautan).`;
        case 'not-a-file':
          return `${d.file} bukan berkas biasa.`;
        case 'too-large':
          return `${d.file} lebih besar dari ${d.maxKilobytes} KB.`;
        case 'unreadable':
          return `${d.file} tidak dapat dibaca.`;
        default:
          return assertNever(d.reason);
      }
    },
    hint: () => 'Periksa berkas itu, lalu jalankan lagi.',
  },
  'template/too-many-partials': {
    message: (d) => `Tata letak "${d.layout}" mempunyai ${d.count} potongan, padahal paling banyak ${d.max}.`,
    hint: () => 'Hapus potongan yang tidak dipakai dari folder partials.',
  },
  'template/unknown-setting': {
    message: (d) => `Kunci "${d.key}" di layout.yaml tidak dikenal, sehingga diabaikan.`,
    hint: (d) => nearestOr(d.nearest, 'Kunci yang ada: name, papers, safeDistance, bleeds.'),
  },
  'template/bad-setting': {
    message: (d) => `Nilai "${d.value}" untuk "${d.key}" di layout.yaml tidak dapat dipakai.`,
    hint: (d) => `Isi dengan ${d.expected}.`,
  },
  'template/syntax': {
    message: (d) => {
      switch (d.kind) {
        case 'unclosed':
          return 'Ada kurung kurawal atau blok yang tidak ditutup.';
        case 'mismatch':
          return `Blok ditutup dengan nama lain: ${d.detail}.`;
        case 'path':
          return `Nama ini tidak dapat dibaca: ${d.detail}.`;
        case 'other':
          return `Tulisan Handlebars di sini tidak dapat dibaca${d.detail === '' ? '' : ` (di dekat "${d.detail}")`}.`;
        default:
          return assertNever(d.kind);
      }
    },
    hint: () => 'Periksa pasangan {{ dan }}, serta pasangan {{#if}} dan {{/if}}, pada baris ini dan sebelumnya.',
  },
  'template/unknown-field': {
    message: (d) =>
      d.owner === ''
        ? `Tata letak memakai nama "${d.field}" yang tidak ada.`
        : `Tata letak memakai nama "${d.field}" yang tidak ada di "${d.owner}".`,
    hint: (d) => nearestOr(d.nearest, 'Lihat daftar nama di docs/layouts.md.'),
  },
  'template/unknown-helper': {
    message: (d) => `Tata letak memakai pembantu "${d.helper}" yang tidak ada.`,
    hint: (d) => nearestOr(d.nearest, 'Lihat daftar pembantu di docs/layouts.md.'),
  },
  'template/unknown-partial': {
    message: (d) => `Tata letak memanggil potongan "${d.partial}" yang tidak ada di folder partials.`,
    hint: (d) => nearestOr(d.nearest, `Buat berkas partials/${d.partial}.hbs.`),
  },
  'template/partial-loop': {
    message: (d) => `Potongan "${d.partial}" memanggil dirinya sendiri tanpa akhir.`,
    hint: () => 'Hapus pemanggilan yang berputar itu.',
  },
  'template/maybe-missing': {
    message: (d) => `"${d.field}" tidak ada di setiap artikel, dan di sini dipakai tanpa diperiksa.`,
    hint: (d) => `Bungkus dengan {{#if ${d.field}}} … {{/if}} atau {{#with ${d.field}}} … {{/with}}.`,
  },
  'template/wrong-type': {
    message: (d) => {
      const what = `"${d.field}" adalah ${kindWords[d.found]}`;
      switch (d.use) {
        case 'print':
          return `${what}, yang tidak dapat dicetak begitu saja.`;
        case 'each':
          return `${what}, bukan daftar yang dapat diulang.`;
        case 'with':
          return `${what}, yang tidak mempunyai isi untuk dibuka.`;
        case 'compare':
          return `${what}, yang tidak dapat dibandingkan dengan nilai di sebelahnya.`;
        case 'date':
          return `${what}, bukan tanggal.`;
        case 'text':
          return `${what}, padahal di sini diperlukan teks.`;
        case 'number':
          return `${what}, padahal di sini diperlukan bilangan.`;
        case 'count':
          return `${what}, yang tidak dapat dihitung panjangnya.`;
        default:
          return assertNever(d.use);
      }
    },
    hint: (d) => {
      if (d.found === 'date') return `Tulis {{date ${d.field}}}.`;
      if (d.found === 'list' && d.use === 'print') return `Tulis {{#each ${d.field}}} … {{/each}}.`;
      if (d.found === 'record') return `Sebut salah satu isinya, misalnya {{${d.field}.…}}; lihat docs/layouts.md.`;
      return 'Lihat arti nama itu di docs/layouts.md.';
    },
  },
  'template/helper-arguments': {
    message: (d) => `Pembantu "${d.helper}" tidak diberi nilai yang tepat.`,
    hint: (d) => `Cara memakainya: ${d.usage}.`,
  },
  'template/raw-output': {
    message: (d) => `"${d.field}" dicetak dengan tiga kurung kurawal, padahal isinya bukan HTML yang aman.`,
    hint: (d) => `Tulis {{${d.field}}} dengan dua kurung kurawal.`,
  },
  'template/escaped-html': {
    message: (d) => `"${d.field}" adalah HTML, dan dengan dua kurung kurawal tandanya akan tercetak sebagai teks.`,
    hint: (d) => `Tulis {{{${d.field}}}} dengan tiga kurung kurawal.`,
  },
  'template/refused-construct': {
    message: (d) => refused(d.construct, d.name).message,
    hint: (d) => refused(d.construct, d.name).hint,
  },
  'template/unsafe-position': {
    message: (d) => {
      switch (d.position) {
        case 'tag':
          return `"${d.name}" berdiri di dalam sebuah tanda HTML, di luar nilai atribut.`;
        case 'unquoted':
          return `"${d.name}" adalah nilai atribut tanpa tanda kutip.`;
        case 'attribute':
          return `"${d.name}" adalah HTML, dan tidak dapat menjadi nilai atribut atau isi <title>.`;
        case 'style':
          return `"${d.name}" berdiri di dalam <style>; gaya bukan templat.`;
        case 'script':
          return `"${d.name}" berdiri di dalam <script>.`;
        case 'declaration':
          return `"${d.name}" berdiri di dalam <!…>.`;
        default:
          return assertNever(d.position);
      }
    },
    hint: () => 'Taruh di antara dua tanda HTML, atau di dalam nilai atribut bertanda kutip: class="{{…}}".',
  },
  'template/unbalanced-html': {
    message: (d) => `Potongan HTML di dalam "${d.block}" berakhir di tengah sebuah tanda atau nilai atribut.`,
    hint: () =>
      'Mulai dan akhiri setiap cabang blok di tempat yang sama: di antara tanda, atau di dalam nilai yang sama.',
  },
  'template/private-character': {
    message: (d) => `"${d.field}" memuat karakter pribadi ${d.character}, yang tidak dapat dicetak.`,
    hint: () => 'Hapus karakter itu; biasanya ia terbawa ketika menyalin ikon dari halaman lain.',
  },
};
