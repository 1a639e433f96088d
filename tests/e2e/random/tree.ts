/** `property`, `value`. */
export type Declaration = readonly [string, string];

export interface TreeText {
  readonly kind: 'text';
  readonly text: string;
}

export interface TreeElement {
  readonly kind: 'element';
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly style: readonly Declaration[];
  /** Of `::before`, `::after`, `::marker`, `::first-letter`. */
  readonly pseudo: Readonly<Record<string, readonly Declaration[]>>;
  readonly children: readonly TreeNode[];
}

export type TreeNode = TreeText | TreeElement;

/** A random page. */
export interface Tree {
  readonly seed: number;
  /** To be shown with one device pixel a CSS pixel, in which the browser counts (`vertical-align: super`). */
  readonly isCoarse: boolean;
  readonly body: TreeElement;
}

export const text = (value: string): TreeText => ({ kind: 'text', text: value });

const VOID = new Set(['br', 'img', 'wbr', 'hr', 'col']);

/** The page with its style sheet: each element has a class of its own. */
export function partsOf(tree: Tree): { readonly css: string; readonly body: string } {
  const rules: string[] = [];
  let next = 0;
  const rule = (selector: string, declarations: readonly Declaration[]): void => {
    if (declarations.length === 0) return;
    rules.push(`${selector} { ${declarations.map(([name, value]) => `${name}: ${value}`).join('; ')} }`);
  };
  const write = (node: TreeNode): string => {
    if (node.kind === 'text') return escapeHtml(node.text);
    const name = `n${next++}`;
    rule(`.${name}`, node.style);
    for (const [pseudo, declarations] of Object.entries(node.pseudo)) rule(`.${name}${pseudo}`, declarations);
    const isStyled = node.style.length > 0 || Object.keys(node.pseudo).length > 0;
    const attributes = { ...node.attributes, ...(isStyled ? { class: name } : {}) };
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
    const open = `<${node.tag}${written.join('')}>`;
    return VOID.has(node.tag) ? open : `${open}${node.children.map(write).join('')}</${node.tag}>`;
  };
  rule('body', tree.body.style);
  const body = tree.body.children.map(write).join('');
  return { css: rules.join('\n'), body };
}

export function pageOf(tree: Tree): string {
  const { css, body } = partsOf(tree);
  const scale = tree.isCoarse ? '\n    <meta name="scale" content="1">' : '';
  return `<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8">
    <title>Tree ${tree.seed}</title>${scale}
    <style>
${css.replace(/^/gm, '      ')}
    </style>
  </head>
<body>${body}</body>
</html>
`;
}

const escapeHtml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\u00ad', '&shy;');

export const elementsIn = (node: TreeNode): number =>
  node.kind === 'text' ? 0 : 1 + node.children.reduce((sum, child) => sum + elementsIn(child), 0);
