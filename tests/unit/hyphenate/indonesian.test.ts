import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadShow, readRows, type Show } from '../../support/hyphenator.ts';

let show: Show;
beforeAll(async () => {
  show = await loadShow();
});

describe('EYD V', () => {
  it.each(readRows('unit/hyphenate/eyd-cases.tsv'))('breaks %s', (word = '', broken) => {
    expect(show(word)).toBe(broken);
  });

  it('breaks 1,500 running words as a person does, but for breaks that stay out', () => {
    const rows = readRows('unit/hyphenate/running-words.tsv');
    expect(rows.length).toBe(1500);
    const different = rows.filter(([word = '', broken]) => show(word) !== broken).map(([word = '']) => show(word));
    expect(different).toEqual(['disa-bi-li-tas']);
  });
});

describe('affixes', () => {
  it.each([
    // A suffix or the end of a root.
    ['bulan', 'bu-lan'],
    ['makanan', 'ma-kan-an'],
    ['gerakan', 'ge-rak-an'],
    ['melakukan', 'me-la-ku-kan'],
    ['katakan', 'ka-ta-kan'],
    ['tarikan', 'ta-rik-an'],
    ['tangan', 'ta-ngan'],
    ['tantangan', 'tan-tang-an'],
    // Never before -i; the consonant before it stays with it.
    ['memiliki', 'me-mi-liki'],
    ['mengawasi', 'meng-a-wasi'],
    ['memilikinya', 'me-mi-liki-nya'],
    ['menandatangani', 'me-nan-da-ta-ngani'],
    ['mencari', 'men-ca-ri'],
    // A root with a vowel in front, or a root that lost its k.
    ['mengambil', 'meng-am-bil'],
    ['mengatakan', 'me-nga-ta-kan'],
    ['mengawal', 'me-nga-wal'],
    ['mengawali', 'meng-a-wali'],
    ['pengadaan', 'peng-a-da-an'],
    ['pengeringan', 'pe-nge-ring-an'],
    ['mengecat', 'me-nge-cat'],
    ['pengesahan', 'pe-nge-sah-an'],
    // ber-, per-, ter- whole, or with one r.
    ['berada', 'ber-a-da'],
    ['berasa', 'be-ra-sa'],
    ['berencana', 'be-ren-ca-na'],
    ['bekerja', 'be-ker-ja'],
    ['belajar', 'bel-a-jar'],
    ['pembelajaran', 'pem-bel-a-jar-an'],
    ['perawat', 'pe-ra-wat'],
    ['peralatan', 'per-a-lat-an'],
    ['terasa', 'te-ra-sa'],
    ['terakhir', 'ter-a-khir'],
    ['tepercaya', 'te-per-ca-ya'],
    // Several of them.
    ['diperjualbelikan', 'di-per-ju-al-be-li-kan'],
    ['memberdayakan', 'mem-ber-da-ya-kan'],
    ['keberhasilannya', 'ke-ber-ha-sil-an-nya'],
    ['ketidakadilan', 'ke-ti-dak-a-dil-an'],
    ['berperikemanusiaan', 'ber-pe-ri-ke-ma-nu-si-a-an'],
    ['memroses', 'me-mro-ses'],
    ['keduanya', 'ke-dua-nya'],
    ['sebaik-baiknya', 'se-ba-ik-ba-ik-nya'],
    ['kemerah-merahan', 'ke-me-rah-me-rah-an'],
  ])('%s', (word, broken) => {
    expect(show(word)).toBe(broken);
  });
});

describe('words that stay whole', () => {
  it.each([
    'itu',
    'mau',
    'BPBD',
    'ASEAN',
    'iPhone',
    'Rp200',
    'COVID-19',
    'www.contoh.go.id',
    'Jum’at',
    'di\u00adla',
    '',
  ])('%j', (word) => expect(show(word)).toBe(word));

  it.each(['Soebroto', 'Widjajanto', 'Kasmuri', 'download', 'meeting', 'smartphone', 'research'])(
    '%s, which no list knows',
    (word) => expect(show(word)).toBe(word),
  );

  it('unless their root is known', () => {
    expect(show('Kesehatan')).toBe('Ke-se-hat-an');
    expect(show('PEMERINTAH')).toBe('PE-ME-RIN-TAH');
    expect(show('Yogyakarta')).toBe('Yog-ya-kar-ta');
  });
});

describe('words that no list knows', () => {
  it.each([
    ['gabelu', 'ga-be-lu'],
    // Perhaps gabel + -an, perhaps not.
    ['gabelan', 'ga-belan'],
    // Perhaps ber- + agu, perhaps be- + ragu.
    ['beragulo', 'bera-gu-lo'],
    ['pabrola', 'pabro-la'],
    ['satau', 'sa-tau'],
    ['lampiuk', 'lam-pi-uk'],
  ])('%s breaks where every reading agrees', (word, broken) => {
    expect(show(word)).toBe(broken);
  });
});

describe('limits', () => {
  it('count letters of the part between hyphens', () => {
    expect(show('dilakukan', { before: 2, after: 3 })).toBe('di-la-ku-kan');
    expect(show('kesehatan', { before: 3, after: 3 })).toBe('kese-hatan');
    expect(show('sekali', { before: 2, after: 3 })).toBe('se-kali');
    expect(show('tiba-tiba', { before: 2, after: 3 })).toBe('tiba-tiba');
  });

  it('never go below two letters', () => {
    expect(show('apakah', { before: 1, after: 1 })).toBe('apa-kah');
    expect(show('kedua', { before: 0, after: 0 })).toBe('ke-dua');
  });

  it('do not count marks around the word', () => {
    expect(show('“apakah?”')).toBe('“apa-kah?”');
    expect(show('(sekolah/madrasah),')).toBe('(se-ko-lah/mad-ra-sah),');
  });
});

describe('any text', () => {
  const syllable = fc.constantFrom(
    ...'me ber ke pe di se ter kan an i nya lah ng ny sy kh a e u ai au k r s t'.split(' '),
  );
  const wordLike = fc.array(syllable, { maxLength: 9 }).map((parts) => parts.join(''));
  const anything = fc.oneof(wordLike, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme' }));

  it('comes back whole, never with one letter alone, and the same each time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const word = text.replaceAll('-', '');
        const shown = show(word);
        expect(shown.replaceAll('-', '')).toBe(word);
        expect(show(shown.replaceAll('-', ''))).toBe(shown);
        if (shown === word) return;
        for (const part of shown.split(/[^a-zA-Zé-]/)) {
          const pieces = part.split('-');
          expect([pieces[0]?.length, pieces.at(-1)?.length]).not.toContain(1);
        }
      }),
      { numRuns: 3000, seed: 20261125 },
    );
  });

  it('does not take long over a word without end, which stays whole', () => {
    for (const word of [
      'keberme'.repeat(5000),
      'nya'.repeat(20_000),
      `${'kanstakebe'.repeat(4)}mb`,
      `${'-'.repeat(50_000)}a`,
    ]) {
      expect(show(word)).toBe(word);
    }
  });
});
