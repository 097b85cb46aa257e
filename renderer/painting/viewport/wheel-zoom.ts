const ZOOM_PER_PIXEL = 1.0015
/** A pinch on a touch pad arrives as a wheel event with Ctrl and small steps, which count more. */
const PINCH_GAIN = 5
/** A notch of a wheel. */
const LARGEST_STEP = 120

/**
 * The factor by which a turn of the wheel zooms; a notch with Ctrl zooms no more than one without. @param delta in
 * pixels, down is positive
 */
export function wheelZoom(delta: number, withCtrl: boolean): number {
  if (!withCtrl) return ZOOM_PER_PIXEL ** -delta
  const step = Math.min(Math.abs(delta) * PINCH_GAIN, Math.max(LARGEST_STEP, Math.abs(delta)))
  return ZOOM_PER_PIXEL ** (-Math.sign(delta) * step)
}
