/**
 * The two parts of css-tree that are used. Its main entry also loads the data of its own value checker, which takes
 * start-up time and which the property table replaces.
 */
declare module 'css-tree/parser' {
  import type { CssNode, ParseOptions } from 'css-tree';

  const parse: (text: string, options?: ParseOptions) => CssNode;
  // biome-ignore lint/style/noDefaultExport: the package has no other name for it.
  export default parse;
}

declare module 'css-tree/tokenizer' {
  export { tokenize } from 'css-tree';
  export const Ident: number;
  export const Hash: number;
  export const BadString: number;
  export const Url: number;
  export const BadUrl: number;
  export const Percentage: number;
  export const Dimension: number;
  export const WhiteSpace: number;
  export const LeftSquareBracket: number;
  export const RightSquareBracket: number;
  export const LeftParenthesis: number;
  export const RightParenthesis: number;
  export const LeftCurlyBracket: number;
  export const RightCurlyBracket: number;
  export const Comment: number;
  const functionToken: number;
  const stringToken: number;
  const numberToken: number;

  export { functionToken as Function, numberToken as Number, stringToken as String };
}
