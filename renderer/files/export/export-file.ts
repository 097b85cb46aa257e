import { classMapOf } from '../../../electron/contract/class-maps.ts'
import type { FileExport, ImageEncoding } from '../../../electron/contract/image-file.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ShellCalls } from '../../../electron/contract/shell-api.ts'
import type { PlainMessageKey, Translate } from '../../i18n/message.ts'
import { classPalette } from '../project/class-palette.ts'
import { layoutPicture } from '../project/layout-picture.ts'
import { drawContactSheet, type SheetEntry } from './contact-sheet.ts'
import type { ExportChoice } from './export-choice.ts'
import type { ExportSources } from './export-sources.ts'
import { CAPTION_HEIGHT } from './sheet-places.ts'
import { layeredFile } from './layered-file.ts'
import { pictureMetadata } from './picture-metadata.ts'

export interface ExportTools {
  readonly shell: Pick<ShellCalls, 'encodeImage' | 'encodeLabels' | 'renderCaption'>
  readonly translate: Translate
}

/** The file that was chosen; undefined when its content does not exist yet. */
export async function exportFile(
  choice: ExportChoice,
  sources: ExportSources,
  tools: ExportTools,
): Promise<FileExport | undefined> {
  const { shell, translate: t } = tools
  const { content } = choice
  const suffix = content === 'result' ? '' : `-${content}`
  const suggestedName = `${sources.name || t('project.untitled')}${suffix}`
  const palette = classPalette(sources.classes)
  if (content === 'labels') {
    return { kind: 'png', suggestedName, bytes: await shell.encodeLabels(sources.layout, palette) }
  }
  if (content === 'layers') {
    const names = { result: t('layer.kind.result'), warp: t('layer.kind.warp'), exemplar: t('layer.kind.exemplar') }
    return { kind: 'psd', suggestedName, bytes: layeredFile(sources, names) }
  }
  const image = content === 'sheet' ? await sheetOf(sources, palette, tools) : pictureOf(content, sources, palette)
  if (image === undefined) return undefined
  return {
    kind: choice.format,
    suggestedName,
    bytes: await shell.encodeImage(image, await encodingOf(choice, sources, tools)),
  }
}

async function encodingOf(
  { content, format, quality, metadata }: ExportChoice,
  sources: ExportSources,
  { shell }: ExportTools,
): Promise<ImageEncoding> {
  if (format === 'jpeg') return { format, quality }
  if (!metadata || (content !== 'result' && content !== 'warp')) return { format }
  const drawn = conditionLayout(sources)
  const layout = drawn === undefined ? undefined : await shell.encodeLabels(drawn, classPalette(sources.classes))
  const map = sources.result?.regions?.map
  const regions = map === undefined ? undefined : await shell.encodeLabels(map, classPalette(sources.classes))
  return { format, text: pictureMetadata(sources, layout, regions) }
}

/** The class ids that the picture was made from, if it was made from any; the document may have changed since. */
function conditionLayout({ result, layout }: ExportSources): LabelMap | undefined {
  return result === undefined ? layout : classMapOf(result.settings.condition)
}

function pictureOf(
  content: 'result' | 'warp' | 'layout',
  { result, warp, layout }: ExportSources,
  palette: Uint8Array,
): RgbImage | undefined {
  if (content === 'result') return result?.image
  if (content === 'warp') return warp
  return layoutPicture(layout, palette)
}

/** The shell draws the captions, because its font has the characters of every language; a browser's may not. */
async function sheetOf(
  { result, warp, layout, exemplar, structure }: ExportSources,
  palette: Uint8Array,
  { shell, translate: t }: ExportTools,
): Promise<RgbImage> {
  const pictures: readonly (readonly [PlainMessageKey, RgbImage | undefined])[] = [
    ['layer.kind.label', layoutPicture(layout, palette)],
    ['layer.kind.exemplar', exemplar],
    ['layer.kind.warp', warp],
    ['layer.kind.result', result?.image],
  ]
  const entries: SheetEntry[] = []
  for (const [title, image] of pictures) {
    if (image === undefined) continue
    const caption = await shell.renderCaption(t(title), { width: structure.width, height: CAPTION_HEIGHT })
    entries.push({ image, caption })
  }
  return drawContactSheet(entries, structure)
}
