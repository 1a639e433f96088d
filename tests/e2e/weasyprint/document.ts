/** A document of several pages for both engines. Each word of its flow stands in it once. */
export interface TestDocument {
  readonly name: string;
  readonly html: string;
}

/** Makes words that no other of the document is like. */
export interface Writer {
  /** `w1 w2 w3`. */
  readonly words: (count: number) => string;
  /** Lines of one word each. */
  readonly lines: (count: number) => string;
  /** A paragraph of so many lines. */
  readonly p: (count: number, attributes?: string) => string;
}

/** The page area takes 18 letters and 10 lines; no margins, no padding but those that a document gives. */
const BASE_CSS = `
@page { size: 320px 200px; margin: 40px; }
html { font: 12px/12px Square; }
body { margin: 0; orphans: 1; widows: 1; }
p, h1, h2, h3, h4, ul, ol, li, dl, dd, figure, blockquote, table, td, th { margin: 0; padding: 0; font: inherit; text-align: left; }
h1, h2, h3, h4, ul, ol { break-before: auto; break-after: auto; break-inside: auto; }
`;

export function testDocument(name: string, css: string, body: (writer: Writer) => string): TestDocument {
  let count = 0;
  const words = (many: number, separator = ' '): string =>
    Array.from({ length: many }, () => `w${++count}`).join(separator);
  const lines = (many: number): string => words(many, '<br>');
  const p = (many: number, attributes = ''): string =>
    `<p${attributes === '' ? '' : ` ${attributes}`}>${lines(many)}</p>`;
  const content = body({ words, lines, p });
  return {
    name,
    html: `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>${name}</title>
<style>${BASE_CSS}${css}</style>
</head>
<body>
${content}
</body>
</html>
`,
  };
}
