import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { decodeLayout } from '../../../../../electron/images/decode-layout.ts'
import { packProject, unpackProject } from '../../../../../electron/services/project/project-archive.ts'
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
