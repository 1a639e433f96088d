import type { Reporter } from '../base/diagnostics.ts';
import { type Field, isGiven, type KeyNames, readChoice, readFields, readLine } from '../config/fields.ts';
import { ARTICLE_LIMITS } from './limits.ts';
import type { AiUse } from './types.ts';

/** The keys of the long form and their Indonesian names. */
export const AI_KEYS: KeyNames<keyof AiUse> = {
  use: ['pemakaian'],
  model: [],
  reviewedBy: ['peninjau'],
};

const USES: Readonly<Record<string, AiUse['use']>> = {
  none: 'none',
  assisted: 'assisted',
  extractive: 'extractive',
  false: 'none',
  true: 'assisted',
  tidak: 'none',
  ya: 'assisted',
  tanpa: 'none',
  dibantu: 'assisted',
  kutipan: 'extractive',
};

/** `ai: assisted`, or `{ use, model, reviewedBy }`. `undefined` when it is not given or wrong. */
export function readAi(field: Field | undefined, reporter: Reporter): AiUse | undefined {
  if (!isGiven(field)) return undefined;
  if (field.value.kind !== 'mapping') {
    const use = readChoice(field, USES, reporter);
    return use === undefined ? undefined : { use, model: '', reviewedBy: '' };
  }
  const fields = readFields(field.value, AI_KEYS, reporter);
  const model = readLine(fields.get('model'), ARTICLE_LIMITS.aiModel, reporter);
  const reviewedBy = readLine(fields.get('reviewedBy'), ARTICLE_LIMITS.aiReviewer, reporter);
  const useField = fields.get('use');
  const usePlace = useField?.keyPlace ?? field.value.place;
  if (!isGiven(useField)) {
    const data = { key: 'use', value: '', choices: Object.keys(USES), nearest: undefined };
    reporter.report('yaml/not-a-choice', usePlace, data);
    return undefined;
  }
  const use = readChoice(useField, USES, reporter);
  return use === undefined ? undefined : { use, model, reviewedBy };
}
