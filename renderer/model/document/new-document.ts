import type { DocumentStructure } from './document-structure.ts'

export interface NewDocumentOptions {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly backdropClassId: number
  /** Name of its one label layer. */
  readonly layerName: string
}

/** A document with one empty label layer. @param makeId Gives ids never given before. */
export function newDocument(options: NewDocumentOptions, makeId: () => string): DocumentStructure {
  const layerId = `layer-${makeId()}`
  return {
    id: `document-${makeId()}`,
    name: options.name,
    width: options.width,
    height: options.height,
    backdropClassId: options.backdropClassId,
    rootIds: [layerId],
    layers: {
      [layerId]: { id: layerId, kind: 'label', name: options.layerName, visible: true, opacity: 1, locked: false },
    },
    activeLayerId: layerId,
  }
}
