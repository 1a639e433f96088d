import type { PictureRequest } from '../asset/types.ts';
import type { Rect } from '../base/geometry.ts';
import type { Brush } from './canvas.ts';

/** The part of the whole picture that is seen. */
export function cropOf(object: Rect, visible: Rect): Rect {
  return {
    x: share(visible.x - object.x, object.width),
    y: share(visible.y - object.y, object.height),
    width: share(visible.width, object.width),
    height: share(visible.height, object.height),
  };
}

/** Rounding in the layout must not make two requests of one. */
const share = (part: number, whole: number): number => Math.round(Math.min(1, Math.max(0, part / whole)) * 1e6) / 1e6;

/** The same part of the same picture at the same size is asked for once. */
export function requestPicture(brush: Brush, request: PictureRequest): number {
  const { key, width, height, crop } = request;
  const rounded = [width, height].map((value) => Math.round(value * 100));
  const id = [key, ...rounded, crop.x, crop.y, crop.width, crop.height].join(' ');
  const known = brush.state.pictureKeys.get(id);
  if (known !== undefined) return known;
  const index = brush.state.pictures.length;
  brush.state.pictures.push(request);
  brush.state.pictureKeys.set(id, index);
  return index;
}
