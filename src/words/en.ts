import type { DiagnosticData } from '../base/diagnostics.ts';
import { articleWords } from './en/article.ts';
import { assetWords } from './en/asset.ts';
import { buildWords } from './en/build.ts';
import { configWords } from './en/config.ts';
import { documentWords } from './en/document.ts';
import { fitWords } from './en/fit.ts';
import { layoutWords } from './en/layout.ts';
import { outputWords } from './en/output.ts';
import { proofWords } from './en/proof.ts';
import { templateWords } from './en/template.ts';
import { textWords } from './en/text.ts';
import type { DiagnosticWords } from './types.ts';

export const enWords: DiagnosticWords<DiagnosticData> = {
  ...articleWords,
  ...assetWords,
  ...buildWords,
  ...configWords,
  ...documentWords,
  ...fitWords,
  ...layoutWords,
  ...outputWords,
  ...proofWords,
  ...templateWords,
  ...textWords,
};
