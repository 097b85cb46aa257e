import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ImageSize } from '../../contract/image-size.ts'
import { composeContactSheet, type SheetEntry } from '../../images/contact-sheet.ts'
import { decodePhoto } from '../../images/decode-photo.ts'
import { encodePhotoPng } from '../../images/encode-png.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { applicationRoot } from '../../packs/pack-folders.ts'
import { readerOf } from '../rendering/conditions/reader-table.ts'
import { readCondition } from '../rendering/read-condition.ts'
import type { BatchPlan } from './batch-plan.ts'
import { layoutPicture } from './layout-picture.ts'
import type { InputFile } from './list-inputs.ts'
import type { BatchPicture } from './run-batch.ts'

/** Area of a sheet's cell in pixels: large enough to judge a picture, small enough for a page of them. */
const CELL_AREA = 256 * 256

/** Chinese, Japanese and Korean, for systems that have no fonts for them. */
const CAPTION_FONT = join(applicationRoot(), 'assets/fonts/wqy-microhei.ttc')

/** The contact sheet of a batch as PNG bytes, or undefined when no picture was made. */
export async function batchSheet(
  plan: BatchPlan,
  pictures: readonly BatchPicture[],
  outFolder: string,
  captions: boolean,
): Promise<Uint8Array | undefined> {
  const made = new Set(pictures.map(({ file }) => file))
  const pairs = plan.pairs.filter(({ file }) => made.has(file))
  const key = (layout: InputFile, exemplar: InputFile): string => `${layout.path}\0${exemplar.path}`
  const files = new Map(pairs.map(({ layout, exemplar, file }) => [key(layout, exemplar), file]))
  // Inputs without any picture (an unreadable photo) would only leave an empty column.
  const exemplars = plan.exemplars.filter((exemplar) => pairs.some((pair) => pair.exemplar === exemplar))
  const [firstLayout] = plan.layouts
  if (firstLayout === undefined || exemplars.length === 0) return undefined
  const caption = (name: string): Pick<SheetEntry, 'caption'> => (captions ? { caption: name } : {})
  const photo = async (path: string, longestSide: number) =>
    decodePhoto(await readPictureFile(path), path, { longestSide })
  const image = await composeContactSheet({
    exemplars: exemplars.map(({ path, name }) => ({ load: () => photo(path, 1024), ...caption(name) })),
    layouts: plan.layouts.map((layout) => ({
      load: async () => {
        const { manifest, inputs } = plan
        const files = inputs.layoutFiles(layout)
        const { condition } = await readCondition(manifest, inputs.kind, files, layout.size)
        return layoutPicture(condition, manifest, layout.painted, readerOf(inputs.kind).shownChannels)
      },
      ...caption(layout.name),
    })),
    results: plan.layouts.map((layout) =>
      exemplars.map((exemplar) => {
        const file = files.get(key(layout, exemplar))
        return file === undefined ? undefined : { load: () => photo(join(outFolder, file), 1024) }
      }),
    ),
    cell: cellSize(firstLayout.size),
    ...(existsSync(CAPTION_FONT) ? { fallbackFont: CAPTION_FONT } : {}),
  })
  return encodePhotoPng(image)
}

/** Cells have the proportions of the first picture, so that the usual batch of one size fills them exactly. */
function cellSize({ width, height }: ImageSize): ImageSize {
  const scale = Math.sqrt(CELL_AREA / (width * height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
