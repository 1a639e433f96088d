import type { Color } from '../base/color.ts';
import type { Size } from '../base/geometry.ts';
import type { SourceFile } from '../base/source.ts';
import type { PageLanguage } from '../words/pages.ts';

export type PaperName = 'A3' | 'A4' | 'A5' | 'F4';

export interface Paper extends Size {
  readonly name: PaperName;
}

export type SocialNetwork = 'instagram' | 'facebook' | 'x' | 'youtube' | 'tiktok' | 'whatsapp';

/** An entry of the footer: the website first, then the handles in the order of the file. */
export interface Handle {
  readonly network: 'website' | SocialNetwork;
  /** What is printed: `pasuruan.go.id`, `pemkabpasuruan_`, `I LOVE PAS TV`. */
  readonly label: string;
  /** http or https. */
  readonly href: string;
}

export interface Brand {
  /** The government: "Pemerintah Kabupaten Pasuruan". */
  readonly organisation: string;
  /** "Dinas Komunikasi dan Informatika". */
  readonly office: string;
  /** The publication: "Buletin Kabupaten Pasuruan". */
  readonly name: string;
  readonly tagline: string;
  /** SVG or picture, relative to the workspace; without one the layout draws a monogram. */
  readonly logo: string | undefined;
  readonly colors: { readonly primary: Color; readonly accent: Color; readonly ink: Color; readonly muted: Color };
  readonly website: string | undefined;
  readonly contact: {
    readonly address: string;
    readonly telephone: string;
    readonly email: string;
    readonly complaints: string;
  };
  readonly handles: readonly Handle[];
}

export interface Config {
  /** `undefined` when the workspace has no `buletin.yaml`. */
  readonly source: SourceFile | undefined;
  readonly brand: Brand;
  readonly paper: Paper;
  readonly language: PageLanguage;
  readonly layout: string;
  /** Patterns of fast-glob, relative to the workspace. */
  readonly articles: readonly string[];
  readonly rules: { readonly aiRequired: boolean };
  readonly links: {
    /** Whether layouts print the numbered list of addresses. */
    readonly print: boolean;
    /** Slug of an article → the short address that its QR holds. */
    readonly short: Readonly<Record<string, string>>;
  };
}
