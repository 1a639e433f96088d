import { syllableBreaks } from './syllables.ts';

/** An element that stands before a whole word, as in pasca-panen, kilo-gram (EYD V, II.E.1.e and f). */
export interface Element {
  readonly text: string;
  /** Breaks within it and after it. */
  readonly breaks: readonly number[];
}

const ELEMENTS: readonly string[] = [
  ...['adi', 'antar', 'awa', 'catur', 'dasa', 'dwi', 'eka', 'maha', 'manca', 'nara', 'nir', 'panca', 'pasca', 'pra'],
  ...['pramu', 'purba', 'purna', 'sapta', 'serba', 'swa', 'tata', 'tri', 'tuna', 'wira', 'anti', 'bio', 'ekstra'],
  ...['elektro', 'endo', 'etno', 'foto', 'geo', 'hemo', 'hidro', 'hiper', 'hipo', 'infra', 'inter', 'intra', 'intro'],
  ...['kardio', 'kilo', 'kontra', 'kripto', 'makro', 'mega', 'mikro', 'mini', 'mono', 'multi', 'nano', 'neo', 'non'],
  ...['oto', 'para', 'poli', 'proto', 'psiko', 'semi', 'sosio', 'sub', 'super', 'supra', 'tele', 'termo', 'ultra'],
  ...['audio', 'auto', 'neuro'],
];

const byStart = new Map<string, Element[]>();
for (const element of ELEMENTS.map(elementOf)) {
  const start = element.text.slice(0, 2);
  byStart.set(start, [...(byStart.get(start) ?? []), element]);
}

/** The elements that a word could begin with. */
export function elementsAt(word: string): readonly Element[] {
  return byStart.get(word.slice(0, 2))?.filter((element) => word.startsWith(element.text)) ?? [];
}

function elementOf(text: string): Element {
  return { text, breaks: [...syllableBreaks(text), text.length] };
}
