/**
 * Channel counts that scale a network without changing its design. The authors trained one width;
 * narrower copies have the same keys and serve as quick test material.
 */
export interface NetworkWidths {
  /** `ngf` of the authors' options: channels of the first adaptor layer and of the last generator block. */
  readonly base: number;
  /** Hidden channels of every SPADE modulation (`nhidden`). */
  readonly modulation: number;
  /** Channels of the features that are compared (output of `theta` and `phi`). netG has none of these. */
  readonly matching: number;
}

/** The widths of every published checkpoint. */
export const OFFICIAL_WIDTHS: NetworkWidths = { base: 64, modulation: 128, matching: 256 };
