import type { PlainMessageKey } from '../../i18n/message.ts'
import { activeLayerChosen, documentReplaced, type LayerChange } from '../../model/document/document-slice.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import {
  childIds,
  findPlaced,
  insertLayer,
  moveLayer,
  removeLayer,
  siblingIds,
  subtreeIds,
} from '../../model/document/layer-tree.ts'
import { withLayerExemplar } from '../../model/document/layer-exemplar.ts'
import { unusedLayerName } from '../../model/document/layer-name.ts'
import {
  freshLayer,
  hasRaster,
  paintsLabels,
  withExemplarId,
  withPictureId,
  withStrokes,
} from '../../model/document/layer-kinds/layer-facets.ts'
import { layerKindTable } from '../../model/document/layer-kinds/layer-kind-table.ts'
import type { Layer, LayerKindName } from '../../model/document/layer-kinds/layer-schema.ts'
import { MOST_STROKES, type Stroke } from '../../model/lines/stroke.ts'
import type { EditorStore } from './editor-store.ts'
import { aboveActive, withCopy, withEdgesHidden } from './insert-layers.ts'
import type { HistoryChange } from '../../model/history/history-change.ts'
import type { History } from '../../model/history/history.ts'
import { packPlane } from '../../model/history/packed-plane.ts'
import { composeStack } from '../../model/raster/compose-layout.ts'
import { createRaster, UNLABELLED, type LabelRaster } from '../../model/raster/label-raster.ts'
import type { RasterStore } from '../../model/raster/raster-store.ts'

export interface LayerCommandParts {
  readonly store: EditorStore
  readonly rasters: RasterStore
  readonly history: History
  readonly makeId: () => string
}

/** A label layer with pixels of the document's size, or an edge layer with lines. */
type CoveringLayer = { readonly name: string } & (
  | { readonly raster: LabelRaster; readonly strokes?: undefined; readonly exemplarId?: string }
  | { readonly raster?: undefined; readonly strokes: readonly Stroke[]; readonly exemplarId?: undefined }
)

/** Everything that users do to layers; every command is one step of history. */
export class LayerCommands {
  readonly #parts: LayerCommandParts

  constructor(parts: LayerCommandParts) {
    this.#parts = parts
  }

  choose(id: string): void {
    this.#parts.store.dispatch(activeLayerChosen(id))
  }

  /** Adds a label layer above the active one, empty or with pixels of the document's size. @returns its id. */
  addLabels(name: string, raster?: LabelRaster): string {
    return this.#add(this.#fresh('label', name), raster)
  }

  /** Adds an edge layer with lines above the active one. @returns its id. */
  addLines(name: string, strokes: readonly Stroke[]): string {
    return this.#add(withStrokes(this.#fresh('lines', name), strokes.slice(0, MOST_STROKES)))
  }

  /** Adds an empty layer of any kind above the active one. @returns its id. */
  add(kind: LayerKindName, name: string): string {
    return this.#add(this.#fresh(kind, name))
  }

  /** Adds a reference photo above the active layer. @returns its id. */
  addPhoto(name: string, pictureId: string): string {
    return this.#add(withPictureId(this.#fresh('photo', name), pictureId))
  }

  /** Adds a picture that was made above the active layer, fully opaque. @returns its id. */
  addResult(name: string, pictureId: string): string {
    return this.#add({ ...withPictureId(this.#fresh('result', name), pictureId), opacity: 1 })
  }

  /**
   * Moves some pixels of a label layer into a new one directly above it, which has the same photo and becomes active.
   *
   * @param mask Non-zero where pixels move, of the document's size.
   * @returns the new layer's id; undefined when there is nothing to move, or the layer is locked.
   */
  separate(id: string, mask: Uint8Array, name: string): string | undefined {
    const { document, raster } = { document: this.#document, raster: this.#parts.rasters.get(id) }
    const placed = findPlaced(document, id)
    if (raster === undefined || placed === undefined || placed.locked) return undefined
    const moved = raster.data.map((classId, place) => (mask[place] === 0 ? UNLABELLED : classId))
    if (moved.every((classId) => classId === UNLABELLED)) return undefined
    const left = raster.data.map((classId, place) => (mask[place] === 0 ? classId : UNLABELLED))
    const newId = this.#newId()
    const layer: Layer = { ...placed.layer, id: newId, name: unusedLayerName(document, name) }
    const index = siblingIds(document, id).indexOf(id)
    this.#change('layers.separate', (before) => insertLayer(before, layer, placed.parentId, index), [
      [id, { ...raster, data: left }],
      [newId, { ...raster, data: moved }],
    ])
    return newId
  }

  /** Gives a label layer a photo of its own; null takes it away. */
  setPhoto(id: string, exemplarId: string | null): void {
    this.#change('layers.photo', (document) => withLayerExemplar(document, id, exemplarId))
  }

  /**
   * Lays whole layers over all others, the last on top, as one step.
   *
   * @param hidesEdges whether they say what the edge layers said so far, which would otherwise be drawn twice
   */
  cover(layers: readonly CoveringLayer[], title: PlainMessageKey, hidesEdges = false): void {
    const added = layers.map((layer) => ({ ...layer, id: this.#newId() }))
    this.#change(
      title,
      (document) =>
        added.reduce(
          (covered, { id, name, strokes, exemplarId }) => {
            const named = { id, name: unusedLayerName(covered, name) }
            const layer =
              strokes === undefined
                ? withExemplarId(freshLayer('label', named, document), exemplarId)
                : withStrokes(freshLayer('lines', named, document), strokes.slice(0, MOST_STROKES))
            return insertLayer(covered, layer, null, 0)
          },
          hidesEdges ? withEdgesHidden(document) : document,
        ),
      added.flatMap(({ id, raster }) => (raster === undefined ? [] : [[id, raster] as const])),
    )
  }

  /** Puts the layer into a new group at its place. */
  group(id: string, name: string): void {
    const group = this.#fresh('group', name)
    this.#change('layers.addGroup', (document) => {
      const parentId = findPlaced(document, id)?.parentId ?? null
      const index = siblingIds(document, id).indexOf(id)
      return { ...moveLayer(insertLayer(document, group, parentId, index), id, group.id, 0), activeLayerId: id }
    })
  }

  remove(id: string): void {
    const gone = subtreeIds(this.#document, id).map((layerId) => [layerId, undefined] as const)
    this.#change('layers.remove', (document) => removeLayer(document, id), gone)
  }

  /** Copies a layer, a group with all inside it, and puts the copy above. @returns the copy's id. */
  duplicate(id: string, name: string): string {
    const ids = new Map(subtreeIds(this.#document, id).map((from) => [from, this.#newId()]))
    const copies = [...ids].flatMap(([from, to]) => {
      const raster = this.#parts.rasters.get(from)
      return raster === undefined ? [] : [[to, { ...raster, data: raster.data.slice() }] as const]
    })
    this.#change('layers.duplicate', (document) => withCopy(document, id, ids, name), copies)
    return ids.get(id) ?? id
  }

  /** Paints a label layer onto the label layer below it among its siblings. @returns whether there was one. */
  mergeDown(id: string): boolean {
    const belowId = this.mergeTarget(id)
    const above = this.#parts.rasters.get(id)
    const below = belowId === undefined ? undefined : this.#parts.rasters.get(belowId)
    if (belowId === undefined || above === undefined || below === undefined) return false
    const merged = { ...below, data: composeStack([above, below], below.data.length) }
    const structure = (document: DocumentStructure): DocumentStructure => ({
      ...removeLayer(document, id),
      activeLayerId: belowId,
    })
    this.#change('layers.merge', structure, [
      [id, undefined],
      [belowId, merged],
    ])
    return true
  }

  /** The layer that `mergeDown` would paint on. */
  mergeTarget(id: string): string | undefined {
    const siblings = siblingIds(this.#document, id)
    const belowId = siblings[siblings.indexOf(id) + 1]
    const layer = this.#document.layers[id]
    const below = findPlaced(this.#document, belowId ?? null)
    if (layer === undefined || below === undefined || below.locked) return undefined
    return paintsLabels(layer) && paintsLabels(below.layer) ? belowId : undefined
  }

  /** Gives classes other ids wherever they are painted, because another pack numbers them differently. */
  renumber(ids: ReadonlyMap<number, number>): void {
    const renumbered = Object.keys(this.#document.layers).flatMap((layerId) => {
      const raster = this.#parts.rasters.get(layerId)
      if (!raster?.data.some((id) => ids.has(id))) return []
      return [[layerId, { ...raster, data: raster.data.map((id) => ids.get(id) ?? id) }] as const]
    })
    this.#change(
      'packs.carry',
      (document) => ({ ...document, backdropClassId: ids.get(document.backdropClassId) ?? document.backdropClassId }),
      renumbered,
    )
  }

  /** Moves a layer to a place among a parent's children (0 = top), counted without the layer itself. */
  move(id: string, parentId: string | null, index: number): void {
    this.#change('layers.moveUp', (document) => moveLayer(document, id, parentId, index))
  }

  /** Moves a layer directly above another, into its group if it lies in one. */
  dropAbove(id: string, targetId: string): void {
    if (id === targetId) return
    const parentId = findPlaced(this.#document, targetId)?.parentId ?? null
    const others = childIds(this.#document, parentId).filter((sibling) => sibling !== id)
    this.move(id, parentId, others.indexOf(targetId))
  }

  /** One place up (−1) or down (1) among its siblings. */
  step(id: string, by: 1 | -1): void {
    const siblings = siblingIds(this.#document, id)
    const index = siblings.indexOf(id) + by
    if (index < 0 || index >= siblings.length) return
    const parentId = findPlaced(this.#document, id)?.parentId ?? null
    const title = by === -1 ? 'layers.moveUp' : 'layers.moveDown'
    this.#change(title, (document) => moveLayer(document, id, parentId, index))
  }

  /** Changes name, visibility, opacity or lock. @param title Names the step. */
  change(id: string, change: LayerChange, title: PlainMessageKey = 'layers.title'): void {
    this.#change(title, (document) => {
      const layer = document.layers[id]
      if (layer === undefined) return document
      return { ...document, layers: { ...document.layers, [id]: { ...layer, ...change } } }
    })
  }

  /** Replaces the layers by others that have the same pixels, as one step. */
  replace(document: DocumentStructure, title: PlainMessageKey): void {
    this.#change(title, () => document)
  }

  get #document(): DocumentStructure {
    return this.#parts.store.getState().document
  }

  #fresh(kind: LayerKindName, name: string): Layer {
    const document = this.#document
    return freshLayer(kind, { id: this.#newId(), name: unusedLayerName(document, name) }, document)
  }

  #add(layer: Layer, raster?: LabelRaster): string {
    const { id, kind } = layer
    const { width, height } = this.#document
    const pixels = hasRaster(layer) ? [[id, raster ?? createRaster(width, height)] as const] : []
    const { becomesActive } = layerKindTable[kind]
    this.#change(
      'layers.add',
      (document) => {
        const added = aboveActive(document, layer)
        return becomesActive ? added : { ...added, activeLayerId: document.activeLayerId ?? id }
      },
      pixels,
    )
    return id
  }

  #newId(): string {
    return `layer-${this.#parts.makeId()}`
  }

  /** Changes tree and rasters as one step; a raster of undefined leaves. */
  #change(
    title: PlainMessageKey,
    change: (document: DocumentStructure) => DocumentStructure,
    rasters: readonly (readonly [string, LabelRaster | undefined])[] = [],
  ): void {
    const { store, history, rasters: rasterStore } = this.#parts
    const before = this.#document
    const after = change(before)
    if (after === before) return
    const changes: HistoryChange[] = []
    for (const [layerId, raster] of rasters) {
      const old = rasterStore.get(layerId)
      changes.push({
        kind: 'raster',
        layerId,
        ...(old === undefined ? {} : { before: packPlane(old) }),
        ...(raster === undefined ? {} : { after: packPlane(raster) }),
      })
      if (raster === undefined) rasterStore.remove(layerId)
      else rasterStore.put(layerId, raster)
    }
    store.dispatch(documentReplaced(after))
    history.commit(title, [...changes, { kind: 'structure', before, after }])
  }
}
