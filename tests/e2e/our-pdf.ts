import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { encodePictures } from '../../src/asset/encode-pictures.ts';
import { createDiagnosticList } from '../../src/base/diagnostics.ts';
import type { PdfMetadata } from '../../src/output/types.ts';
import { writePdf } from '../../src/output/write-pdf.ts';
import { paintDocument } from '../../src/paint/paint-document.ts';
import type { OurPage } from './our-boxes.ts';

const METADATA: PdfMetadata = {
  title: 'Test page',
  author: 'Buletin',
  subject: 'Test page',
  keywords: [],
  creator: 'buletin',
  producer: 'buletin',
  createdAt: 1_614_574_800,
  modifiedAt: 1_614_574_800,
  source: undefined,
  publisher: 'Buletin',
  aiNotice: '',
};

export async function pdfOf({ paged, assets, diagnostics }: OurPage): Promise<Uint8Array> {
  if (paged === undefined) throw new Error(`No pages: ${JSON.stringify(diagnostics)}`);
  const reporter = createDiagnosticList();
  const list = paintDocument(paged, assets, reporter);
  const pictures = await encodePictures(list.pictures, assets, reporter);
  const input = { metadata: METADATA, fonts: assets.fonts, pictures: pictures ?? [] };
  const bytes = await writePdf(list, input, reporter);
  if (bytes === undefined) throw new Error(`No file: ${JSON.stringify(reporter.all)}`);
  return bytes;
}

/** Runs one of poppler's programs over a file; `undefined` when it is not installed. */
export function poppler(program: string, options: readonly string[], bytes: Uint8Array): Buffer | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'buletin-poppler-'));
  const file = path.join(folder, 'page.pdf');
  try {
    writeFileSync(file, bytes);
    return execFileSync(program, [...options, file, ...(program === 'pdftotext' ? ['-'] : [])], {
      maxBuffer: 256 * 1024 * 1024,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** For debugging: keeps a file beside the report. */
export function keep(name: string, bytes: Uint8Array): void {
  const folder = process.env.BULETIN_E2E_KEEP;
  if (folder !== undefined) writeFileSync(path.join(folder, name), bytes);
}
