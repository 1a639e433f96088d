import type { QrSymbol } from '../asset/types.ts';

/**
 * The dark modules as one path in module units, y downwards: each horizontal run of modules is one rectangle, and the
 * same run in following rows makes it taller. Rectangles do not overlap, so any fill rule gives the same.
 */
export function qrPath(symbol: QrSymbol): string {
  const { modules, dark } = symbol;
  const rectangles: string[] = [];
  let open = new Map<string, { x: number; y: number; width: number; height: number }>();
  const close = (rect: { x: number; y: number; width: number; height: number }): void => {
    rectangles.push(`${rect.x} ${rect.y} ${rect.width} ${rect.height} re`);
  };
  for (let row = 0; row < modules; row += 1) {
    const next: typeof open = new Map();
    for (let column = 0; column < modules; column += 1) {
      if (dark[row * modules + column] !== 1) continue;
      const from = column;
      while (column + 1 < modules && dark[row * modules + column + 1] === 1) column += 1;
      const key = `${from}-${column}`;
      const above = open.get(key);
      if (above === undefined) {
        next.set(key, { x: from, y: row, width: column - from + 1, height: 1 });
      } else {
        open.delete(key);
        above.height += 1;
        next.set(key, above);
      }
    }
    for (const rect of open.values()) close(rect);
    open = next;
  }
  for (const rect of open.values()) close(rect);
  return rectangles.join('\n');
}
