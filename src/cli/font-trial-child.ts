import process from 'node:process';
import { tryFont } from '../asset/font/try-font.ts';
import { TRIAL_BAD, TRIAL_GOOD } from './font-trial.ts';

/** The child process of a trial: a font file comes on stdin, the verdict is the exit code. */
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
process.exitCode = (await tryFont(new Uint8Array(Buffer.concat(chunks)))) === 'good' ? TRIAL_GOOD : TRIAL_BAD;
