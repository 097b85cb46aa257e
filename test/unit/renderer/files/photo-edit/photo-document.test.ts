import { describe, expect, it } from 'vitest'

import { composeLayout } from '../../../../../renderer/model/raster/compose-layout.ts'
import { UNLABELLED } from '../../../../../renderer/model/raster/label-raster.ts'
import { documentStructureSchema } from '../../../../../renderer/model/document/document-structure.ts'
import { photoDocument, photoDocumentSize } from '../../../../../renderer/files/photo-edit/photo-document.ts'

const names = { labels: 'Labels', marks: 'Marks', photo: 'Photo' }

describe('a document over a photo', () => {
  it('has the photo’s proportions', () => {
    expect(photoDocumentSize({ width: 6000, height: 4000 })).toEqual({ width: 1024, height: 683 })
    expect(photoDocumentSize({ width: 3024, height: 4032 })).toEqual({ width: 768, height: 1024 })
    expect(photoDocumentSize({ width: 300, height: 100 })).toEqual({ width: 512, height: 171 })
    expect(photoDocumentSize({ width: 50_000, height: 20 })).toEqual({ width: 1024, height: 1 })
  })

  // Bug it would catch: marks that count as classes and repaint what they should only mark.
  it('shows the photo’s labels, whatever is marked', () => {
    const labels = { width: 3, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) }
    const { structure, rasters } = photoDocument({ id: 'document-1', name: 'Lake', labels, backdropClassId: 0, names })
    expect(documentStructureSchema.safeParse(structure).success).toBe(true)
    rasters.get('photo-keep')?.data.fill(9)
    expect(composeLayout(structure, { get: (id) => rasters.get(id) })).toEqual(labels)
  })

  // Bug it would catch: labels over what cannot be edited, as if painting there did anything.
  it('lays no labels over what cannot be edited, and still says what it shows', () => {
    const labels = { width: 3, height: 1, data: Uint8Array.of(0, 4, 0) }
    const editable = { width: 3, height: 1, data: Uint8Array.of(0, 1, 1) }
    const { structure, rasters } = photoDocument({
      id: 'document-1',
      name: 'Anna',
      labels,
      editable,
      backdropClassId: 0,
      names,
    })
    expect(rasters.get('photo-labels')?.data).toEqual(Uint8Array.of(UNLABELLED, 4, 0))
    expect(composeLayout(structure, { get: (id) => rasters.get(id) })).toEqual(labels)
  })
})
