import { createHash } from 'node:crypto';

/** Numbers that look like chance and follow from the seed alone. */
export interface SeededRandom {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  pick<T>(values: readonly [T, ...T[]]): T;
}

/** SHA-256 of the seed starts a xorshift generator of 32 bits (Marsaglia 2003). */
export function createRandom(seed: string): SeededRandom {
  const digest = createHash('sha256').update(seed).digest();
  let state = digest.readUInt32LE(0) || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    pick: (values) => values[whole(0, values.length - 1)] ?? values[0],
  };
}
