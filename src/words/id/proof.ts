import type { ProofData, ProvenPart } from '../../base/codes/proof.ts';
import type { DiagnosticWords } from '../types.ts';

const reportIt = 'PDF-nya tidak disimpan. Laporkan pesan ini beserta berkas artikelnya kepada pengelola program.';

const parts: Readonly<Record<ProvenPart, string>> = {
  text: 'Teks',
  picture: 'Gambar',
  drawing: 'Bentuk atau kode QR',
  link: 'Bidang tautan',
};

const named = (what: ProvenPart, text: string): string => (text === '' ? parts[what] : `${parts[what]} "${text}"`);

export const proofWords: DiagnosticWords<ProofData> = {
  'proof/unreadable': {
    message: () => 'PDF yang baru dibuat tidak dapat dibuka kembali.',
    hint: () => reportIt,
  },
  'proof/no-page': {
    message: () => 'PDF yang baru dibuat tidak berisi halaman.',
    hint: () => reportIt,
  },
  'proof/blank-page': {
    message: (d) => `Halaman ${d.page} kosong.`,
    hint: () => 'Periksa pemisah halaman (break-before, break-after) pada tata letak.',
  },
  'proof/word-missing': {
    message: (d) =>
      `Kata "${d.word}" (pada "${d.context}") tidak ada di PDF yang jadi, atau urutannya salah${
        d.more === 0 ? '' : `; begitu juga ${d.more} kata lain`
      }.`,
    hint: () =>
      'PDF-nya tidak disimpan. Pastikan tata letak mencetak bagian ini; bila sudah, laporkan kepada pengelola program.',
  },
  'proof/qr-unreadable': {
    message: (d) => `Kode QR di halaman 1 tidak terbaca; seharusnya berisi ${d.expected}.`,
    hint: () => 'Pastikan tata letak mencetak kode QR di halaman 1, cukup besar, dan tidak ditutupi apa pun.',
  },
  'proof/qr-differs': {
    message: (d) => `Kode QR di halaman 1 berisi ${d.found}, bukan ${d.expected}.`,
    hint: () => 'Pastikan tata letak mengisi kode QR dengan alamat berita ini.',
  },
  'proof/font-not-embedded': {
    message: (d) => `Fon "${d.font}" tidak tertanam di dalam PDF.`,
    hint: () => reportIt,
  },
  'proof/outside-page': {
    message: (d) => `${named(d.what, d.text)} di halaman ${d.page} terpotong oleh tepi kertas.`,
    hint: () => 'Kecilkan bagian itu atau ubah letaknya di stylesheet tata letak.',
  },
  'proof/near-edge': {
    message: (d) =>
      `${named(d.what, d.text)} di halaman ${d.page} berjarak ${d.distanceMm} mm dari tepi kertas, kurang dari ${d.safeMm} mm.`,
    hint: () => 'Perbesar margin @page di stylesheet tata letak; printer kantor tidak mencetak sampai ke tepi.',
  },
};
