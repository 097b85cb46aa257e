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
import type { Layer } from '../../model/document/layer-kinds/layer-schema.ts'
import type { EditorStore } from './editor-store.ts'
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

/** What one does to layers; every command is one step of history. */
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
    const id = this.#newId()
    const { width, height } = this.#document
    const fresh = unusedLayerName(this.#document, name)
    const layer: Layer = { id, kind: 'label', name: fresh, visible: true, opacity: 1, locked: false }
    this.#change('layers.add', (document) => aboveActive(document, layer), [
      [id, raster ?? createRaster(width, height)],
    ])
    return id
  }

  /**
   * Adds a layer that shows a picture above the active one, which stays active: one paints on labels.
   *
   * @param pictureId null = the live one
   * @returns its id.
   */
  addPicture(kind: 'photo' | 'exemplar' | 'warp' | 'result', name: string, pictureId: string | null): string {
    const id = this.#newId()
    const layer: Layer = {
      id,
      kind,
      name: unusedLayerName(this.#document, name),
      pictureId,
      visible: true,
      // What one paints on must show through.
      opacity: 0.5,
      locked: false,
    }
    this.#change('layers.add', (document) => ({
      ...aboveActive(document, layer),
      activeLayerId: document.activeLayerId ?? id,
    }))
    return id
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
    if (raster === undefined || placed?.layer.kind !== 'label' || placed.locked) return undefined
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

  /** Gives what a label layer paints a photo of its own; null takes it away. */
  setPhoto(id: string, exemplarId: string | null): void {
    this.#change('layers.photo', (document) => withLayerExemplar(document, id, exemplarId))
  }

  /** Lays whole label layers over all others, the last on top, as one step. */
  cover(
    layers: readonly { readonly name: string; readonly raster: LabelRaster; readonly exemplarId?: string }[],
    title: PlainMessageKey,
  ): void {
    const added = layers.map((layer) => ({ ...layer, id: this.#newId() }))
    this.#change(
      title,
      (document) =>
        added.reduce((covered, { id, name, exemplarId }) => {
          const layer: Layer = { id, kind: 'label', name, visible: true, opacity: 1, locked: false }
          return insertLayer(covered, exemplarId === undefined ? layer : { ...layer, exemplarId }, null, 0)
        }, document),
      added.map(({ id, raster }) => [id, raster] as const),
    )
  }

  /** Puts the layer into a new group at its place. */
  group(id: string, name: string): void {
    const groupId = this.#newId()
    const fresh = unusedLayerName(this.#document, name)
    const shown = { name: fresh, visible: true, opacity: 1, locked: false }
    const group: Layer = { id: groupId, kind: 'group', ...shown, children: [] }
    this.#change('layers.addGroup', (document) => {
      const parentId = findPlaced(document, id)?.parentId ?? null
      const index = siblingIds(document, id).indexOf(id)
      return { ...moveLayer(insertLayer(document, group, parentId, index), id, groupId, 0), activeLayerId: id }
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
    if (belowId === undefined || this.#document.layers[id]?.kind !== 'label') return undefined
    const below = findPlaced(this.#document, belowId)
    return below?.layer.kind === 'label' && !below.locked ? belowId : undefined
  }

  /** Gives classes other ids wherever they are painted, as another pack counts them. */
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

  get #document(): DocumentStructure {
    return this.#parts.store.getState().document
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

function aboveActive(document: DocumentStructure, layer: Layer): DocumentStructure {
  const active = findPlaced(document, document.activeLayerId)
  const parentId = active?.parentId ?? null
  const index = active === undefined ? 0 : childIds(document, parentId).indexOf(active.layer.id)
  return insertLayer(document, layer, parentId, index)
}

function withCopy(
  document: DocumentStructure,
  id: string,
  ids: ReadonlyMap<string, string>,
  name: string,
): DocumentStructure {
  const copyId = ids.get(id)
  const placed = findPlaced(document, id)
  if (copyId === undefined || placed === undefined) return document
  const layers = { ...document.layers }
  for (const [from, to] of ids) {
    const layer = document.layers[from]
    if (layer === undefined) continue
    const children = layer.kind === 'group' ? { children: layer.children.map((child) => ids.get(child) ?? child) } : {}
    layers[to] = { ...layer, ...children, id: to }
  }
  const copy = layers[copyId]
  if (copy === undefined) return document
  const index = siblingIds(document, id).indexOf(id)
  return insertLayer(
    { ...document, layers },
    { ...copy, name: unusedLayerName(document, name) },
    placed.parentId,
    index,
  )
}
