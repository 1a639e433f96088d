/** The languages that messages are written in. */
export type MessageLanguage = 'id' | 'en';

/** For each code: what happened and why, and what to do now. */
export type DiagnosticWords<D> = {
  readonly [C in keyof D]: {
    readonly message: (data: D[C]) => string;
    readonly hint: (data: D[C]) => string;
  };
};
