// `npm start`: builds the program if need be, then renders the sample workspace, which is this folder.
import { build } from './build.mjs';

await build();
process.argv.splice(2, 0, 'build');
await import('../bin/buletin.js');
