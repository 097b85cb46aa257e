/** Sizes offered for a new document, in pixels; all are multiples of 32. */
export const documentSizes = [
  { width: 256, height: 256 },
  { width: 384, height: 256 },
  { width: 512, height: 256 },
  { width: 512, height: 384 },
  { width: 512, height: 512 },
  { width: 768, height: 512 },
  { width: 1024, height: 512 },
  { width: 1024, height: 1024 },
] as const
