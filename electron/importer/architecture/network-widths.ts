/**
 * Channel counts that scale a network without changing its design. The authors trained one width;
 * narrower copies have the same keys and serve as quick test material.
 */
export interface NetworkWidths {
  /** `ngf` of the authors' options: channels of the first adaptor layer and of the last generator block. */
  readonly base: number
  /** Hidden channels of every SPADE modulation (`nhidden`). */
  readonly modulation: number
}

/** netCorr has one width more than netG. */
export interface CorrespondenceWidths extends NetworkWidths {
  /** Channels of the features that are compared: the output of `theta` and `phi`. */
  readonly matching: number
}

/** The widths of every published checkpoint, netCorr and netG alike. */
export const OFFICIAL_WIDTHS: CorrespondenceWidths = { base: 64, modulation: 128, matching: 256 }
