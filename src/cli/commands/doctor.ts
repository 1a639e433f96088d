import { mkdir, rm, writeFile } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import process from 'node:process';
import { encodePictures } from '../../asset/encode-pictures.ts';
import { loadFonts } from '../../asset/font/load-fonts.ts';
import { createDiagnosticList, type DiagnosticList } from '../../base/diagnostics.ts';
import { loadConfig } from '../../config/load-config.ts';
import { loadProof } from '../../proof/prove-pdf.ts';
import { loadLayout } from '../../template/load-layout.ts';
import type { DoctorKey } from '../../words/cli.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { type ReportContext, reportDiagnostics } from '../report.ts';

interface Check {
  readonly key: DoctorKey;
  /** What was found, when it is good; throws or reports an error when it is not. */
  readonly look: (diagnostics: DiagnosticList) => Promise<string>;
}

/** `buletin doctor`: tries every part that a build needs and says what each is. */
export async function doctorCommand(context: ReportContext, program: string): Promise<ExitCode> {
  const { terminal, words } = context;
  let good = true;
  for (const { key, look } of checksOf(context, program)) {
    const diagnostics = createDiagnosticList();
    let found: string;
    try {
      found = await look(diagnostics);
    } catch (error) {
      found = error instanceof Error ? error.message : String(error);
      good = false;
      terminal.out(`${terminal.colors.red('✗')} ${words.doctor[key]}: ${found}\n`);
      continue;
    }
    const failed = diagnostics.hasErrors();
    good &&= !failed;
    terminal.out(`${failed ? terminal.colors.red('✗') : terminal.colors.green('✓')} ${words.doctor[key]}: ${found}\n`);
    await reportDiagnostics(diagnostics.all, context);
  }
  terminal.err(`${good ? words.doctorGood : words.doctorBad}\n`);
  return good ? EXIT.good : EXIT.failed;
}

function checksOf({ host, workspace }: ReportContext, program: string): readonly Check[] {
  const output = host.path.join(workspace, 'output');
  return [
    { key: 'program', look: async () => `${program} (${host.programFolder})` },
    { key: 'node', look: async () => `${process.version} ${process.platform} ${process.arch}` },
    { key: 'memory', look: async () => `${mib(freemem())} / ${mib(totalmem())}` },
    {
      key: 'workspace',
      look: async (diagnostics) => {
        const config = await loadConfig(host, workspace, diagnostics);
        return config === undefined ? workspace : `${workspace} (${config.brand.name}, ${config.paper.name})`;
      },
    },
    {
      key: 'output',
      look: async () => {
        const probe = host.path.join(output, `.buletin-probe-${process.pid}`);
        const made = await mkdir(output, { recursive: true });
        await writeFile(probe, '');
        await rm(probe);
        if (made !== undefined) await rm(made, { recursive: true });
        return output;
      },
    },
    {
      key: 'fonts',
      look: async (diagnostics) => {
        const fonts = await loadFonts(host, workspace, diagnostics);
        const faces = fonts.chain(['Source Serif 4', 'Plus Jakarta Sans'], 400, 'normal');
        return faces
          .slice(0, 2)
          .map((face) => face.id)
          .join(', ');
      },
    },
    {
      key: 'layout',
      look: async (diagnostics) => {
        const layout = await loadLayout('bulletin', { host, workspace }, diagnostics);
        return layout === undefined ? 'bulletin' : `${layout.settings.name} (${layout.settings.papers.join(', ')})`;
      },
    },
    { key: 'pictures', look: (diagnostics) => tryPicture(diagnostics) },
    {
      key: 'proof',
      look: async () => {
        await loadProof(host);
        return 'PDFium, ZXing';
      },
    },
  ];

  async function tryPicture(diagnostics: DiagnosticList): Promise<string> {
    const pixel = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
    const request = {
      key: 'pixel',
      // In points: 300 dots per inch.
      width: 0.24,
      height: 0.24,
      crop: { x: 0, y: 0, width: 1, height: 1 },
      name: 'pixel.gif',
      place: undefined,
    };
    const assets = {
      fonts: await loadFonts(host, workspace, diagnostics),
      replaced: new Map(),
      backgrounds: new Map(),
      pictureBytes: new Map([['pixel', new Uint8Array(pixel)]]),
    };
    await encodePictures([request], assets, diagnostics);
    return 'sharp';
  }
}

function mib(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}
