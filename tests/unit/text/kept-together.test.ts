import { describe, expect, it } from 'vitest';
import {
  ADDRESS_BREAK,
  breakOpportunities,
  PLAIN_BREAK,
  RELUCTANT_BREAK,
} from '../../../src/text/break-opportunities.ts';
import { keepTogether } from '../../../src/text/kept-together.ts';

const SIGNS: Readonly<Record<number, string>> = { [PLAIN_BREAK]: '|', [ADDRESS_BREAK]: '/', [RELUCTANT_BREAK]: '_' };

/** The text with `|` where a line may end, `_` where it is reluctant to, and `¦` inside an address. */
function marked(text: string, lang = 'id'): string {
  const allowed = breakOpportunities(text, []);
  keepTogether(allowed, text, lang);
  return [...text].map((character, at) => `${(SIGNS[allowed[at] ?? 0] ?? '').replace('/', '¦')}${character}`).join('');
}

describe('what belongs together', () => {
  it.each([
    ['harga Rp200.250,75 per kilo', 'harga |Rp200.250,75 |per |kilo'],
    ['harga Rp 200 juta itu', 'harga |Rp _200 _juta |itu'],
    ['senilai USD 4,31 miliar pada 2019, lalu', 'senilai |USD _4,31 _miliar |pada |2019, |lalu'],
    ['pukul 15.00 WIB di aula', 'pukul _15.00 _WIB |di |aula'],
    ['(Pukul 15.00)', '(Pukul _15.00)'],
    ['pada 5 Maret 2021.', 'pada |5 _Maret |2021.'],
    ['naik 65,1 persen, turun 3 kg.', 'naik |65,1 _persen, |turun |3 _kg.'],
    ['Pasal 5 ayat (2)', 'Pasal _5 |ayat _(2)'],
    ['RT 03 RW 05', 'RT _03 |RW _05'],
    ['3 orang dan 4 ekor', '3 |orang |dan |4 |ekor'],
  ])('numbers: %s', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it.each([
    ['oleh H. Ahmad Sanusi', 'oleh |H. _Ahmad |Sanusi'],
    ['Bupati Drs. H. Moh. Ali', 'Bupati |Drs. _H. _Moh. |Ali'],
    ['R. A. Kartini lahir', 'R. _A. _Kartini |lahir'],
    ['Dian Kristiandi, S.Sos., M.Si. hadir', 'Dian |Kristiandi, _S.Sos., _M.Si. |hadir'],
    ['di Jl. Kartini 1', 'di |Jl. _Kartini |1'],
    ['vitamin C. lalu', 'vitamin |C. |lalu'],
  ])('names: %s', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it.each([
    ['kata – kata', 'kata _– |kata'],
    ['kata—kata', 'kata_—|kata'],
    ['tahun 2014–2019', 'tahun _2014–_2019'],
    ['Jakarta–Surabaya', 'Jakarta–|Surabaya'],
    ['e-KTP dan anak-anak', 'e-_KTP |dan |anak-|anak'],
  ])('dashes: %s', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it('numbers and months of English text', () => {
    expect(marked('on 5 March 2021, at 3 p.m.', 'en-GB')).toBe('on |5 _March |2021, |at _3 _p.m.');
    expect(marked('pukul 15', 'en')).toBe('pukul |15');
  });
});

describe('addresses', () => {
  it.each([
    [
      'lihat https://jepara.go.id/berita/2021?id=12&hal=3.',
      'lihat |https://¦jepara.¦go.¦id/¦berita/¦2021?¦id=¦12&¦hal=3.',
    ],
    ['kirim ke dinas-kominfo@jepara.go.id ya', 'kirim |ke |dinas-¦kominfo@jepara.¦go.¦id |ya'],
    ['(www.jepara.go.id)', '(www.¦jepara.¦go.¦id)'],
    ['jepara.go.id, lalu', 'jepara.¦go.¦id, |lalu'],
    ['dan/atau', 'dan/|atau'],
    ['S.E. atau 3.5', 'S.E. |atau |3.5'],
  ])('end lines between their parts: %s', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });
});
