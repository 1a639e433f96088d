import fc from 'fast-check';

/** Words of which some mean something to Markdown, HTML or Handlebars. */
const word = fc.constantFrom(
  ...'desa warga air jalan kantor pasar sawah sungai pelayanan kependudukan Rp200.250,75 2021 a—b "kutip" ‘satu’'.split(
    ' ',
  ),
  ...['&', '<b>', '{{title}}', '*', '_', '~5', '|', '[x]', '\\*', '&amp;', 'per\u00adpus', '1.', '#', '📞', 'é', '½'],
);
const words = (max: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: max }).map((list) => `kata ${list.join(' ')}`);

/** For a cell or an item: no character that ends it. */
const plain = fc.constantFrom('beras', 'gula pasir', 'tiga butir', 'Senin', '12', 'a & b');
const address = fc.constantFrom(
  'https://contoh.id/a',
  'https://contoh.id/b?c=1&d=2',
  'https://www.contoh.id',
  'mailto:a@contoh.id',
);
const picture = fc.constantFrom(
  '![Kotak hijau](../pictures/kotak.svg)',
  '![Dua petak](../pictures/petak.png "Takarir & petak")',
);

const span: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: words(6) },
  { weight: 1, arbitrary: plain.map((text) => `*${text}*`) },
  { weight: 1, arbitrary: plain.map((text) => `**${text}**`) },
  { weight: 1, arbitrary: plain.map((text) => `~~${text}~~`) },
  { weight: 1, arbitrary: plain.map((text) => `\`${text} {{x}}\``) },
  { weight: 1, arbitrary: fc.tuple(plain, address).map(([text, url]) => `[${text}](${url})`) },
  { weight: 1, arbitrary: fc.constant('<https://contoh.id/peta>') },
  { weight: 1, arbitrary: fc.constant('baris\\\nbaru') },
  { weight: 1, arbitrary: picture },
);
const paragraph = fc.array(span, { minLength: 1, maxLength: 8 }).map((spans) => spans.join(' '));

const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), words(5))
  .map(([level, text]) => `${'#'.repeat(level)} ${text}`);

const table = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 5 })).chain(([columns, rows]) => {
  const row = fc.array(
    fc.oneof(
      plain,
      fc.constant(''),
      plain.map((text) => `**${text}**`),
    ),
    {
      minLength: columns,
      maxLength: columns,
    },
  );
  const rule = fc.array(fc.constantFrom('---', ':--', '--:', ':-:'), { minLength: columns, maxLength: columns });
  const head = fc.array(plain, { minLength: columns, maxLength: columns });
  const print = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return fc
    .tuple(head, rule, fc.array(row, { minLength: rows, maxLength: rows }))
    .map(([first, second, rest]) => [first, second, ...rest].map(print).join('\n'));
});

const code = fc.array(plain, { minLength: 1, maxLength: 3 }).map((lines) => `\`\`\`\n${lines.join('\n')}\n\`\`\``);

const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : by + line))
    .join('\n');

const { block } = fc.letrec<{ block: string; list: string; quote: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: paragraph },
    { weight: 2, arbitrary: heading },
    { weight: 1, arbitrary: table },
    { weight: 1, arbitrary: code },
    { weight: 1, arbitrary: fc.constant('***') },
    { weight: 2, arbitrary: tie('list') },
    { weight: 1, arbitrary: tie('quote') },
  ),
  list: fc
    .tuple(
      fc.boolean(),
      fc.integer({ min: 1, max: 99 }),
      fc.boolean(),
      fc.array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
    )
    .map(([isOrdered, start, isLoose, items]) =>
      items
        .map((blocks, index) => {
          const marker = isOrdered ? `${start + index}. ` : '- ';
          return marker + indented(blocks.join('\n\n'), ' '.repeat(marker.length));
        })
        .join(isLoose ? '\n\n' : '\n'),
    ),
  quote: fc
    .array(tie('block'), { minLength: 1, maxLength: 3 })
    .map((blocks) => `> ${indented(blocks.join('\n\n'), '> ').replaceAll('\n\n', '\n>\n')}`),
}));

/** A small article: some blocks, nested where Markdown nests, without anything that the program refuses. */
export function markdownDocument(): fc.Arbitrary<string> {
  return fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => `Pembuka.\n\n${blocks.join('\n\n')}\n`);
}
