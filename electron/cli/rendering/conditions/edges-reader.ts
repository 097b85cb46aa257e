import { EDGE_CHANNEL_COUNT } from '../../../conditions/edges/edge-planes.ts'
import { linesConditionSchema } from '../../../contract/conditions/lines.ts'
import { ImageError } from '../../../images/image-error.ts'
import { readPictureFile } from '../../../images/read-picture-file.ts'
import { syntheticDrawing } from '../../bench/synthetic-drawing.ts'
import { UsageError } from '../../arguments/usage-error.ts'
import type { DrawnCondition } from '../drawn-condition.ts'
import { readLayout } from '../read-layout.ts'
import { warnOfChannelNumbers } from './channel-numbers.ts'
import { isFolder, readPartMasks } from './part-masks.ts'
import type { ConditionReader } from './condition-reader.ts'

/**
 * A face parsing map, or a folder of CelebAMask-HQ's part masks, and the photo whose other edges are kept; or lines drawn by hand (JSON), which need no photo.
 */
export const edgesReader: ConditionReader = {
  takes: ['photo'],
  listed: { extensions: ['.png', '.json'], folders: true },
  shownChannels: 1,
  async read(manifest, { layout, photo, onNotice }) {
    const parted = await isFolder(layout)
    const bytes = parted ? undefined : await readPictureFile(layout)
    if (bytes?.[0] === OPENING_BRACE) return readLines(layout, bytes)
    if (photo === undefined)
      throw new UsageError(
        `${manifest.id} also needs the photo of the face that the layout was drawn from: give it with --layout-photo FILE, or a batch’s with --layout-photos DIR.`,
      )
    if (parted) {
      const { native } = manifest.sizes
      const edges = manifest.conditions.find(({ kind }) => kind === 'edges')
      const channels = edges?.channels ?? EDGE_CHANNEL_COUNT
      return readPartMasks(layout, await photo(), { width: native, height: native, channels })
    }
    const parts = await readLayout(layout, manifest, onNotice)
    warnOfChannelNumbers(layout, parts, manifest, onNotice)
    const drawn = { width: parts.width, height: parts.height }
    return { condition: { kind: 'edges', parts, photo: await photo() }, drawn }
  },
  // A stroke changes one line; a drawing read from a photo would change them all.
  synthetic: (_manifest, size, shift) => syntheticDrawing(size, shift),
}

const OPENING_BRACE = '{'.charCodeAt(0)

/** @throws ImageError `unsupported` */
function readLines(path: string, bytes: Uint8Array): DrawnCondition {
  const parsed = linesConditionSchema.omit({ kind: true }).safeParse(parseJson(path, new TextDecoder().decode(bytes)))
  if (parsed.success) {
    const { width, height, lines } = parsed.data
    return { condition: { kind: 'lines', width, height, lines }, drawn: { width, height } }
  }
  const [issue] = parsed.error.issues
  throw new ImageError(
    'unsupported',
    `${path} is no drawing of lines (at ${issue?.path.join('.') ?? 'its beginning'}: ${issue?.message ?? 'unknown fault'}); it must hold width, height and lines of a part and points.`,
  )
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ImageError('unsupported', `${path} is not valid JSON; save the lines again.`, { cause })
  }
}
