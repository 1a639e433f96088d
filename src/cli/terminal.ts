import process from 'node:process';
import { createColors } from 'picocolors';

/** Where messages and data go, and what the terminal can show. */
export interface Terminal {
  /** Data: standard output. */
  readonly out: (text: string) => void;
  /** Progress and messages: standard error. */
  readonly err: (text: string) => void;
  /** Whether standard error is a terminal: then a line may be drawn over. */
  readonly isInteractive: boolean;
  readonly colors: ReturnType<typeof createColors>;
}

/** https://no-color.org; no colour and no animation off a terminal. */
export function openTerminal(): Terminal {
  const isInteractive = process.stderr.isTTY === true && process.env.TERM !== 'dumb';
  const colors = createColors(isInteractive && (process.env.NO_COLOR ?? '') === '');
  const write = (stream: NodeJS.WriteStream) => {
    let isGone = false;
    // A reader that has gone away (`| head`) is no reason to leave the work half done.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      isGone = true;
    });
    return (text: string) => {
      if (!isGone) stream.write(text);
    };
  };
  return { out: write(process.stdout), err: write(process.stderr), isInteractive, colors };
}

/** Control and bidi characters of file names and titles cannot steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
