/** Of a picture file. A print of the full width of A4 at 300 dpi needs 2,480 pixels. */
export const MAX_PICTURE_BYTES = 20 * 1024 * 1024;
export const MAX_PICTURE_PIXELS = 50_000_000;
export const MAX_PICTURE_SIDE = 20_000;

/** Pictures are scaled down to this at their printed size, never up. */
export const PRINT_DPI = 300;
/** Below this at the printed size a picture looks blurred. */
export const MIN_DPI = 150;
