import type { StyledElement } from '../document/types.ts';
import type { Page } from '../layout/types.ts';
import { rectPath } from './box-paths.ts';
import { artifactOwner, type Brush } from './canvas.ts';

/**
 * The element whose background is that of the canvas: the root, or `body` where the root has none. It is not painted a
 * second time on its own box. CSS Backgrounds 3, section 2.11.
 */
export function canvasElement(root: StyledElement): StyledElement | undefined {
  if (root.style.backgroundColor.alpha > 0) return root;
  const body = root.children.find((child) => child.kind === 'element' && child.name === 'body');
  return body?.kind === 'element' && body.style.backgroundColor.alpha > 0 ? body : undefined;
}

/** The canvas fills the page area of every page. */
export function paintCanvas(brush: Brush, page: Page): void {
  const { canvas } = brush.state;
  if (canvas === undefined) return;
  const color = canvas.style.backgroundColor;
  const owner = artifactOwner(brush);
  brush.layer.boxes.push({ kind: 'fill', owner, path: rectPath(page.area), rule: 'nonzero', color });
}
