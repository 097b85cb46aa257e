import {
  documentJsonSchema,
  type DocumentJson,
  type ProjectContent,
} from '../../../electron/contract/project-content.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { hasRaster } from '../../model/document/layer-kinds/layer-facets.ts'
import type { LabelRaster } from '../../model/raster/label-raster.ts'
import { storedLayer, versionFor } from '../layer-kinds/layer-file-table.ts'
import { checkStructure } from './check-structure.ts'
import { readDocumentFile, type DocumentFile } from './document-file.ts'
import type { JsonValue } from './project-part.ts'
import { ProjectError } from './project-error.ts'

export interface DocumentFileParts {
  readonly structure: DocumentStructure
  readonly packId: string | undefined
  readonly parts: Readonly<Record<string, JsonValue>>
}

/**
 * `document.json` of the open document, in the oldest version that can hold its layers, so that a document without
 * newer kinds opens in older programs. Pictures that can be made again are not stored: layers of results and warps are
 * empty when opened.
 */
export function documentJson({ structure, packId, parts }: DocumentFileParts): DocumentJson {
  const layers = Object.fromEntries(
    Object.entries(structure.layers).map(([id, layer]) => [id, storedLayer(layer)] as const),
  )
  return documentJsonSchema.parse({
    formatVersion: versionFor(Object.values(layers)),
    structure: { ...structure, layers },
    ...(packId === undefined ? {} : { packId }),
    parts,
  })
}

export interface ReadProject {
  readonly file: DocumentFile
  readonly structure: DocumentStructure
  readonly rasters: ReadonlyMap<string, LabelRaster>
}

/** Checks the content of a project file. @throws ProjectError that names the sentence for the user. */
export function readProject(content: ProjectContent): ReadProject {
  const read = readDocumentFile(content.document)
  if ('problem' in read) throw new ProjectError(read.problem === 'newer' ? 'project.newer' : 'project.damaged')
  const structure = checkStructure(read.file.structure)
  if (structure === undefined) throw new ProjectError('project.damaged')
  const rasters = new Map<string, LabelRaster>()
  for (const { id, labels } of content.labelLayers) {
    const layer = structure.layers[id]
    if (layer === undefined || !hasRaster(layer)) continue
    if (labels.width !== structure.width || labels.height !== structure.height) {
      throw new ProjectError('project.wrongLayerSize')
    }
    // The editor paints in place, so it gets a copy of the bytes.
    rasters.set(id, { width: labels.width, height: labels.height, data: labels.data.slice() })
  }
  return { file: read.file, structure, rasters }
}
