import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { DocumentJson, ProjectContent } from '../../../../../electron/contract/project-content.ts'
import { decodeLayout } from '../../../../../electron/images/decode-layout.ts'
import { packProject, unpackProject } from '../../../../../electron/services/project/project-archive.ts'
import { PROJECT_LIMITS } from '../../../../../electron/services/project/project-limits.ts'
import { CLASSES } from '../../images/picture-fixtures.ts'
import { sampleLabels, sampleProject } from './sample-project.ts'

describe('a project file', () => {
  // Bug it would catch: a layer that comes back shifted, a picture that is encoded anew, a forgotten thumbnail.
  it('gives back what was put in, byte for byte', async () => {
    const content = sampleProject()
    expect(await unpackProject(await packProject(content), 'lake.cocanvas')).toEqual(content)
  })

  // Bug it would catch: a time or a random name in the file, which would make every save a change for backup programs.
  it('has the same bytes for the same content', async () => {
    const [first, second] = [await packProject(sampleProject()), await packProject(sampleProject())]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('is a plain zip whose layers any program can read as label images', async () => {
    const labels = sampleLabels(8, 4)
    const content = {
      ...sampleProject(),
      labelLayers: [{ id: 'ground', labels: { ...labels, data: labels.data.map(() => 3) } }],
    }
    const files = unzipSync(await packProject(content))
    expect(Object.keys(files).sort()).toEqual(
      ['document.json', 'layers/ground.png', 'pictures/exemplar-1.jpeg', 'project.json', 'thumbnail'].sort(),
    )
    const layer = files['layers/ground.png'] ?? new Uint8Array()
    expect(decodeLayout(layer, 'ground.png', CLASSES)).toEqual(content.labelLayers[0]?.labels)
  })

  it('carries the classes’ colours for whoever looks at a layer', async () => {
    const palette = Uint8Array.from({ length: 768 }, (_, index) => (index * 5) % 256)
    const files = unzipSync(await packProject({ ...sampleProject(), palette }))
    const layer = Buffer.from(files['layers/ground.png'] ?? new Uint8Array())
    const start = layer.indexOf('PLTE') + 4
    expect(Buffer.compare(layer.subarray(start, start + 768), palette)).toBe(0)
  })
})

describe('the largest project', () => {
  const withPicture = (bytes: number): ProjectContent => ({
    ...sampleProject(),
    pictures: [{ id: 'large', mediaType: 'image/png', bytes: new Uint8Array(bytes) }],
  })

  // Bug it would catch: a project with a picture of 257 MB that was saved and could never be opened.
  it('is opened again with the largest picture, and refused before anything is written with a larger one', async () => {
    const { partBytes } = PROJECT_LIMITS
    const packed = await packProject(withPicture(partBytes))
    expect((await unpackProject(packed, 'lake.cocanvas')).pictures[0]?.bytes.length).toBe(partBytes)
    await expect(packProject(withPicture(partBytes + 1))).rejects.toThrow(/257 MB of at most 256 MB/)
  }, 60_000)

  it('is refused when all its pictures together are too much', async () => {
    const bytes = new Uint8Array(PROJECT_LIMITS.partBytes)
    const pictures = Array.from({ length: 4 }, (_, index) => ({
      id: `p${index}`,
      mediaType: 'image/png' as const,
      bytes,
    }))
    await expect(packProject({ ...sampleProject(), pictures })).rejects.toThrow(/at most 1024 MB/)
  })

  it('has no more layers than can be opened again', async () => {
    const labels = { width: 8192, height: 8192, data: new Uint8Array(8192 * 8192) }
    const labelLayers = Array.from({ length: 9 }, (_, index) => ({ id: `l${index}`, labels }))
    await expect(packProject({ ...sampleProject(), labelLayers })).rejects.toThrow(/more label layers/)
  })

  it('has a document no larger and no deeper than can be opened again', async () => {
    const { jsonBytes } = PROJECT_LIMITS
    const long = { text: 'x'.repeat(jsonBytes - 20) }
    expect((await unpackProject(await packProject({ ...sampleProject(), document: long }), 'a')).document).toEqual(long)
    const longer = { text: 'x'.repeat(jsonBytes) }
    await expect(packProject({ ...sampleProject(), document: longer })).rejects.toThrow(/document\.json has 65 MB/)
    let deep: DocumentJson = {}
    for (let depth = 0; depth < 50_000; depth++) deep = { deep }
    await expect(packProject({ ...sampleProject(), document: deep })).rejects.toThrow(/nested deeper/)
  }, 60_000)
})
