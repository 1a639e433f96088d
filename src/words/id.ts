import type { DiagnosticData } from '../base/diagnostics.ts';
import { articleWords } from './id/article.ts';
import { assetWords } from './id/asset.ts';
import { buildWords } from './id/build.ts';
import { configWords } from './id/config.ts';
import { documentWords } from './id/document.ts';
import { fitWords } from './id/fit.ts';
import { layoutWords } from './id/layout.ts';
import { outputWords } from './id/output.ts';
import { proofWords } from './id/proof.ts';
import { templateWords } from './id/template.ts';
import { textWords } from './id/text.ts';
import type { DiagnosticWords } from './types.ts';

export const idWords: DiagnosticWords<DiagnosticData> = {
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
