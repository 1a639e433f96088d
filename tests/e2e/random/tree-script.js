// Runs inside the browser, after ../browser-script.js: shows one random tree after the other in the same page.
(() => {
  const sheet = document.createElement('style');
  document.head.append(sheet);

  /** A font that is only asked for when a tree uses it would come too late. */
  const ready = () => Promise.all([...document.fonts].map((font) => font.load())).then(() => true);

  /** The boxes of a tree, which stays where it is for `matters`. */
  async function show(css, body) {
    sheet.textContent = css;
    document.body.innerHTML = body;
    await Promise.all([...document.images].map((image) => image.decode()));
    return harness.measure();
  }

  /** Which of the named properties move a box when all their declarations are taken away. */
  function matters(names) {
    const before = JSON.stringify(harness.measure());
    const rules = [...sheet.sheet.cssRules];
    return names.filter((name) => {
      const kept = rules.map(({ style }) => style.cssText);
      for (const { style } of rules) style.removeProperty(name);
      const after = JSON.stringify(harness.measure());
      for (const [i, { style }] of rules.entries()) style.cssText = kept[i];
      return after !== before;
    });
  }

  globalThis.trees = { ready, show, matters };
})();
