import type { AssetData } from '../../base/codes/asset.ts';
import type { DiagnosticWords } from '../types.ts';

export const assetWords: DiagnosticWords<AssetData> = {
  'asset/picture-missing': {
    message: (d) => `The picture "${d.path}" was not found.`,
    hint: () => 'Check the file name; the path is counted from the folder of the article file.',
  },
};
