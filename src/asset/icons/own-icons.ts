/** Icons that are nobody's brand, drawn on the grid of the others: 24 units, lines of 1.8. */
export const OWN_ICONS: Readonly<Record<string, string>> = {
  globe: outline(
    '<circle cx="12" cy="12" r="10.2"/>' +
      '<ellipse cx="12" cy="12" rx="4.4" ry="10.2"/>' +
      '<path d="M1.8 12H22.2M3.4 6.6H20.6M3.4 17.4H20.6"/>',
  ),
  phone: outline(
    '<path d="M5.2 2.2h3.3a1.2 1.2 0 0 1 1.2 1l.7 3.7a1.2 1.2 0 0 1-.4 1.1L7.9 9.8a15.5 15.5 0 0 0 6.3 6.3l1.8-2.1a1.2 1.2 0 0 1 1.1-.4l3.7.7a1.2 1.2 0 0 1 1 1.2v3.3a2.6 2.6 0 0 1-2.8 2.6C10.6 20.8 3.2 13.4 2.6 5A2.6 2.6 0 0 1 5.2 2.2z"/>',
  ),
  mail: outline('<rect x="1.6" y="4" width="20.8" height="16" rx="2.4"/><path d="M2.4 6l9.6 7.6L21.6 6"/>'),
};

function outline(shapes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${shapes}</svg>`;
}
