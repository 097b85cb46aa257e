import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { OpenPhoto } from '../../../electron/contract/open-photo.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'

/** Longer side of the copy that follows sliders: about as many pixels as a screen shows of a photo. */
const LIVE_SIDE = 1280

/** The photo that is made up: as the shell holds it, and the smaller copy that the host is sent. */
export interface MakeUpPhoto {
  readonly open: OpenPhoto
  readonly live: RgbImage
  /** How many pixels of the photo one pixel of the copy stands for, along a side. */
  readonly scale: number
}

export async function readMakeUpPhoto(shell: Pick<ShellApi, 'readPhotoArea'>, open: OpenPhoto): Promise<MakeUpPhoto> {
  const { id, width, height, working } = open
  const share = LIVE_SIDE / Math.max(working.width, working.height)
  const shown = { width: Math.round(working.width * share), height: Math.round(working.height * share) }
  const live = share >= 1 ? working : await shell.readPhotoArea(id, { x: 0, y: 0, width, height, shown })
  return { open, live, scale: width / live.width }
}

/** The copy as the host takes it: with a person's labels where they corrected the parts. */
export function sentPhoto({ live }: MakeUpPhoto, corrected: LabelMap | undefined): Exemplar {
  return { image: live, condition: corrected === undefined ? 'none' : { kind: 'labels', labels: corrected } }
}
