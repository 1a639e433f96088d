import type { ConfigData } from '../../base/codes/config.ts';
import type { DiagnosticWords } from '../types.ts';

export const configWords: DiagnosticWords<ConfigData> = {
  'config/unknown-key': {
    message: (d) => `Unknown key "${d.key}".`,
    hint: (d) => (d.nearest === undefined ? 'Remove this line.' : `Did you mean "${d.nearest}"?`),
  },
};
