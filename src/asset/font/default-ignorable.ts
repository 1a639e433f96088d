/** Unicode, Default_Ignorable_Code_Point: characters that show nothing when a font has no glyph for them. */
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;

export function isDefaultIgnorable(codePoint: number): boolean {
  if (codePoint < 0xad) return false;
  if (codePoint < 0x300) return codePoint === 0xad;
  return IGNORABLE.test(String.fromCodePoint(codePoint));
}
