import { decodeMask } from '../../../images/decode-mask.ts'
import { readPictureFile } from '../../../images/read-picture-file.ts'
import { resizeNearest } from '../../../resampling/nearest.ts'
import { idsOf, syntheticBands } from '../../bench/synthetic-inputs.ts'
import { readLayout } from '../read-layout.ts'
import { warnOfChannelNumbers } from './channel-numbers.ts'
import type { ConditionReader } from './condition-reader.ts'

/** A face parsing map and, apart, where the eyeglasses are. */
export const masksReader: ConditionReader = {
  takes: ['eyeglasses'],
  listed: { extensions: ['.png'], folders: false },
  shownChannels: 1,
  async read(manifest, { layout, eyeglasses, onNotice }) {
    const labels = await readLayout(layout, manifest, onNotice)
    warnOfChannelNumbers(layout, labels, manifest, onNotice)
    const drawn = { width: labels.width, height: labels.height }
    if (eyeglasses === undefined) return { condition: { kind: 'masks', labels }, drawn }
    const mask = decodeMask(await readPictureFile(eyeglasses), eyeglasses)
    return { condition: { kind: 'masks', labels, eyeglasses: resizeNearest(mask, drawn) }, drawn }
  },
  synthetic: ({ classes }, size, shift) => ({ kind: 'masks', labels: syntheticBands(idsOf(classes), size, shift) }),
}
