/** A text as a double-quoted YAML value (YAML 1.2.2, section 7.3.1) on one line; reads back as the same text. */
export function quoteYaml(text: string): string {
  const escaped = text.replace(/[\\"\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]/gu, (character) => {
    const short = SHORT[character];
    if (short !== undefined) return short;
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}

const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\t': '\\t' };
