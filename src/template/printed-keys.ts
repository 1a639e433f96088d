import type { MetaKey } from '../article/types.ts';
import type { Layout } from './types.ts';

/** Field of the template context → the key of the front matter that it shows. */
const KEY_OF_FIELD: Readonly<Record<string, MetaKey>> = {
  author: 'author',
  category: 'category',
  correction: 'correction',
  date: 'date',
  dateText: 'date',
  editor: 'editor',
  'image.caption': 'imageCaption',
  'image.credit': 'imageCredit',
  notice: 'ai',
  summary: 'summary',
  until: 'until',
  updated: 'updated',
};

/** The keys of the front matter whose values a layout prints. Title and dateline (in `body`) belong to every layout. */
export function printedKeys(layout: Layout): readonly MetaKey[] {
  const keys = layout.marks.map((mark) => KEY_OF_FIELD[mark.field]).filter((key) => key !== undefined);
  return [...new Set<MetaKey>(['title', 'place', ...keys])];
}

/** How much of the text a layout prints. One that prints none of it is expected to print all. */
export const printedText = ({ prints }: Layout): 'whole' | 'lead' =>
  prints.has('lead') && !prints.has('body') ? 'lead' : 'whole';
