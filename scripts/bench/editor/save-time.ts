import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeProjectFile } from '../../../electron/services/project/project-store.ts'

const SIDE = 1024
const LAYERS = 8

/** Milliseconds to write a project of eight painted label layers of 1024 × 1024, from values to a flushed file. */
export async function saveTime(): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cocanvas-bench-'))
  try {
    const labelLayers = Array.from({ length: LAYERS }, (_, layer) => ({
      id: `layer-${layer}`,
      labels: paintedLayer(layer),
    }))
    const start = performance.now()
    await writeProjectFile(path.join(folder, 'bench.cocanvas'), {
      document: { formatVersion: 1 },
      labelLayers,
      pictures: [],
    })
    return performance.now() - start
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Wavy bands of a dozen classes, as a user paints them; a flat area would compress to nothing. */
function paintedLayer(layer: number): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(SIDE * SIDE)
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      data[y * SIDE + x] = Math.floor((y + 40 * Math.sin((x + layer * 50) / 60)) / 90) & 15
    }
  }
  return { width: SIDE, height: SIDE, data }
}
