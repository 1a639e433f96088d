import type { Tree, TreeElement, TreeNode } from './tree.ts';

/** Every tree with one thing less, the largest cuts first. */
function* smaller(tree: Tree): Generator<Tree> {
  for (const body of smallerElements(tree.body)) yield { ...tree, body };
}

function* smallerElements(element: TreeElement): Generator<TreeElement> {
  const withChildren = (children: readonly TreeNode[]): TreeElement => ({ ...element, children });
  const { children } = element;
  for (const [i, child] of children.entries()) {
    const before = children.slice(0, i);
    const after = children.slice(i + 1);
    // A row without cells and a table without rows are other matters.
    if (!/^(table|tbody|thead|tfoot|tr)$/.test(element.tag) || children.length > 1)
      yield withChildren([...before, ...after]);
    if (child.kind === 'element' && child.children.length > 0 && !/^(t|caption)/.test(child.tag)) {
      yield withChildren([...before, ...child.children, ...after]);
    }
  }
  for (const [i, child] of children.entries()) {
    const replace = (other: TreeNode): TreeElement =>
      withChildren([...children.slice(0, i), other, ...children.slice(i + 1)]);
    if (child.kind === 'text') for (const text of smallerTexts(child.text)) yield replace({ kind: 'text', text });
    else for (const other of smallerElements(child)) yield replace(other);
  }
  if (element.tag !== 'body') {
    for (const i of element.style.keys()) yield { ...element, style: element.style.filter((_, at) => at !== i) };
  }
  for (const name of Object.keys(element.attributes)) {
    if (name === 'src' || name === 'alt') continue;
    yield { ...element, attributes: without(element.attributes, name) };
  }
  for (const [name, declarations] of Object.entries(element.pseudo)) {
    yield { ...element, pseudo: without(element.pseudo, name) };
    for (const i of declarations.keys()) {
      yield { ...element, pseudo: { ...element.pseudo, [name]: declarations.filter((_, at) => at !== i) } };
    }
  }
  if (element.tag !== 'div' && /^(section|article|main|blockquote|figure|h\d|p)$/.test(element.tag)) {
    yield { ...element, tag: 'div' };
  }
  if (/^(b|em|i|small|q|u)$/.test(element.tag)) yield { ...element, tag: 'span' };
}

function* smallerTexts(text: string): Generator<string> {
  const words = text.split(/(\s+)/);
  if (words.length > 1) {
    yield words.slice(0, Math.floor(words.length / 2)).join('');
    yield words.slice(Math.floor(words.length / 2)).join('');
  }
  if (text.length > 1) yield text.slice(0, -1);
  if (/[^a ]/.test(text)) yield text.replace(/[^a\s]/g, 'a');
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

/** What the generator never makes tells of nothing: items out of their list, small capitals of a font without them. */
function isWithinRules(element: TreeElement, parent: string): boolean {
  const style = new Map(element.style);
  if (element.tag === 'li' && parent !== 'ul' && parent !== 'ol') return false;
  if (style.has('font-variant-caps') && !(style.has('font-family') && style.has('font-style'))) return false;
  const isInline =
    /^(span|b|em|i|small|q|u|sub|sup)$/.test(element.tag) && !/^(inline-|table|block)/.test(style.get('display') ?? '');
  const isOut = style.has('float') || style.get('position') === 'absolute';
  if (isInline && !isOut && element.children.some(isBlock)) return false;
  return element.children.every((child) => child.kind === 'text' || isWithinRules(child, element.tag));
}

const isBlock = (node: TreeNode): boolean =>
  node.kind === 'element' && /^(div|p|blockquote|section|article|main|figure|h\d|ul|ol|table)$/.test(node.tag);

const MOST_TRIES = 1500;

/** The smallest tree found that is still wrong. */
export async function shrink(tree: Tree, isWrong: (tree: Tree) => Promise<boolean>): Promise<Tree> {
  let best = tree;
  let tries = 0;
  for (let found = true; found; ) {
    found = false;
    for (const candidate of smaller(best)) {
      tries += 1;
      if (tries > MOST_TRIES) return best;
      if (!isWithinRules(candidate.body, '') || !(await isWrong(candidate))) continue;
      best = candidate;
      found = true;
      break;
    }
  }
  return best;
}
