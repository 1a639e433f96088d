import type { Color } from '../base/color.ts';
import { paperOf } from './papers.ts';
import type { Brand, Config } from './types.ts';

const grey = (level: number): Color => ({ r: level / 255, g: level / 255, b: level / 255, alpha: 1 });

/** The brand of a workspace that has none: no government, colours that go with any coat of arms. */
export const NEUTRAL_BRAND: Brand = {
  organisation: '',
  office: '',
  name: 'Buletin',
  tagline: '',
  logo: undefined,
  colors: {
    primary: { r: 31 / 255, g: 58 / 255, b: 95 / 255, alpha: 1 },
    accent: { r: 138 / 255, g: 75 / 255, b: 8 / 255, alpha: 1 },
    ink: grey(26),
    muted: grey(89),
  },
  website: undefined,
  contact: { address: '', telephone: '', email: '', complaints: '' },
  handles: [],
};

export const DEFAULT_ARTICLES: readonly string[] = ['articles/**/*.md'];

/** What holds without a `buletin.yaml`. */
export const NEUTRAL_CONFIG: Config = {
  source: undefined,
  brand: NEUTRAL_BRAND,
  paper: paperOf('A4'),
  language: 'id',
  layout: 'bulletin',
  articles: DEFAULT_ARTICLES,
  rules: { aiRequired: false },
  links: { print: true, short: {} },
};
