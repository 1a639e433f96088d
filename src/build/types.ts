import type { Diagnostic } from '../base/diagnostics.ts';
import type { PaperName } from '../config/types.ts';

export interface BuildOptions {
  /** Absolute. */
  readonly workspace: string;
  /** Absolute. */
  readonly outputFolder: string;
  /** Relative to the workspace; empty: those of the configuration. */
  readonly patterns: readonly string[];
  readonly layout: string | undefined;
  readonly paper: PaperName | undefined;
  readonly drafts: boolean;
  readonly merge: boolean;
  readonly verify: boolean;
  /** Removes what earlier builds made and no present article makes. */
  readonly clean: boolean;
  /** False: everything is checked and nothing is written (`check`). */
  readonly write: boolean;
  /** `buletin 0.1.0`. */
  readonly program: string;
}

export interface WrittenFile {
  /** Relative to the output folder, with `/`. */
  readonly output: string;
  /** Relative to the workspace, with `/`. */
  readonly source: string;
  readonly pages: number;
  readonly bytes: number;
}

/** A fault of the program while it made one article. */
export interface Crash {
  /** Relative to the workspace. */
  readonly source: string;
  /** With the stack, for whoever repairs it. */
  readonly detail: string;
}

export interface BuildResult {
  /** `bad-configuration`: nothing was tried. */
  readonly status: 'done' | 'bad-configuration';
  readonly diagnostics: readonly Diagnostic[];
  readonly written: readonly WrittenFile[];
  readonly merged: WrittenFile | undefined;
  /** Articles that made nothing, relative to the workspace. */
  readonly failed: readonly string[];
  /** Some of `failed`, through no fault of the article. */
  readonly crashed: readonly Crash[];
  /** Drafts that were left out. */
  readonly drafts: readonly string[];
  /** Relative to the output folder: made earlier, made by no article now. */
  readonly stale: readonly string[];
  readonly removed: readonly string[];
}

/** Called after each article. */
export type Progress = (step: {
  readonly done: number;
  readonly total: number;
  readonly source: string;
  /** `undefined`: the article made nothing. */
  readonly written: WrittenFile | undefined;
}) => void;
