/** Bytes of the longest pickle that is read; CoCosNet's take 40 kB. */
export const LONGEST_PICKLE = 16 * 1024 * 1024
