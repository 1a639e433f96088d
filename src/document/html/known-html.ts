const words = (text: string): readonly string[] => text.split(' ');

/** Elements of HTML that print, and our own two. `<svg>` brings its own, which are not looked at here. */
export const knownElements: readonly string[] = [
  ...words(
    'a abbr address article aside b base bdi bdo blockquote body br caption cite code col colgroup data dd del dfn',
  ),
  ...words('div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 head header hgroup hr html i img ins kbd'),
  ...words('kawung-motif li link main mark menu meta nav ol p pre q qr-code rp rt ruby s samp search section small'),
  ...words('span strong style sub sup svg table tbody td tfoot th thead time title tr u ul var wbr'),
];

/** Programs, other documents, moving pictures and forms: nothing of them can be on paper. */
export const refusedElements: ReadonlySet<string> = new Set([
  ...words('applet audio button canvas datalist details dialog embed fieldset form frame frameset iframe input'),
  ...words('label legend map marquee meter noscript object optgroup option output param picture portal progress'),
  ...words('script select slot source summary template textarea track video'),
]);

export const knownElementSet: ReadonlySet<string> = new Set(knownElements);

/** Attributes that every element may have; so may `aria-*` and `data-*`. */
const GLOBAL_ATTRIBUTES: ReadonlySet<string> = new Set(words('class dir hidden id lang role style title translate'));

const OWN_ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    a: 'href hreflang rel target',
    base: 'href target',
    blockquote: 'cite',
    col: 'span',
    colgroup: 'span',
    data: 'value',
    del: 'cite datetime',
    html: 'xmlns',
    img: 'alt height src width',
    ins: 'cite datetime',
    'kawung-motif': 'accent alt primary seed',
    li: 'value',
    link: 'href media rel type',
    meta: 'charset content http-equiv name property',
    ol: 'reversed start type',
    q: 'cite',
    'qr-code': 'alt value',
    style: 'media type',
    td: 'colspan headers rowspan',
    th: 'abbr colspan headers rowspan scope',
    time: 'datetime',
  }).map(([element, attributes]): [string, ReadonlySet<string>] => [element, new Set(words(attributes))]),
);

export const ownAttributes: readonly (readonly [string, readonly string[]])[] = [...OWN_ATTRIBUTES].map(
  ([element, attributes]) => [element, [...attributes]],
);

/** `on…` never: scripts do not run. */
export function isKnownAttribute(element: string, attribute: string): boolean {
  if (attribute.startsWith('aria-') || attribute.startsWith('data-')) return true;
  return GLOBAL_ATTRIBUTES.has(attribute) || OWN_ATTRIBUTES.get(element)?.has(attribute) === true;
}
