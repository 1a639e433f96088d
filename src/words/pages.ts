/** The languages that pages are written in: those whose months, notices and labels are below. */
export type PageLanguage = 'id' | 'en';

/** Words that Buletin itself puts on a page, in the language of the article. */
export interface PageWords {
  /** Monday first. */
  readonly weekdays: readonly [string, string, string, string, string, string, string];
  readonly months: readonly string[];
  readonly page: string;
  readonly of: string;
  readonly links: string;
  readonly by: string;
  readonly date: string;
  readonly place: string;
  readonly author: string;
  readonly editor: string;
  readonly updated: string;
  readonly correction: string;
  readonly until: string;
  readonly draft: string;
  readonly draftNotice: string;
  readonly scanTitle: string;
  readonly readOriginal: string;
  readonly complaints: string;
  readonly contact: string;
  readonly website: string;
  readonly qrAlt: (address: string) => string;
  /** The notice about AI use. `model` and `reviewedBy` are empty when not given. */
  readonly aiAssisted: (model: string, reviewedBy: string, hasQr: boolean) => string;
  readonly aiExtractive: (reviewedBy: string, hasQr: boolean) => string;
}

const scanId = 'Silakan pindai kode QR pada halaman ini untuk membaca berita aslinya.';
const scanEn = 'Please scan the QR code on this page to read the original story.';
const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

const id: PageWords = {
  weekdays: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  months: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  page: 'Halaman',
  of: 'dari',
  links: 'Tautan',
  by: 'Oleh',
  date: 'Tanggal',
  place: 'Tempat',
  author: 'Penulis',
  editor: 'Penyunting',
  updated: 'Diperbarui',
  correction: 'Ralat',
  until: 'Dipasang sampai',
  draft: 'DRAF',
  draftNotice: 'Belum untuk disebarluaskan',
  scanTitle: 'Pindai untuk membaca berita aslinya',
  readOriginal: 'Baca berita aslinya',
  complaints: 'Pengaduan',
  contact: 'Kontak',
  website: 'Situs web',
  qrAlt: (address) => `Kode QR menuju ${address}`,
  aiAssisted: (model, reviewedBy, hasQr) =>
    sentences(
      `Berita ini diringkas dengan bantuan AI${model === '' ? '' : ` (${model})`}${
        reviewedBy === '' ? '' : ` dan ditinjau oleh ${reviewedBy}`
      }.`,
      hasQr ? scanId : '',
    ),
  aiExtractive: (reviewedBy, hasQr) =>
    sentences(
      'Ringkasan otomatis dari kalimat-kalimat berita aslinya.',
      reviewedBy === '' ? '' : `Ditinjau oleh ${reviewedBy}.`,
      hasQr ? scanId : '',
    ),
};

const en: PageWords = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  page: 'Page',
  of: 'of',
  links: 'Links',
  by: 'By',
  date: 'Date',
  place: 'Place',
  author: 'Author',
  editor: 'Editor',
  updated: 'Updated',
  correction: 'Correction',
  until: 'On display until',
  draft: 'DRAFT',
  draftNotice: 'Not for release',
  scanTitle: 'Scan to read the original story',
  readOriginal: 'Read the original story',
  complaints: 'Complaints',
  contact: 'Contact',
  website: 'Website',
  qrAlt: (address) => `QR code to ${address}`,
  aiAssisted: (model, reviewedBy, hasQr) =>
    sentences(
      `This story was summarised with the help of AI${model === '' ? '' : ` (${model})`}${
        reviewedBy === '' ? '' : ` and reviewed by ${reviewedBy}`
      }.`,
      hasQr ? scanEn : '',
    ),
  aiExtractive: (reviewedBy, hasQr) =>
    sentences(
      'An automatic summary made of sentences of the original story.',
      reviewedBy === '' ? '' : `Reviewed by ${reviewedBy}.`,
      hasQr ? scanEn : '',
    ),
};

export function pageWords(language: PageLanguage): PageWords {
  return language === 'id' ? id : en;
}
