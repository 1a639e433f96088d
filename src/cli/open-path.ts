import { spawn } from 'node:child_process';
import process from 'node:process';

/** Shows a file or folder with the program that this machine has for it; says nothing when there is none. */
export function openPath(path: string): Promise<void> {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['explorer.exe', path]
      : process.platform === 'darwin'
        ? ['open', path]
        : ['xdg-open', path];
  return new Promise((resolve) => {
    const child = spawn(command ?? '', args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve());
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
