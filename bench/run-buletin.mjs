// Child process: Buletin makes the articles of a workspace, one process, one thread. Prints figures as JSON.

import { runBuild } from '../dist/build/run-build.js';
import { createNodeHost } from '../dist/cli/node-host.js';

const [workspace, outputFolder, verify] = process.argv.slice(2);
const started = performance.now();
const cpu = process.cpuUsage();
const result = await runBuild(
  {
    workspace,
    outputFolder,
    patterns: [],
    layout: undefined,
    paper: undefined,
    drafts: false,
    merge: false,
    verify: verify === 'verify',
    clean: false,
    write: true,
    program: 'buletin',
  },
  createNodeHost(),
  () => undefined,
);
const used = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    made: result.written.length,
    problems: result.diagnostics.filter((d) => d.severity === 'error').slice(0, 3),
    wallMs: performance.now() - started,
    cpuMs: (used.user + used.system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
