import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import type { DocumentJson, ProjectContent, ProjectPicture } from '../../../electron/contract/project-content.ts'
import type { ShellCalls } from '../../../electron/contract/shell-api.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { hasRaster } from '../../model/document/layer-kinds/layer-facets.ts'
import type { PictureStore } from '../../model/pictures/picture-store.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { LabelRaster } from '../../model/raster/label-raster.ts'
import { classPalette } from './class-palette.ts'
import { LayerPictures } from './layer-pictures.ts'
import { layoutPicture, reducedLayout } from './layout-picture.ts'
import { documentJson } from './project-content.ts'
import type { JsonValue, ProjectPart } from './project-part.ts'

const THUMBNAIL_SIDE = 256

export interface SnapshotSources {
  readonly shell: Pick<ShellCalls, 'encodeImage' | 'decodeImage'>
  readonly pictures: PictureStore
  readonly rasters: { readonly get: (layerId: string) => LabelRaster | undefined }
  readonly layout: { readonly get: () => LabelMap }
  readonly structure: () => DocumentStructure
  readonly classes: () => readonly PackClass[]
  readonly packId: () => string | undefined
}

/** Reads the open document and every feature's part as values for the file and the journal. */
export class ProjectSnapshot {
  readonly layerPictures: LayerPictures
  readonly #sources: SnapshotSources
  readonly #parts: readonly ProjectPart[]

  constructor(sources: SnapshotSources, parts: readonly ProjectPart[]) {
    this.#sources = sources
    this.#parts = parts
    this.layerPictures = new LayerPictures(sources.pictures, sources.shell)
  }

  /** `document.json` and the embedded pictures, without pixels of label layers. */
  async document(): Promise<{ readonly document: DocumentJson; readonly pictures: ProjectPicture[] }> {
    const { structure, packId } = this.#sources
    // Read before anything is awaited, so that the tree and the pixels belong to the same moment.
    const now = structure()
    const saved = await Promise.all(this.#parts.map(async (part) => [part.name, await part.save()] as const))
    const parts: Record<string, JsonValue> = Object.fromEntries(saved.map(([name, { state }]) => [name, state]))
    const pictures = [...(await this.layerPictures.save(now)), ...saved.flatMap(([, part]) => part.pictures)]
    return { document: documentJson({ structure: now, packId: packId(), parts }), pictures }
  }

  async content(): Promise<ProjectContent> {
    const { structure, rasters, classes } = this.#sources
    const labelLayers = Object.values(structure().layers).flatMap((layer) => {
      const raster = hasRaster(layer) ? rasters.get(layer.id) : undefined
      return raster === undefined ? [] : [{ id: layer.id, labels: { ...raster, data: raster.data.slice() } }]
    })
    const palette = classPalette(classes())
    const [described, thumbnail] = await Promise.all([this.document(), this.#thumbnail(palette)])
    return { ...described, labelLayers, palette, thumbnail }
  }

  #thumbnail(palette: Uint8Array): Promise<Uint8Array> {
    const { shell, layout } = this.#sources
    return shell.encodeImage(layoutPicture(reducedLayout(layout.get(), THUMBNAIL_SIDE), palette), { format: 'png' })
  }
}
