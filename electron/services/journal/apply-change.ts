import type { LabelLayerContent, ProjectContent } from '../../contract/project-content.ts'
import type { LabelPatch, ProjectChange } from '../../contract/project-journal.ts'

/**
 * The content after a finished step: named parts replace what was there, then the patches are laid on the layers.
 * Patches of layers that are unknown or too small are left out, since a journal must be read however it ends.
 */
export function applyChange(content: ProjectContent, change: ProjectChange): ProjectContent {
  const layers = replaced(content.labelLayers, change.labelLayers ?? [])
  return {
    ...content,
    document: change.document ?? content.document,
    labelLayers: applyPatches(layers, change.patches ?? []),
    pictures: replaced(content.pictures, change.pictures ?? []),
  }
}

function replaced<Part extends { readonly id: string }>(old: readonly Part[], given: readonly Part[]): Part[] {
  const newest = new Map(given.map((part) => [part.id, part]))
  const kept = old.map((part) => newest.get(part.id) ?? part)
  const known = new Set(old.map(({ id }) => id))
  return [...kept, ...[...newest.values()].filter(({ id }) => !known.has(id))]
}

function applyPatches(layers: LabelLayerContent[], patches: readonly LabelPatch[]): LabelLayerContent[] {
  if (patches.length === 0) return layers
  return layers.map((layer) => {
    const own = patches.filter(({ layerId }) => layerId === layer.id)
    if (own.length === 0) return layer
    const data = Uint8Array.from(layer.labels.data)
    for (const patch of own) layPatch(data, layer.labels.width, layer.labels.height, patch)
    return { ...layer, labels: { ...layer.labels, data } }
  })
}

function layPatch(data: Uint8Array, width: number, height: number, patch: LabelPatch): void {
  if (patch.x + patch.width > width || patch.y + patch.height > height) return
  for (let row = 0; row < patch.height; row++) {
    data.set(patch.data.subarray(row * patch.width, (row + 1) * patch.width), (patch.y + row) * width + patch.x)
  }
}
