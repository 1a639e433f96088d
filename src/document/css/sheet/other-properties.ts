/**
 * Properties of CSS that are outside the subset: their message says so instead of guessing at a misspelling.
 * Vendor prefixes count too.
 */
const OTHERS: ReadonlySet<string> = new Set(
  [
    'accent-color all anchor-name animation animation-delay animation-direction animation-duration',
    'animation-fill-mode animation-iteration-count animation-name animation-play-state animation-timing-function',
    'appearance aspect-ratio backdrop-filter backface-visibility background-attachment background-blend-mode',
    'background-position-x background-position-y baseline-shift bleed bookmark-label bookmark-level bookmark-state',
    'border-block-color border-block-end border-block-end-color border-block-end-style border-block-end-width',
    'border-block-start border-block-start-color border-block-start-style border-block-start-width',
    'border-block-style border-block-width border-end-end-radius border-end-start-radius border-image',
    'border-image-outset border-image-repeat border-image-slice border-image-source border-image-width',
    'border-inline-color border-inline-end border-inline-end-color border-inline-end-style border-inline-end-width',
    'border-inline-start border-inline-start-color border-inline-start-style border-inline-start-width',
    'border-inline-style border-inline-width border-start-end-radius border-start-start-radius box-decoration-break',
    'caret-color clip clip-path clip-rule color-adjust color-interpolation color-scheme contain',
    'contain-intrinsic-size container container-name container-type content-visibility cursor direction',
    'dominant-baseline empty-cells fill fill-opacity fill-rule filter float-reference font-language-override',
    'font-optical-sizing font-palette font-size-adjust font-stretch font-synthesis font-synthesis-small-caps',
    'font-synthesis-style font-synthesis-weight font-variant-alternates font-variant-east-asian font-variant-emoji',
    'font-variant-position font-variation-settings font-width footnote-display forced-color-adjust',
    'grid grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column grid-column-end grid-column-start',
    'grid-gap grid-row grid-row-end grid-row-start grid-template grid-template-areas grid-template-columns',
    'grid-template-rows hanging-punctuation',
    'hyphenate-limit-zone image-orientation image-rendering image-resolution',
    'initial-letter-align interpolate-size isolation justify-items justify-self line-break line-clamp',
    'line-height-step list-style-image margin-break margin-trim marker marker-end marker-mid marker-start marks',
    'mask mask-border mask-clip mask-composite mask-image mask-mode mask-origin mask-position mask-repeat mask-size',
    'mask-type mix-blend-mode object-view-box offset offset-anchor offset-distance offset-path offset-position',
    'offset-rotate outline outline-color outline-offset outline-style outline-width overflow-anchor overflow-block',
    'overflow-clip-margin overflow-inline overflow-x overflow-y overscroll-behavior paint-order perspective',
    'perspective-origin place-items place-self pointer-events print-color-adjust quotes resize rotate ruby-align',
    'ruby-position scale scroll-behavior scroll-margin scroll-padding scroll-snap-align scroll-snap-type',
    'scrollbar-color scrollbar-gutter scrollbar-width shape-image-threshold shape-margin shape-outside',
    'shape-rendering stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-miterlimit',
    'stroke-opacity stroke-width tab-size text-align-all text-anchor text-autospace text-box',
    'text-box-edge text-box-trim text-combine-upright text-decoration-skip text-emphasis text-emphasis-color',
    'text-emphasis-position text-emphasis-style text-justify text-orientation text-overflow text-rendering',
    'text-shadow text-size-adjust text-spacing text-spacing-trim text-underline-position text-wrap-mode',
    'text-wrap-style touch-action transform transform-box transform-origin transform-style transition',
    'transition-behavior transition-delay transition-duration transition-property transition-timing-function',
    'translate unicode-bidi user-select vector-effect view-transition-name white-space-collapse will-change',
    'word-break word-space-transform word-spacing writing-mode zoom',
  ].flatMap((line) => line.split(' ')),
);

export function isOtherProperty(name: string): boolean {
  return OTHERS.has(name) || /^-(?:webkit|moz|ms|o|ah|prince|pdf|weasy)-/.test(name);
}
