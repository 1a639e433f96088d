import type { Border } from '../../document/types.ts';
import type { Fragment } from '../types.ts';

/**
 * Whether nothing of a page's flow would be seen but rules between what stands on other pages. The background of the root element and of the body does not make a
 * page: it covers whatever pages there are.
 */
export function isBlank(root: Fragment): boolean {
  if (drawsContent(root)) return false;
  return root.children.every((child) => (child.element.name === 'body' ? isBlank(child) : !draws(child)));
}

function draws(fragment: Fragment): boolean {
  return drawsContent(fragment) || drawsBox(fragment) || fragment.children.some((child) => draws(child));
}

function drawsContent({ lines, atoms, content, waiting }: Fragment): boolean {
  if (content !== undefined || atoms.length > 0 || waiting !== undefined) return true;
  return lines.some((line) => line.items.length > 0);
}

function drawsBox({ element, rect, border, anonymous }: Fragment): boolean {
  if (anonymous || element.name === 'hr' || element.style.visibility === 'hidden' || rect.width <= 0) return false;
  const { style } = element;
  const shows = (width: number, { color }: Border): boolean => width > 0 && color.alpha > 0;
  const hasBorder =
    shows(border.top, style.border.top) ||
    shows(border.bottom, style.border.bottom) ||
    (rect.height > 0 && (shows(border.left, style.border.left) || shows(border.right, style.border.right)));
  return hasBorder || (rect.height > 0 && style.backgroundColor.alpha > 0);
}
