import { writePsdUint8Array, type Layer as PsdLayer } from 'ag-psd'

import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { fitPicture } from '../../model/pictures/fit-picture.ts'
import type { PsdParts } from '../layer-kinds/layer-file.ts'
import { psdContentOf } from '../layer-kinds/layer-file-table.ts'
import { classPalette } from '../project/class-palette.ts'
import { layoutPicture } from '../project/layout-picture.ts'
import type { ExportSources } from './export-sources.ts'
import { linePixels } from './line-pixels.ts'
import { labelPixels, opaquePixels } from './rgba-pixels.ts'

/** Names of the layers that the file has besides the document's own. */
export interface LayeredFileNames {
  readonly result: string
  readonly warp: string
  readonly exemplar: string
}

/**
 * The document as a Photoshop file: result, warp and exemplar above the document's own layers, in groups as they are.
 * Its flat picture is the result, or the layout before there is one.
 */
export function layeredFile(sources: ExportSources, names: LayeredFileNames): Uint8Array {
  const { structure, layout, classes, result, warp, exemplar } = sources
  const palette = classPalette(classes)
  const pictures = [
    pictureLayer(names.result, result?.image, sources, false),
    pictureLayer(names.warp, warp, sources, true),
    pictureLayer(names.exemplar, exemplar, sources, true),
  ]
  const own = documentLayers(structure.rootIds, sources, palette)
  // Photoshop lists layers from the bottom up.
  const children = [...pictures.flatMap((layer) => layer ?? []), ...own].reverse()
  const flat = result === undefined ? layoutPicture(layout, palette) : fitPicture(result.image, structure)
  return writePsdUint8Array(
    { width: structure.width, height: structure.height, children, imageData: opaquePixels(flat) },
    { generateThumbnail: false, noBackground: true },
  )
}

/** Top first, as the document lists them. */
function documentLayers(ids: readonly string[], sources: ExportSources, palette: Uint8Array): PsdLayer[] {
  const parts: PsdParts = {
    labels: (id) => {
      const raster = sources.rasterOf(id)
      return raster === undefined ? undefined : { imageData: labelPixels(raster, palette) }
    },
    picture: (id) => {
      const picture = id === null ? undefined : sources.pictureOf(id)
      return picture === undefined ? undefined : { imageData: opaquePixels(fitPicture(picture, sources.structure)) }
    },
    lines: (strokes) => ({ imageData: linePixels(strokes, sources.structure) }),
    layers: (children) => ({ opened: true, children: documentLayers(children, sources, palette).reverse() }),
  }
  return ids.flatMap((id) => {
    const layer = sources.structure.layers[id]
    const content = layer === undefined ? undefined : psdContentOf(layer, parts)
    if (layer === undefined || content === undefined) return []
    return [{ name: layer.name, hidden: !layer.visible, opacity: layer.opacity, ...content }]
  })
}

function pictureLayer(
  name: string,
  image: RgbImage | undefined,
  { structure }: ExportSources,
  hidden: boolean,
): PsdLayer | undefined {
  return image === undefined ? undefined : { name, hidden, imageData: opaquePixels(fitPicture(image, structure)) }
}
