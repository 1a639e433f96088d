export interface BoundedCache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** Keeps what was used last, up to a number of entries and a total weight, so that memory stays flat in any run. */
export function createBoundedCache<T>(
  maxEntries: number,
  maxWeight = Number.POSITIVE_INFINITY,
  weigh: (value: T) => number = () => 0,
): BoundedCache<T> {
  const entries = new Map<string, T>();
  let weight = 0;
  const drop = (key: string): void => {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    weight -= weigh(value);
  };
  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      drop(key);
      if (weigh(value) > maxWeight) return;
      entries.set(key, value);
      weight += weigh(value);
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries && weight <= maxWeight) break;
        drop(oldest);
      }
    },
  };
}
