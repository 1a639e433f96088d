import type { LayoutData } from '../../base/codes/layout.ts';
import type { DiagnosticWords } from '../types.ts';

export const layoutWords: DiagnosticWords<LayoutData> = {
  'layout/no-room': {
    message: (d) => `${d.what} is ${d.height} high and fits on no page (${d.available} available).`,
    hint: () => 'Make the content smaller or change the layout.',
  },
};
