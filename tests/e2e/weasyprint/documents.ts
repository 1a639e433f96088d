import type { TestDocument } from './document.ts';
import { boxDocuments } from './documents/boxes.ts';
import { breakDocuments } from './documents/breaks.ts';
import { columnDocuments } from './documents/columns.ts';
import { floatDocuments } from './documents/floats.ts';
import { footnoteDocuments } from './documents/footnotes.ts';
import { lineDocuments } from './documents/lines.ts';
import { marginBoxDocuments } from './documents/margin-boxes.ts';
import { namedPageDocuments } from './documents/named-pages.ts';
import { runningDocuments } from './documents/running.ts';
import { seriesDocuments } from './documents/series.ts';
import { stringDocuments } from './documents/strings.ts';
import { tableDocuments } from './documents/tables.ts';

export const documents: readonly TestDocument[] = [
  ...breakDocuments,
  ...lineDocuments,
  ...marginBoxDocuments,
  ...runningDocuments,
  ...stringDocuments,
  ...tableDocuments,
  ...boxDocuments,
  ...namedPageDocuments,
  ...columnDocuments,
  ...floatDocuments,
  ...footnoteDocuments,
  ...seriesDocuments,
];
