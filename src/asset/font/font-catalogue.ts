import type { FontCatalogue, FontFace, FontId } from '../types.ts';

export interface CatalogueInput {
  /** Earlier faces win over later ones of the same family, weight and style. */
  readonly faces: readonly FontFace[];
  /** CSS generic family → family. */
  readonly generics: Readonly<Record<string, string>>;
  /** Families to try after the named ones, in this order. */
  readonly fallbacks: readonly string[];
}

type Style = 'normal' | 'italic';

/**
 * Chains are made once for each (families, weight, style), and are the same array each time: caches may key on them.
 * Throws when there is no face at all.
 */
export function createFontCatalogue(input: CatalogueInput): FontCatalogue {
  const families = new Map<string, FontFace[]>();
  const byId = new Map<FontId, FontFace>();
  for (const face of input.faces) {
    const key = familyKey(face.family);
    const known = families.get(key) ?? [];
    if (known.some((other) => other.weight === face.weight && other.style === face.style)) continue;
    if (byId.has(face.id)) throw new Error(`Two fonts have the id ${face.id}.`);
    byId.set(face.id, face);
    families.set(key, [...known, face]);
  }
  if (byId.size === 0) throw new Error('The catalogue has no font.');
  const generics = new Map(
    Object.entries(input.generics).map(([name, family]) => [familyKey(name), familyKey(family)]),
  );
  const facesOf = (family: string): readonly FontFace[] | undefined => {
    const key = familyKey(family);
    return families.get(key) ?? families.get(generics.get(key) ?? '');
  };
  const chains = new Map<string, readonly FontFace[]>();
  const build = (names: readonly string[], weight: number, style: Style): readonly FontFace[] => {
    const order = [...names, ...input.fallbacks, ...families.keys()];
    const chain = new Set<FontFace>();
    for (const name of order) {
      const faces = facesOf(name);
      if (faces !== undefined) chain.add(matchFace(faces, weight, style));
    }
    return [...chain];
  };
  return {
    chain(names, weight, style) {
      const key = `${weight} ${style} ${names.join('\0')}`;
      const known = chains.get(key);
      if (known !== undefined) return known;
      const chain = build(names, weight, style);
      chains.set(key, chain);
      return chain;
    },
    face(id) {
      const face = byId.get(id);
      if (face === undefined) throw new Error(`No font has the id ${id}.`);
      return face;
    },
    hasFamily: (family) => facesOf(family) !== undefined,
  };
}

/** CSS Fonts 4, section 5.1: names are compared without case. */
function familyKey(family: string): string {
  return family.trim().toLowerCase();
}

/** CSS Fonts 4, section 5.2, for faces that differ in style and weight. `faces` is not empty. */
function matchFace(faces: readonly FontFace[], weight: number, style: Style): FontFace {
  const styled = faces.filter((face) => face.style === style);
  const candidates = styled.length > 0 ? styled : faces;
  let best = candidates[0]!;
  for (const face of candidates) {
    if (weightRank(face.weight, weight) < weightRank(best.weight, weight)) best = face;
  }
  return best;
}

/** The lower, the earlier the weight is tried. Weights are at most 1000. */
function weightRank(weight: number, wanted: number): number {
  if (weight === wanted) return 0;
  const distance = Math.abs(weight - wanted);
  if (wanted >= 400 && wanted <= 500) {
    if (weight > wanted && weight <= 500) return distance;
    return weight < wanted ? 1000 + distance : 2000 + distance;
  }
  const isFirstSide = wanted < 400 ? weight < wanted : weight > wanted;
  return (isFirstSide ? 0 : 1000) + distance;
}
