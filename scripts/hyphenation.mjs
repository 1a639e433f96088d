// Measures the word breaks of Indonesian. See docs/hyphenation.md.
//
//   node scripts/hyphenation.mjs             time to load, words a minute, and the hand-checked running words
//   node scripts/hyphenation.mjs compare     every word of the sample articles that Debian's hyphen-id breaks otherwise
//                                            (apt-get install hyphen-id; or give the path of its .dic file)
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const DEBIAN = '/usr/share/hyphen/hyph_id_ID.dic';

const { hyphenateWord, loadHyphenator } = await bundled('hyphenate-word', 'load-hyphenator');
const host = {
  path,
  programFolder: root,
  readFile: async (file) => ({ kind: 'read', bytes: readFileSync(file) }),
};
const started = process.hrtime.bigint();
const hyphenator = await loadHyphenator(host, ['id']);
const loaded = Number(process.hrtime.bigint() - started) / 1e6;
const ours = (word) => hyphenateWord(word, { language: 'id' }, hyphenator);

const [command = 'measure', dictionary = DEBIAN] = process.argv.slice(2);
if (command === 'measure') measure();
else if (command === 'compare') compare();
else {
  console.error('hyphenation.mjs [measure | compare [file.dic]]');
  process.exitCode = 2;
}

/** What files of src/hyphenate/ export. */
async function bundled(...names) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'buletin-hyphenation-'));
  try {
    const input = Object.fromEntries(names.map((name) => [name, `src/hyphenate/${name}.ts`]));
    const bundle = await rolldown({ cwd: root, input, platform: 'node' });
    await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' });
    await bundle.close();
    const modules = names.map((name) => import(pathToFileURL(path.join(folder, `${name}.mjs`)).href));
    return Object.assign({}, ...(await Promise.all(modules)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure() {
  const rows = readFileSync(path.join(root, 'tests/unit/hyphenate/running-words.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
  console.log(`loaded in ${loaded.toFixed(1)} ms`);
  for (const [name, words] of [
    ['running words', rows.map(([word]) => word)],
    ['distinct words', [...new Set(rows.map(([word]) => word))]],
  ]) {
    console.log(`${name}: ${(wordsAMinute(words) / 1e6).toFixed(1)} million a minute`);
  }
  const count = { right: 0, wrong: 0, missing: 0, wrongWords: 0 };
  for (const [word, broken] of rows) {
    const wanted = new Set(breaksShown(broken, word));
    const found = ours(word);
    const right = found.filter((at) => wanted.has(at)).length;
    count.right += right;
    count.wrong += found.length - right;
    count.missing += wanted.size - right;
    if (found.length > right) count.wrongWords += 1;
  }
  const percent = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`;
  console.log(
    `${rows.length} hand-checked running words: precision ${percent(count.right, count.right + count.wrong)}, ` +
      `recall ${percent(count.right, count.right + count.missing)}, wrong words ${percent(count.wrongWords, rows.length)}`,
  );
}

/** Ten million letters or so, after a first round that is not counted. */
function wordsAMinute(words) {
  for (const word of words) ours(word);
  const rounds = Math.ceil(300_000 / words.length);
  const start = process.hrtime.bigint();
  for (let round = 0; round < rounds; round += 1) for (const word of words) ours(word);
  return (rounds * words.length) / (Number(process.hrtime.bigint() - start) / 60e9);
}

/** Where `broken` has a hyphen that `word` has not. */
function breaksShown(broken, word) {
  const breaks = [];
  let at = 0;
  for (const letter of broken) {
    if (letter === word[at]) at += 1;
    else if (letter === '-') breaks.push(at);
  }
  return breaks;
}

function compare() {
  if (!existsSync(dictionary)) {
    console.log(`${dictionary} is not there; install the Debian package hyphen-id.`);
    return;
  }
  const theirs = readPatterns(readFileSync(dictionary, 'utf8'));
  const words = articleWords();
  const rows = [];
  for (const [word, count] of words) {
    const here = show(word, ours(word));
    const there = show(word, theirs(word.toLowerCase()));
    if (here !== there) rows.push({ here, there, count });
  }
  rows.sort((a, b) => b.count - a.count || (a.here < b.here ? -1 : 1));
  for (const { here, there, count } of rows) console.log(`${count}\t${here}\t${there}`);
  const running = [...words.values()].reduce((sum, count) => sum + count, 0);
  const different = rows.reduce((sum, { count }) => sum + count, 0);
  console.log(`${words.size} words, ${running} running; ${rows.length} differ, ${different} running`);
}

/** Word as it is written → how often it stands in the articles; parts between hyphens apart. */
function articleWords() {
  const folder = path.join(root, 'articles');
  const words = new Map();
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    if (!name.endsWith('.md')) continue;
    const text = readFileSync(path.join(folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    for (const [word] of text.replace(/\]\([^)]*\)/g, ']').matchAll(/[A-Za-zé]+/g)) {
      if (word.length > 3) words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  return words;
}

function show(word, breaks) {
  return [...word].map((letter, at) => (breaks.includes(at) ? `-${letter}` : letter)).join('');
}

/** Liang's patterns: digits between letters, the largest at each place wins, odd ones break. At least two letters aside. */
function readPatterns(text) {
  const patterns = new Map();
  for (const line of text.split(/\r?\n/).slice(1)) {
    if (!/\d/.test(line) || /^[A-Z#%]/.test(line)) continue;
    const digits = [];
    let letters = '';
    for (const character of line.trim()) {
      if (/\d/.test(character)) digits[letters.length] = Number(character);
      else letters += character;
    }
    patterns.set(letters, digits);
  }
  return (word) => {
    const dotted = `.${word}.`;
    const values = new Array(dotted.length + 1).fill(0);
    for (let from = 0; from < dotted.length; from += 1) {
      for (let to = from + 1; to <= dotted.length; to += 1) {
        patterns.get(dotted.slice(from, to))?.forEach((digit, at) => {
          values[from + at] = Math.max(values[from + at], digit);
        });
      }
    }
    const breaks = [];
    for (let at = 2; at <= word.length - 2; at += 1) if (values[at + 1] % 2 === 1) breaks.push(at);
    return breaks;
  };
}
