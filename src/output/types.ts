import type { EncodedPicture, FontCatalogue } from '../asset/types.ts';

/** Document information; the XMP packet says the same. */
export interface PdfMetadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** `buletin 0.1.0`. */
  readonly creator: string;
  readonly producer: string;
  /** Seconds since 1970; printed with the offset +07:00. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** The original story: dc:source. */
  readonly source: string | undefined;
  /** Free statements that go into the packet as dc:rights, dc:publisher and so on. */
  readonly publisher: string;
  /** The AI notice as text, empty when there is none. */
  readonly aiNotice: string;
}

export interface PdfInput {
  readonly metadata: PdfMetadata;
  readonly fonts: FontCatalogue;
  /** In the order of `DisplayList.pictures`. */
  readonly pictures: readonly EncodedPicture[];
}
