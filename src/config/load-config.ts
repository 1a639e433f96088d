import { assertNever } from '../base/assert-never.ts';
import { createDiagnosticList, type Reporter } from '../base/diagnostics.ts';
import type { Host } from '../base/host.ts';
import { createSourceFile, type SourceFile } from '../base/source.ts';
import type { PageLanguage } from '../words/pages.ts';
import { decodeText } from './decode-text.ts';
import {
  type Field,
  type Fields,
  isGiven,
  type KeyNames,
  readChoice,
  readFields,
  readLine,
  readList,
} from './fields.ts';
import { CONFIG_LIMITS } from './limits.ts';
import { isSafeName, toSafeName } from './names.ts';
import { DEFAULT_ARTICLES, NEUTRAL_CONFIG } from './neutral.ts';
import { paperOf } from './papers.ts';
import { BRAND_KEYS, type BrandKey, readBrand } from './read-brand.ts';
import { readLinks } from './read-links.ts';
import { readYaml } from './read-yaml.ts';
import type { Config, PaperName } from './types.ts';

const CONFIG_FILE = 'buletin.yaml';
/** A likely slip; it would otherwise be passed over in silence. */
const OTHER_NAME = 'buletin.yml';

type ConfigKey = BrandKey | 'paper' | 'language' | 'layout' | 'articles' | 'links' | 'rules';

/** Every key of `buletin.yaml` and its other names. */
export const CONFIG_KEYS: KeyNames<ConfigKey> = {
  ...BRAND_KEYS,
  paper: ['kertas'],
  language: ['bahasa'],
  layout: ['tataLetak'],
  articles: ['artikel'],
  links: ['tautan'],
  rules: ['aturan'],
};

/**
 * `buletin.yaml` of a workspace (an absolute folder); a neutral configuration when there is none. `undefined` when an
 * error was reported.
 */
export async function loadConfig(host: Host, workspace: string, reporter: Reporter): Promise<Config | undefined> {
  const found = createDiagnosticList();
  const config = await readConfig(host, workspace, found);
  for (const { code, place, data, related } of found.all) reporter.report(code, place, data, related);
  return found.hasErrors() ? undefined : config;
}

async function readConfig(host: Host, workspace: string, reporter: Reporter): Promise<Config | undefined> {
  if ((await host.kindOf(host.path.join(workspace, OTHER_NAME))) !== 'missing') {
    const place = { path: OTHER_NAME, line: 1, column: 1 };
    reporter.report('config/wrong-file-name', place, { found: OTHER_NAME });
  }
  const result = await host.readFile(host.path.join(workspace, CONFIG_FILE), CONFIG_LIMITS.fileKibibytes * 1024);
  if (result.kind === 'read') {
    const source = decodeText(CONFIG_FILE, result.bytes, CONFIG_LIMITS.fileKibibytes, reporter);
    return source === undefined ? undefined : readSource(source, reporter);
  }
  const place = { path: CONFIG_FILE, line: 1, column: 1 };
  const { reason } = result;
  switch (reason) {
    case 'missing':
      return NEUTRAL_CONFIG;
    case 'empty':
      return { ...NEUTRAL_CONFIG, source: createSourceFile(CONFIG_FILE, '') };
    case 'too-large': {
      const limit = CONFIG_LIMITS.fileKibibytes;
      reporter.report('file/too-large', place, { kibibytes: undefined, limit });
      return undefined;
    }
    case 'outside':
    case 'not-a-file':
    case 'unreadable':
      reporter.report('config/unreadable', place, { reason });
      return undefined;
    default:
      return assertNever(reason);
  }
}

function readSource(source: SourceFile, reporter: Reporter): Config | undefined {
  const mapping = readYaml(source, reporter);
  if (mapping === undefined) return undefined;
  const fields = readFields(mapping, CONFIG_KEYS, reporter);
  return {
    source,
    brand: readBrand((key) => fields.get(key), reporter),
    paper: readPaper(fields.get('paper'), reporter),
    language: readChoice<PageLanguage>(fields.get('language'), { id: 'id', en: 'en' }, reporter) ?? 'id',
    layout: readLayoutName(fields.get('layout'), reporter),
    articles: readPatterns(fields.get('articles'), reporter),
    rules: readRules(fields, reporter),
    links: readLinks(fields.get('links'), reporter),
  };
}

const PAPERS: Readonly<Record<PaperName, PaperName>> = { A3: 'A3', A4: 'A4', A5: 'A5', F4: 'F4' };

function readPaper(field: Field | undefined, reporter: Reporter): Config['paper'] {
  const name = readChoice(field, PAPERS, reporter);
  return name === undefined ? NEUTRAL_CONFIG.paper : paperOf(name);
}

function readLayoutName(field: Field | undefined, reporter: Reporter): string {
  const text = readLine(field, CONFIG_LIMITS.textLength, reporter);
  if (field === undefined || text === '') return NEUTRAL_CONFIG.layout;
  if (!isSafeName(text)) {
    const data = { key: field.key, value: text, proposal: toSafeName(text) };
    reporter.report('config/bad-name', field.value.place, data);
  }
  return text;
}

function readPatterns(field: Field | undefined, reporter: Reporter): readonly string[] {
  if (!isGiven(field)) return DEFAULT_ARTICLES;
  const limits = { limit: CONFIG_LIMITS.pathLength, items: CONFIG_LIMITS.patterns, split: false };
  const patterns = readList(field, limits, reporter);
  for (const { text: pattern, place } of patterns) {
    // `!` in front excludes.
    const path = pattern.replace(/^!/, '');
    if (path.includes('\\')) reporter.report('config/bad-pattern', place, { pattern, fault: 'backslash' });
    else if (/^[/~]|:/.test(path) || path.split('/').includes('..')) {
      reporter.report('config/bad-pattern', place, { pattern, fault: 'outside' });
    }
  }
  return patterns.length === 0 ? DEFAULT_ARTICLES : patterns.map(({ text }) => text);
}

const RULE_KEYS: KeyNames<'ai'> = { ai: [] };

function readRules(fields: Fields<ConfigKey>, reporter: Reporter): Config['rules'] {
  const field = fields.get('rules');
  if (!isGiven(field) || field.value.kind === 'faulty') return NEUTRAL_CONFIG.rules;
  if (field.value.kind !== 'mapping') {
    reporter.report('yaml/wrong-kind', field.value.place, {
      key: field.key,
      expected: ['mapping'],
      found: field.value.kind,
    });
    return NEUTRAL_CONFIG.rules;
  }
  const rules = readFields(field.value, RULE_KEYS, reporter);
  const choices = { required: true, optional: false, wajib: true, bebas: false };
  return { aiRequired: readChoice(rules.get('ai'), choices, reporter) ?? false };
}
