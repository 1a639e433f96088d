import type { ProofData } from '../../base/codes/proof.ts';
import type { DiagnosticWords } from '../types.ts';

export const proofWords: DiagnosticWords<ProofData> = {
  'proof/word-missing': {
    message: (d) => `Kata "${d.word}" (${d.context}) tidak ada di PDF yang jadi.`,
    hint: () => 'PDF ini tidak disimpan. Laporkan kepada pengelola program.',
  },
};
