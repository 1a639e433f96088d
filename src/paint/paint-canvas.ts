import type { StyledElement } from '../document/types.ts';
import type { Page } from '../layout/types.ts';
import { hasBackground, paintBackground } from './background/paint-background.ts';
import { rectPath } from './box-paths.ts';
import { artifactOwner, type Brush } from './canvas.ts';

/**
 * The element whose background is that of the canvas: the root, or `body` where the root has none. It is not painted a
 * second time on its own box. CSS Backgrounds 3, section 2.11.
 */
export function canvasElement(root: StyledElement): StyledElement | undefined {
  if (hasBackground(root.style)) return root;
  const body = root.children.find((child) => child.kind === 'element' && child.name === 'body');
  return body?.kind === 'element' && hasBackground(body.style) ? body : undefined;
}

const NO_INSETS = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * The canvas fills the page area of every page. Its pictures are placed as on the root element, whoever they come from;
 * a root that goes on over pages is one box. Section 2.11.2.
 */
export function paintCanvas(brush: Brush, page: Page): void {
  const { canvas, sliceOf } = brush.state;
  if (canvas === undefined) return;
  const { area, flow } = page;
  const slice = flow === undefined ? undefined : sliceOf(flow);
  const root = flow?.rect ?? area;
  const background = paintBackground(brush, {
    element: canvas,
    owner: artifactOwner(brush),
    whole: slice === undefined ? root : { ...root, y: root.y - slice.before, height: slice.total },
    border: flow?.border ?? NO_INSETS,
    padding: flow?.padding ?? NO_INSETS,
    shapeOf: () => rectPath(area),
  });
  brush.layer.boxes.push(...background);
}
