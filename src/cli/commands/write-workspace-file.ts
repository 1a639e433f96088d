import { createDiagnosticList } from '../../base/diagnostics.ts';
import { type ReportContext, reportDiagnostics } from '../report.ts';

/** Writes a text below the workspace, `relative` with `/`; false after the reason was printed. */
export async function writeWorkspaceFile(relative: string, text: string, context: ReportContext): Promise<boolean> {
  const { host, workspace } = context;
  const file = host.path.join(workspace, ...relative.split('/'));
  const result = await host.writeFile(file, new TextEncoder().encode(text));
  if (result.kind === 'written') return true;
  const diagnostics = createDiagnosticList();
  diagnostics.report('build/write-failed', undefined, { file: relative, reason: result.reason, detail: result.detail });
  await reportDiagnostics(diagnostics.all, context);
  return false;
}
