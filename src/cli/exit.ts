/** 0 good; 1 an article failed, or a warning with `--strict`; 2 usage or configuration; 3 a fault of the program. */
export const EXIT = { good: 0, failed: 1, usage: 2, bug: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
