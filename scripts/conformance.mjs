// Validates every sample in every layout on every paper with tools that are not ours: veraPDF (PDF/A-2a and PDF/UA-1), qpdf and pdffonts.
// What cannot be had is named and counts as not checked; with BULETIN_REQUIRE_TOOLS=1 a missing qpdf or pdffonts fails.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const PAPERS = ['A4', 'F4', 'A3', 'A5'];
const requireTools = process.env.BULETIN_REQUIRE_TOOLS === '1';

const VERAPDF = { group: 'org.verapdf.apps', artifact: 'greenfield-apps', version: '1.28.2' };
const VERAPDF_MAIN = 'org.verapdf.apps.GreenfieldCliWrapper';
const FLAVOURS = ['2a', 'ua1'];
/** A command line holds only so many paths, and a validator only so many results. */
const FILES_A_RUN = 100;

let failures = 0;
const fail = (message) => {
  failures += 1;
  console.error(message);
};

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });
  return {
    status: result.error === undefined ? result.status : undefined,
    text: `${result.stdout ?? ''}`,
    errors: `${result.stderr ?? ''}`,
  };
}

const isThere = (command, args) => run(command, args, { timeout: 60_000 }).status !== undefined;

/** Every sample in every layout on every paper, made by the program as its user calls it. */
async function makeFiles(folder) {
  await build();
  const layouts = readdirSync(path.join(root, 'templates')).sort();
  for (const layout of layouts) {
    for (const paper of PAPERS) {
      makeOne(`${layout} on ${paper}`, ['--layout', layout, '--paper', paper], path.join(folder, layout, paper));
    }
  }
  // Footnotes, links inside the document, pages of several kinds; by themselves, and behind another document.
  const paged = ['-C', path.join('tests', 'golden'), 'links/input.md', 'paged-media/input.md', '--merge'];
  makeOne('paged media', paged, path.join(folder, 'paged-media'));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.pdf'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function makeOne(what, args, output) {
  const program = path.join(root, 'bin', 'buletin.js');
  const made = run(process.execPath, [program, 'build', ...args, '--output', output], { cwd: root });
  if (made.status !== 0) fail(`${what} ended with ${made.status}:\n${made.text}${made.errors}`);
}

/** The folder with veraPDF's jars, fetched by Maven the first time; `undefined` when it cannot be had. */
function veraPdfFolder() {
  const folder = path.join(os.tmpdir(), `buletin-verapdf-${VERAPDF.version}`);
  const jars = path.join(folder, 'jars');
  if (!isThere('java', ['-version'])) return undefined;
  if (!existsSync(jars)) {
    if (!isThere('mvn', ['-version'])) return undefined;
    mkdirSync(folder, { recursive: true });
    const { group, artifact, version } = VERAPDF;
    writeFileSync(
      path.join(folder, 'pom.xml'),
      `<project><modelVersion>4.0.0</modelVersion><groupId>buletin</groupId><artifactId>conformance</artifactId>
<version>1</version><dependencies><dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId>
<version>${version}</version></dependency></dependencies></project>\n`,
    );
    const partial = `${jars}.partial`;
    rmSync(partial, { recursive: true, force: true });
    const args = ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`];
    const fetched = run('mvn', args, { cwd: folder, timeout: 600_000 });
    if (fetched.status !== 0) return undefined;
    renameSync(partial, jars);
  }
  return run('java', veraPdfArguments(jars, ['--version']), { timeout: 60_000 }).status === 0 ? jars : undefined;
}

const veraPdfArguments = (jars, args) => ['-cp', path.join(jars, '*'), VERAPDF_MAIN, ...args];

/** Path → whether veraPDF calls the file compliant; a file it says nothing about is not in the map. */
function validate(jars, flavour, files) {
  const verdicts = new Map();
  let report = '';
  for (let at = 0; at < files.length; at += FILES_A_RUN) {
    const part = files.slice(at, at + FILES_A_RUN);
    const args = ['-f', flavour, '--format', 'text', '-v', '--maxfailuresdisplayed', '3', ...part];
    const { text } = run('java', veraPdfArguments(jars, args), { timeout: 900_000 });
    report += text;
    for (const [, verdict, file] of text.matchAll(/^(PASS|FAIL) (.+) (?:2a|ua1)$/gm))
      verdicts.set(file, verdict === 'PASS');
  }
  return { verdicts, report };
}

/** A good file without its structure tree: what is left claims more than it holds. No offset moves. */
function breakFile(good, folder) {
  const text = readFileSync(good).toString('latin1');
  const broken = text.replace('/StructTreeRoot', '/StructTreeRoox');
  if (broken === text) throw new Error(`No structure tree to break in ${good}`);
  const file = path.join(folder, 'broken.pdf');
  writeFileSync(file, Buffer.from(broken, 'latin1'));
  return file;
}

function checkVeraPdf(files) {
  const jars = veraPdfFolder();
  if (jars === undefined) {
    console.log('veraPDF: not available, 0 files');
    return;
  }
  const broken = breakFile(files[0], path.dirname(jars));
  for (const flavour of FLAVOURS) {
    if (validate(jars, flavour, [broken]).verdicts.get(broken) !== false) {
      fail(`veraPDF ${flavour}: did not refuse the broken file, so what it accepts says nothing.`);
      continue;
    }
    const { verdicts, report } = validate(jars, flavour, files);
    const compliant = files.filter((file) => verdicts.get(file) === true);
    console.log(
      `veraPDF ${flavour}: ${compliant.length} of ${files.length} compliant (and the broken file is refused)`,
    );
    if (compliant.length < files.length)
      fail(
        report
          .split('\n')
          .filter((line) => !line.startsWith('PASS'))
          .join('\n'),
      );
  }
}

/** `check`: file → what is wrong with it, empty when nothing is. */
function checkEach({ tool, version, what, check }, files) {
  if (!isThere(tool, version)) {
    const message = `${tool}: not available, 0 files`;
    if (requireTools) fail(message);
    else console.log(message);
    return;
  }
  const faults = files.map(check).filter((fault) => fault !== '');
  console.log(`${tool}: ${files.length - faults.length} of ${files.length} ${what}`);
  for (const fault of faults) fail(fault);
}

function checkSyntax(file) {
  const { status, text, errors } = run('qpdf', ['--check', file]);
  return status === 0 && !/warning/i.test(text + errors) ? '' : `${file}: ${text}${errors}`;
}

function checkFonts(file) {
  const rows = run('pdffonts', [file])
    .text.split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '');
  if (rows.length === 0) return `${file}: no fonts`;
  const wrong = rows.filter((row) => !/^[A-Z]{6}\+.*\syes\s+yes\s+yes\s+\d+\s+\d+\s*$/.test(row));
  return wrong.length === 0 ? '' : `${file}: not an embedded subset with a Unicode map:\n${wrong.join('\n')}`;
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'buletin-conformance-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const files = await makeFiles(folder);
if (files.length === 0) {
  fail('There is no PDF to check.');
} else {
  checkVeraPdf(files);
  checkEach({ tool: 'qpdf', version: ['--version'], what: 'without errors or warnings', check: checkSyntax }, files);
  checkEach({ tool: 'pdffonts', version: ['-v'], what: 'with embedded subsets only', check: checkFonts }, files);
}
process.exit(failures === 0 ? 0 : 1);
