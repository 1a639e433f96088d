#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Buletin memerlukan Node.js 20.19 atau lebih baru; yang terpasang ${process.versions.node}.`);
  console.error(`Buletin needs Node.js 20.19 or later; this is ${process.versions.node}.`);
  process.exit(2);
}
const { main } = await import('../dist/cli/main.js').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes('main.js')) throw error;
  console.error('Program belum disusun. Jalankan sekali di folder program: npm run build');
  console.error('The program is not built yet. Run once in its folder: npm run build');
  process.exit(2);
});
process.exitCode = await main(process.argv.slice(2));
