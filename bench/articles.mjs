// Articles for the benchmark: texts, titles and addresses differ; the same number always gives the same article.
const WORDS =
  `warga desa pasar jalan sungai sekolah guru murid petani sawah benih panen air bersih listrik lampu taman pohon kebun buah
sayur ikan nelayan perahu laut pantai gunung hutan jembatan kantor layanan berkas nama alamat nomor surat kartu keluarga anak ibu bapak
kader dokter perawat obat sehat sakit periksa timbang ukur catat lapor tanya jawab bantu dukung rencana kerja bakti gotong royong bersama
setiap hari pekan bulan tahun pagi siang sore malam sebelum sesudah ketika karena sehingga tetapi namun serta dengan untuk dari pada dalam
luar atas bawah depan belakang dekat jauh baru lama besar kecil panjang pendek mudah cepat lambat tepat benar baik penting perlu dapat
harus boleh sudah belum akan sedang masih juga hanya lebih paling sangat cukup agar supaya bila jika maka adalah ialah yaitu merupakan
menjadi membuat memberi menerima membawa menyimpan menjaga merawat menanam menyiram membersihkan memilah mengolah menghemat menggunakan
menyampaikan menyiapkan mengikuti mengajak melayani mendaftar membaca menulis menghitung membayar membeli menjual mengirim menunggu
pemerintah kabupaten kecamatan kelurahan perangkat petugas masyarakat kelompok pelaku usaha mikro kecil menengah industri pertanian
perikanan peternakan pariwisata pendidikan kesehatan lingkungan perpustakaan pelatihan pendampingan penyuluhan pembangunan pelayanan`
    .split(/\s+/)
    .filter((word) => word !== '');

/** A small linear congruential generator (Numerical Recipes' constants): from 0 up to 1. */
function generator(seed) {
  let state = (seed * 2654435761 + 1013904223) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** About 1,900 characters in five paragraphs. */
export function makeArticle(number) {
  const random = generator(number + 1);
  // One word in six is a name that no other article has: a real batch never repeats all of its words either.
  const syllable = () => 'bdgjklmnprstw'[Math.floor(random() * 13)] + 'aiueo'[Math.floor(random() * 5)];
  const name = () => capital(Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join(''));
  const pick = () => (random() < 1 / 6 ? name() : WORDS[Math.floor(random() * WORDS.length)]);
  const words = (count) => Array.from({ length: count }, pick);
  const sentence = () => {
    const length = 9 + Math.floor(random() * 8);
    const [first, ...rest] = words(length);
    return `${capital(first)} ${rest.join(' ')}.`;
  };
  const title = words(5 + Math.floor(random() * 4))
    .map(capital)
    .join(' ');
  const paragraphs = Array.from({ length: 5 }, () => Array.from({ length: 4 }, sentence).join(' '));
  const day = 1 + (number % 28);
  const month = 1 + (Math.floor(number / 28) % 12);
  return {
    number,
    title,
    slug: `berita-${number}`,
    year: 2021 + Math.floor(number / 336),
    month,
    day,
    source: `https://pasuruan.go.id/contoh/${words(7).join('-')}-${number}`,
    paragraphs,
  };
}

export function toMarkdown(article) {
  const two = (value) => String(value).padStart(2, '0');
  return `---
title: "${article.title}"
date: ${article.year}-${two(article.month)}-${two(article.day)}
source: ${article.source}
category: Kabar Warga
ai: none
---

${article.paragraphs.join('\n\n')}
`;
}

export const HANDLES = ['pasuruan.go.id', 'pemkabpasuruan', 'pemkabpasuruan', 'pemkabpasuruan_', 'I LOVE PAS TV'];
export const BRAND = 'Buletin Kabupaten Pasuruan';
const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
const DAYS = 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' ');

export function dateText({ year, month, day }) {
  return `${DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]}, ${day} ${MONTHS[month - 1]} ${year}`;
}
