import type { StyledElement } from '../document/types.ts';

/**
 * The opacity that an absolutely positioned box has from elements around it that are inside its containing block: its
 * fragment stands in that block, past the groups that these elements make. Asked for positioned boxes alone.
 */
export function createOuterFades(root: StyledElement): (element: StyledElement, block: StyledElement) => number {
  let parents: ReadonlyMap<number, StyledElement> | undefined;
  return (element, block) => {
    parents ??= parentsIn(root);
    let opacity = 1;
    for (let at = parents.get(element.id); at !== undefined && at.id !== block.id; at = parents.get(at.id)) {
      opacity *= at.style.opacity;
    }
    return opacity;
  };
}

function parentsIn(root: StyledElement): ReadonlyMap<number, StyledElement> {
  const parents = new Map<number, StyledElement>();
  const walk = (element: StyledElement): void => {
    for (const child of element.children) {
      if (child.kind !== 'element') continue;
      parents.set(child.id, element);
      walk(child);
    }
  };
  walk(root);
  return parents;
}
