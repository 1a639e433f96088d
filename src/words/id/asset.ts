import type { AssetData } from '../../base/codes/asset.ts';
import type { DiagnosticWords } from '../types.ts';

export const assetWords: DiagnosticWords<AssetData> = {
  'asset/picture-missing': {
    message: (d) => `Gambar "${d.path}" tidak ditemukan.`,
    hint: () => 'Periksa nama berkasnya; jalurnya dihitung dari folder berkas artikel.',
  },
};
