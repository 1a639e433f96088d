import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRuleIndex, matchRules } from '../../../src/document/css/cascade/rule-index.ts';
import { compileSelector } from '../../../src/document/css/selectors/compile-selector.ts';
import type { MatchElement } from '../../../src/document/css/selectors/match-tree.ts';
import { createMatchTree } from '../../../src/document/css/selectors/match-tree.ts';
import { readStylesheet } from '../../../src/document/css/sheet/read-stylesheet.ts';
import type { ElementNode, StyledNode } from '../../../src/document/types.ts';
import { styledFromHtml } from '../../support/styled.ts';

/** The ids of the elements that a selector selects. */
function selected(html: string, selector: string): readonly string[] {
  const { root } = styledFromHtml(html, `${selector} { order: 1 }`);
  const ids: string[] = [];
  const walk = (node: StyledNode): void => {
    if (node.kind !== 'element') return;
    if (node.style.order === 1) ids.push(node.attributes.id ?? node.name);
    node.children.forEach(walk);
  };
  walk(root);
  return ids;
}

describe('selectors', () => {
  const html =
    '<div id="a" class="k"><p id="b">t</p><p id="c" class="k l" lang="id" title="Satu dua"><b id="d"></b></p><a id="e" href="https://x.id">t</a></div>';

  it.each([
    ['p', ['b', 'c']],
    ['P.k', ['c']],
    ['.k.l', ['c']],
    ['#b, #d', ['b', 'd']],
    ['div b', ['d']],
    ['div > b', []],
    ['p + p', ['c']],
    ['p ~ a', ['e']],
    ['[lang]', ['c']],
    ['[title~=dua]', ['c']],
    ['[title^="satu" i]', ['c']],
    ['[title*=" d"]', ['c']],
    ['div > :first-child', ['b']],
    ['div > :last-child', ['e']],
    ['p:last-of-type', ['c']],
    ['p:nth-child(2n)', ['c']],
    ['div > :nth-last-child(3)', ['b']],
    ['div > :nth-child(1 of .k)', ['c']],
    ['b:only-child', ['d']],
    ['b:empty', ['d']],
    [':link', ['e']],
    ['div > :not(p)', ['e']],
    [':is(p, a):not(.k)', ['b', 'e']],
    ['p:has(> b)', ['c']],
    [':lang(id) > b', ['d']],
    [':root', ['html']],
    ['body > *', ['a']],
    ['p /* which */ .none, /* a */ p.k', ['c']],
  ])('%s', (selector, ids) => {
    expect(selected(html, selector)).toEqual(ids);
  });
});

const names = ['p', 'b', 'div'];
const classes = ['k', 'l'];

function treeOf(depth: number): fc.Arbitrary<ElementNode> {
  return fc
    .record({
      name: fc.constantFrom(...names),
      class: fc.subarray(classes),
      id: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
      children: depth === 0 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 3 }),
    })
    .map((made) => ({
      kind: 'element',
      name: made.name,
      attributes: { class: made.class.join(' '), ...(made.id === undefined ? {} : { id: made.id }) },
      children: made.children,
      place: undefined,
    }));
}

const compound = fc
  .tuple(
    fc.constantFrom('', '*', ...names),
    fc.subarray(['.k', '.l', '#x', ':first-child', ':not(.k)', ':nth-child(2)']),
  )
  .map(([name, parts]) => (name === '' && parts.length === 0 ? '*' : name + parts.join('')));

const complex = fc
  .tuple(compound, fc.array(fc.tuple(fc.constantFrom(' ', ' > ', ' + ', ' ~ '), compound), { maxLength: 2 }))
  .map(([first, rest]) => first + rest.map(([combinator, part]) => combinator + part).join(''));

describe('the index of rules', () => {
  it('finds what each selector finds by itself', () => {
    const sheetOf = (text: string): ReturnType<typeof readStylesheet> =>
      readStylesheet({ text, placeAt: () => ({ path: '', line: 1, column: 1 }) });
    fc.assert(
      fc.property(treeOf(3), fc.array(complex, { minLength: 1, maxLength: 6 }), (node, selectors) => {
        const index = createRuleIndex(sheetOf(''), [
          sheetOf(selectors.map((one) => `${one} { --s: "${one}" }`).join('\n')),
        ]);
        const compiled = selectors.map((one) => compileSelector(one));
        const check = (element: MatchElement): void => {
          const found = matchRules(index.elements, element).map((rank) => {
            const value = index.rules[rank]?.declarations.custom[0]?.values?.[0];
            return value?.kind === 'string' ? value.value : '';
          });
          const expected = selectors.filter((_, at) => compiled[at]?.(element) === true);
          expect([...found].sort()).toEqual([...expected].sort());
          for (const child of element.children) if (child.kind === 'match') check(child);
        };
        check(createMatchTree(node));
      }),
      { numRuns: 200 },
    );
  });
});
