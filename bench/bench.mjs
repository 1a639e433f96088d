// `npm run bench`: Buletin beside its peers in one run, each in a process of its own with one thread.
//   --count N    articles in the batch (200)
//   --rounds N   how often each program runs; the median is printed (3)
//   --memory     also the peak memory of 1,000 and 4,000 articles with the proof on (takes minutes)
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { build } from '../scripts/build.mjs';
import { dateText, HANDLES, makeArticle, toMarkdown } from './articles.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at === -1 ? fallback : Number(process.argv[at + 1]);
};
const COUNT = option('--count', 200);
const ROUNDS = option('--rounds', 3);

await build();
if (!existsSync(path.join(here, 'node_modules'))) {
  console.log('Installing the peers …');
  execFileSync('npm', ['ci', '--prefix', here], { stdio: 'inherit', shell: process.platform === 'win32' });
}
const work = mkdtempSync(path.join(tmpdir(), 'buletin-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

function makeWorkspace(count) {
  const workspace = path.join(work, `workspace-${count}`);
  mkdirSync(path.join(workspace, 'articles'), { recursive: true });
  const example = readFileSync(path.join(here, '..', 'buletin.yaml'), 'utf8');
  writeFileSync(path.join(workspace, 'buletin.yaml'), example);
  for (let number = 0; number < count; number += 1) {
    writeFileSync(path.join(workspace, 'articles', `berita-${number}.md`), toMarkdown(makeArticle(number)));
  }
  return workspace;
}

function run(script, args) {
  const result = spawnSync(process.execPath, [path.join(here, script), ...args], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${script} failed:\n${result.stdout}\n${result.stderr}`);
  return JSON.parse(result.stdout.trim().split('\n').at(-1));
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function measure(label, script, args) {
  const rounds = Array.from({ length: ROUNDS }, () => run(script, args));
  for (const round of rounds) {
    if (round.made !== COUNT)
      throw new Error(`${label} made ${round.made} of ${COUNT}: ${JSON.stringify(round.problems)}`);
  }
  const of = (key) => median(rounds.map((round) => round[key]));
  return { label, docsPerSecond: COUNT / (of('wallMs') / 1000), cpuPerDoc: of('cpuMs') / COUNT, peakMb: of('peakMb') };
}

/** Every word of every article, taken from its text, is on the pages of every program. */
async function checkWords(label, fileOf) {
  const library = await PDFiumLibrary.init();
  let words = 0;
  for (let number = 0; number < COUNT; number += 1) {
    const article = makeArticle(number);
    const document = await library.loadDocument(readFileSync(fileOf(article)));
    const text = [...document.pages()].map((page) => page.getText()).join(' ');
    document.destroy();
    const drawn = new Set(text.split(/\s+/).map((word) => word.replace(/^\W+|\W+$/g, '').toLowerCase()));
    const wanted = [article.title, dateText(article), ...HANDLES, ...article.paragraphs].join(' ').split(/\s+/);
    for (const word of wanted) {
      const bare = word.replace(/^\W+|\W+$/g, '').toLowerCase();
      if (!drawn.has(bare)) throw new Error(`${label}: article ${number} lacks the word "${word}"`);
    }
    words += wanted.length;
  }
  library.destroy();
  return words;
}

function coldStart(workspace) {
  const time = (args) => {
    const started = performance.now();
    const result = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (result.status !== 0) throw new Error(result.stderr);
    return performance.now() - started;
  };
  const repeat = (args) => median(Array.from({ length: 7 }, () => time(args)));
  const cli = path.join(here, '..', 'bin', 'buletin.js');
  const output = path.join(work, 'cold');
  const start = repeat(['-e', '0']);
  const withImports = repeat([path.join(here, 'run-imports.mjs')]);
  const whole = repeat([cli, 'build', '-C', workspace, '--output', output, '--no-verify']);
  const proven = repeat([cli, 'build', '-C', workspace, '--output', output]);
  return { start, imports: withImports - start, work: whole - withImports, whole, proof: proven - whole };
}

const row = (cells, widths) =>
  console.log(
    cells
      .map((cell, i) => String(cell).padEnd(widths[i]))
      .join('  ')
      .trimEnd(),
  );
const number = (value, digits = 1) => value.toFixed(digits);

const workspace = makeWorkspace(COUNT);
const ours = path.join(work, 'buletin');
console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores, ${cpus()[0]?.model}`,
);
console.log(`${COUNT} different articles of about 1,900 characters, one process, one thread, median of ${ROUNDS}\n`);
const figures = [
  measure('Buletin, proof off', 'run-buletin.mjs', [workspace, ours, 'no']),
  measure('Buletin, proof on', 'run-buletin.mjs', [workspace, ours, 'verify']),
  measure('pdfmake', 'run-pdfmake.mjs', [path.join(work, 'pdfmake'), String(COUNT)]),
  measure('react-pdf', 'run-react-pdf.mjs', [path.join(work, 'react-pdf'), String(COUNT)]),
];
const widths = [20, 12, 12, 10];
row(['program', 'documents/s', 'CPU ms/doc', 'peak MB'], widths);
for (const f of figures) row([f.label, number(f.docsPerSecond), number(f.cpuPerDoc), number(f.peakMb, 0)], widths);

const two = (value) => String(value).padStart(2, '0');
const words = [
  await checkWords('Buletin', (a) => path.join(ours, String(a.year), two(a.month), `${a.slug}.pdf`)),
  await checkWords('pdfmake', (a) => path.join(work, 'pdfmake', `${a.slug}.pdf`)),
  await checkWords('react-pdf', (a) => path.join(work, 'react-pdf', `${a.slug}.pdf`)),
];
console.log(`\nWords of the articles found in the files of all three: ${words.join(', ')}`);

const cold = coldStart(makeWorkspace(1));
console.log('\nCold start, one article, milliseconds (median of 7):');
console.log(
  `  start of Node ${number(cold.start, 0)}, imports ${number(cold.imports, 0)}, work ${number(cold.work, 0)}: ${number(cold.whole, 0)} in all; the proof adds ${number(cold.proof, 0)}`,
);

if (process.argv.includes('--memory')) {
  const peaks = [1000, 4000].map(
    (count) => run('run-buletin.mjs', [makeWorkspace(count), path.join(work, `m${count}`), 'verify']).peakMb,
  );
  console.log(
    `\nPeak memory with the proof on: 1,000 articles ${number(peaks[0], 0)} MB, 4,000 articles ${number(peaks[1], 0)} MB, ratio ${number(peaks[1] / peaks[0], 2)}`,
  );
}
