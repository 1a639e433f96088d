import type { DiagnosticList } from '../base/diagnostics.ts';
import { writePdf } from '../output/write-pdf.ts';
import { joinDisplayLists } from '../paint/join-display-lists.ts';
import type { DrawnDocument, RenderContext } from '../render.ts';
import type { Ledger } from './ledger.ts';
import type { BuildOptions, WrittenFile } from './types.ts';

/** The file that `--merge` writes, relative to the output folder. */
const MERGED_NAME = 'buletin-gabungan.pdf';
/** Stands for all articles in the record. */
export const MERGED_SOURCE = '*';

/** Keeps every drawn document until all are there. */
export interface MergeCollector {
  add(drawn: DrawnDocument): void;
  /** `undefined` when there is nothing to merge, or after an error was reported. */
  write(
    run: { readonly options: BuildOptions; readonly render: RenderContext; readonly ledger: Ledger | undefined },
    diagnostics: DiagnosticList,
  ): Promise<WrittenFile | undefined>;
}

/** Each bulletin was laid out by itself; here the display lists and tag trees are joined (contract 9). */
export function openMerge(): MergeCollector {
  const drawn: DrawnDocument[] = [];
  return {
    add: (document) => drawn.push(document),
    async write({ options, render, ledger }, diagnostics) {
      const first = drawn[0];
      if (first === undefined || ledger === undefined) return undefined;
      const { brand, language } = render.config;
      const list = joinDisplayLists(
        drawn.map((document) => document.list),
        { title: brand.name, lang: language },
      );
      const metadata = {
        title: brand.name,
        author: brand.office || brand.organisation || brand.name,
        subject: brand.name,
        keywords: [],
        creator: options.program,
        producer: options.program,
        createdAt: Math.max(...drawn.map((document) => document.createdAt)),
        modifiedAt: Math.max(...drawn.map((document) => document.createdAt)),
        source: undefined,
        publisher: brand.organisation || brand.name,
        aiNotice: '',
      };
      const pictures = drawn.flatMap((document) => document.pictures);
      const bytes = await writePdf(list, { metadata, fonts: render.fonts, pictures }, diagnostics);
      if (bytes === undefined) return undefined;
      if (!(await ledger.write(MERGED_NAME, MERGED_SOURCE, bytes, diagnostics))) return undefined;
      return { output: MERGED_NAME, source: MERGED_SOURCE, pages: list.pages.length, bytes: bytes.length };
    },
  };
}
