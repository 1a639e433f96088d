import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { MessageLanguage } from '../words/types.ts';

/** The language of this machine: Indonesian where it says so, English elsewhere. */
export function machineLanguage(): MessageLanguage {
  const named = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  const locale = named === '' || process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : named;
  return /^(id|in)([-_.]|$)/i.test(locale) ? 'id' : 'en';
}

/**
 * `language:` of the workspace, looked up before the configuration is really read, so that even its own faults are told
 * in the right language.
 */
export async function configuredLanguage(workspace: string): Promise<MessageLanguage | undefined> {
  const text = await readFile(path.join(workspace, 'buletin.yaml'), 'utf8').catch(() => '');
  const value = /^(?:language|bahasa)[ \t]*:[ \t]*["']?(id|en)\b/m.exec(text)?.[1];
  return value === 'id' || value === 'en' ? value : undefined;
}
