import { exerciseFont, loadFontLibrary } from './fontkit-face.ts';

/**
 * Whether a font can be opened and used. To be run in a process of its own under a time limit: a font can be made so
 * that this never ends.
 */
export async function tryFont(bytes: Uint8Array): Promise<'good' | 'bad'> {
  const library = await loadFontLibrary();
  try {
    exerciseFont(library, bytes);
    return 'good';
  } catch {
    return 'bad';
  }
}
