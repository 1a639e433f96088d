/** Of an SVG file or an inline drawing. */
export const MAX_SVG_BYTES = 2 * 1024 * 1024;
export const MAX_NODES = 20_000;
export const MAX_DEPTH = 64;
/** Path commands of the whole drawing, copies by `use` included. */
export const MAX_COMMANDS = 200_000;
/** Names after names: `use` of `use`, `href` of gradients. */
export const MAX_REFERENCES = 8;
