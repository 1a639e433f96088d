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

  /** Rectangles of the text that stands directly in an element. */
  function textRects(element) {
    const rects = [];
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) if (rect.width > 0) rects.push(plain(rect));
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

  /** Every declared longhand with its value, and whether a box moves when it is taken away. */
  function mutate() {
    const sheet = [...document.styleSheets].find((one) => one.ownerNode?.id !== 'harness');
    const before = JSON.stringify(measure());
    const found = [];
    for (const rule of sheet === undefined ? [] : rulesOf(sheet.cssRules)) {
      const { style } = rule;
      for (const property of [...style]) {
        const value = style.getPropertyValue(property);
        const text = style.cssText;
        style.removeProperty(property);
        found.push({ property, value, selector: rule.selectorText, matters: JSON.stringify(measure()) !== before });
        style.cssText = text;
      }
    }
    return found;
  }

  globalThis.harness = { measure, mutate };
})();
