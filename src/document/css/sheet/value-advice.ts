import type { ValueAdvice } from '../../../base/codes/document.ts';
import type { ComponentValue, Values } from '../values/component-values.ts';
import { splitAt } from '../values/component-values.ts';

/** What to do instead of a value of CSS that is left out with intent; `undefined` for any other. */
export function adviceFor(property: string, values: Values | undefined): ValueAdvice | undefined {
  if (values === undefined) return undefined;
  const [first] = values;
  const name = first?.kind === 'ident' || first?.kind === 'function' ? first.name : '';
  if (some(values, (value) => value.kind === 'dimension' && WINDOW_UNIT.test(value.unit))) return 'window-unit';
  switch (property) {
    case 'position':
      if (name === 'fixed') return 'fixed';
      return name === 'sticky' ? 'sticky' : undefined;
    case 'display':
      if (name === 'contents') return 'contents';
      return some(values, (value) => value.kind === 'ident' && /grid/.test(value.name)) ? 'grid' : undefined;
    case 'overflow':
      return name === 'scroll' || name === 'auto' || name === 'clip' ? 'scroll' : undefined;
    case 'box-shadow':
      return splitAt(values, ',').some(hasBlur) ? 'blur' : undefined;
    case 'background':
    case 'background-image':
      return some(values, isOtherGradient) ? 'gradient' : undefined;
    case 'content':
      return some(values, isPicture) ? 'generated-picture' : undefined;
    default:
      return undefined;
  }
}

/** CSS Values 4, section 6.1.2, and the units of containers. */
const WINDOW_UNIT = /^(?:[sld]?v(?:w|h|i|b|min|max)|cq(?:w|h|i|b|min|max))$/;

/** The third length. */
function hasBlur(shadow: Values): boolean {
  const blur = shadow.filter((value) => value.kind === 'dimension' || value.kind === 'number')[2];
  return blur !== undefined && !('value' in blur && blur.value === 0);
}

const isOtherGradient = (value: ComponentValue): boolean =>
  value.kind === 'function' && /(?:radial|conic)-gradient$/.test(value.name);

const isPicture = (value: ComponentValue): boolean =>
  value.kind === 'url' || (value.kind === 'function' && (value.name === 'url' || /gradient$|^image/.test(value.name)));

function some(values: Values, is: (value: ComponentValue) => boolean): boolean {
  return values.some(
    (value) =>
      is(value) ||
      (value.kind === 'function' && some(value.args, is)) ||
      (value.kind === 'block' && some(value.children, is)),
  );
}
