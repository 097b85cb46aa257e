import type { ImageSize } from '../../contract/image-size.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import { resizeNearest } from '../../resampling/nearest.ts'
import type { Encoding } from '../condition-module.ts'
import type { ChannelIndices } from '../dense-channels.ts'
import { channelIndices } from '../labels/channel-indices.ts'
import { channelTable } from '../labels/channel-table.ts'

/** Channels of a label map by the pack's classes and aliases, at the picture's size. @throws CocanvasError `bad-request` */
export function classIndices(labels: LabelMap, { classes }: Encoding, size: ImageSize): ChannelIndices {
  return channelIndices(resizeNearest(labels, size), channelTable(classes))
}
