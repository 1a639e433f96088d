// Runs inside the browser. Gives the border boxes of all elements and the lines of their text, and says which
// declarations of the page's own style sheet change any of them.
(() => {
  const isShown = (element) => getComputedStyle(element).display !== 'none';

  /** Elements in document order as the layout sees them: nothing that is not displayed, nothing inside a picture. */
  function elements(root = document.documentElement, found = []) {
    if (!isShown(root)) return found;
    found.push(root);
    if (root.localName === 'svg') return found;
    for (const child of root.children) elements(child, found);
    return found;
  }

  const plain = (rect) => [rect.left, rect.top, rect.width, rect.height];

  /** Rectangles of the text that stands directly in an element; preserved spaces at the end of a line do not count. */
  function textRects(element) {
    const rects = [];
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const range = document.createRange();
      const words = [...node.data.matchAll(/[^ \t\n]+/g)].flatMap((match) => {
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        return [...range.getClientRects()];
      });
      range.selectNodeContents(node);
      if (getComputedStyle(element).whiteSpace !== 'pre-wrap') {
        for (const rect of range.getClientRects()) if (rect.width > 0) rects.push(plain(rect));
        continue;
      }
      for (const rect of range.getClientRects()) {
        const onLine = words.filter((word) => Math.abs(word.top - rect.top) < 1);
        if (onLine.length === 0) continue;
        const right = Math.min(rect.right, Math.max(...onLine.map((word) => word.right)));
        if (right > rect.left) rects.push([rect.left, rect.top, right - rect.left, rect.height]);
      }
    }
    return rects;
  }

  function measure() {
    return elements().map((element) => ({
      name: element.localName,
      id: element.id,
      className: typeof element.className === 'string' ? element.className : '',
      box: plain(element.getBoundingClientRect()),
      texts: textRects(element),
    }));
  }

  const rulesOf = (list) =>
    [...list].flatMap((rule) =>
      rule instanceof CSSStyleRule ? [rule] : rule.cssRules === undefined ? [] : rulesOf(rule.cssRules),
    );

  /** The value as it was written where the browser keeps it in parts. */
  const written = (style, property) =>
    (/^(white-space-collapse|text-wrap-mode)$/.test(property) && style.getPropertyValue('white-space')) ||
    style.getPropertyValue(property);

  const ownSheet = () => [...document.styleSheets].find((one) => one.ownerNode?.id !== 'harness');
  const ownRules = () => (ownSheet() === undefined ? [] : rulesOf(ownSheet().cssRules));

  /** Every declared longhand with its value, and whether a box moves when it is taken away. */
  function mutate() {
    const before = JSON.stringify(measure());
    const found = [];
    for (const rule of ownRules()) {
      const { style } = rule;
      for (const property of [...style]) {
        const value = written(style, property);
        const text = style.cssText;
        style.removeProperty(property);
        found.push({ property, value, selector: rule.selectorText, matters: JSON.stringify(measure()) !== before });
        style.cssText = text;
      }
    }
    return found;
  }

  const declared = () =>
    ownRules().flatMap((rule) =>
      [...rule.style].map((property) => ({ rule, property, value: written(rule.style, property) })),
    );

  const declarations = () =>
    declared().map(({ rule, property, value }) => ({ property, value, selector: rule.selectorText }));

  let undo = () => {};
  let all;

  /** Takes away declaration `index` of the page as it was; the one before comes back. */
  function without(index) {
    undo();
    all ??= declared();
    const { rule, property } = all[index];
    const text = rule.style.cssText;
    rule.style.removeProperty(property);
    undo = () => {
      rule.style.cssText = text;
    };
  }

  globalThis.harness = { measure, mutate, declarations, without };
})();
