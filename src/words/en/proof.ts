import type { ProofData } from '../../base/codes/proof.ts';
import type { DiagnosticWords } from '../types.ts';

export const proofWords: DiagnosticWords<ProofData> = {
  'proof/word-missing': {
    message: (d) => `The word "${d.word}" (${d.context}) is not in the finished PDF.`,
    hint: () => 'The PDF was not kept. Tell the maintainers of the program.',
  },
};
