/** Size in pixels as it is stored, and whether a viewer must exchange the two. */
export interface StoredSize {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly turned: boolean;
}
