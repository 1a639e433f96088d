// Child process: loads what `buletin build` loads, and does nothing.
await import('../dist/cli/main.js');
await import('../dist/cli/commands/build.js');
await Promise.all(['pdfkit', 'fontkit', 'qrcode', 'linebreak'].map((name) => import(name)));
