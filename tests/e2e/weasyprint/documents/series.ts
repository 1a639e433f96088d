import { type TestDocument, testDocument, type Writer } from '../document.ts';

const SEEDS = Array.from({ length: 24 }, (_, i) => i + 1);

/** Numbers below `limit` that follow from the seed alone: the generator of Lehmer, as Park and Miller set it. */
function numbersFrom(seed: number): (limit: number) => number {
  let state = (seed * 7919) % 2147483647;
  return (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
}

/** What stands between paragraphs, each as often as its place in the list says. */
const PARTS = ['p', 'p', 'p', 'p', 'heading', 'heading', 'list', 'kept', 'box', 'table', 'forced', 'quote'] as const;

function part(writer: Writer, below: (limit: number) => number): string {
  const { p, words, lines } = writer;
  const kind = PARTS[below(PARTS.length)] ?? 'p';
  const items = (most: number): number[] => Array.from({ length: 2 + below(3) }, () => 1 + below(most));
  switch (kind) {
    case 'p':
      return p(1 + below(9));
    case 'heading':
      return `<h2>${words(1)}</h2>${p(2 + below(4))}`;
    case 'list':
      return `<ul>${items(3)
        .map((count) => `<li>${lines(count)}</li>`)
        .join('')}</ul>`;
    case 'kept':
      return `<div class="kept">${p(1 + below(3))}${p(1 + below(4))}</div>`;
    case 'box':
      return `<div class="box">${p(1 + below(6))}${p(1 + below(4))}</div>`;
    case 'table':
      return `<table>${items(3)
        .map((count) => `<tr><td>${lines(count)}</td><td>${words(1)}</td></tr>`)
        .join('')}</table>`;
    case 'quote':
      return `<blockquote>${p(2 + below(4))}</blockquote>`;
    default:
      return p(1 + below(4), below(2) === 0 ? 'class="new"' : 'class="end"');
  }
}

function series(seed: number): TestDocument {
  const below = numbersFrom(seed);
  const [orphans, widows, gap, height] = [1 + below(3), 1 + below(3), 3 * below(4), 12 * (9 + below(9))];
  const css = `
@page { size: 320px ${height + 80}px; @bottom-right { content: counter(page) " / " counter(pages) } }
body { orphans: ${orphans}; widows: ${widows} }
p, ul, table { margin: 0 0 ${gap}px }
h2 { break-after: avoid; margin: ${6 + gap}px 0 6px }
ul { padding-left: 36px }
.kept { break-inside: avoid }
.box { padding: ${below(7)}px 0; border: ${below(3)}px solid; margin: 6px 0 }
.new { break-before: page }
.end { break-after: page }
table { border-spacing: 0; width: 100% } tr { break-inside: avoid } td { width: 50%; vertical-align: top }
blockquote { margin: 12px 0 12px 24px }`;
  return testDocument(`series-${seed}`, css, (writer) =>
    Array.from({ length: 12 + below(8) }, () => part(writer, below)).join(''),
  );
}

/** Documents that grow from a seed: none was chosen. */
export const seriesDocuments: readonly TestDocument[] = SEEDS.map(series);
