/** Bounds of the configuration and of all YAML that Buletin reads. What passes one is an error that names it. */
export const CONFIG_LIMITS = {
  /** `buletin.yaml`, in KiB. */
  fileKibibytes: 64,
  /** Mappings and lists inside each other, in any YAML. */
  yamlDepth: 8,
  /** A name, office, tagline or contact, in UTF-16 units. */
  textLength: 200,
  /** A web address, in UTF-16 units. The QR code has a smaller bound of its own, which depends on its printed size. */
  addressLength: 2000,
  /** The path of a file, in UTF-16 units. */
  pathLength: 500,
  /** A slug or the name of a layout, in UTF-16 units. */
  nameLength: 80,
  /** Patterns under `articles`. */
  patterns: 50,
  /** Entries of `links.short`. */
  shortLinks: 2000,
} as const;
