import path from 'node:path'
import { readPack } from '../../../electron/packs/installed-pack.ts'
import type { Measurement, RunSuite } from '../measurement.mjs'
import { THREADS } from './bench-host.ts'
import { coldRender } from './cold-render.ts'
import type { EngineSamples } from './engine-samples.ts'
import { measureLargePictures } from './large-pictures.ts'
import { median } from './median.ts'
import { milliseconds } from './milliseconds.ts'
import { samplePhotos } from './sample-inputs.ts'
import { measureSmallPictures } from './small-pictures.ts'

const COLD_RENDERS = 3

/** The engine's speed and memory with the landscape pack, its sample layouts and its sample photos. */
export const run: RunSuite = async ({ root, progress }) => {
  const pack = await readPack(path.join(root, 'models/packs/landscape'))
  const samples: EngineSamples = { root, pack, photos: await samplePhotos(root) }
  return {
    facts: { pack: `landscape ${pack.manifest.version}`, threads: THREADS, provider: 'cpu' },
    measurements: [
      ...(await measureSmallPictures(samples, progress)),
      ...(await measureLargePictures(samples, progress)),
      await measureColdRender(root, progress),
    ],
  }
}

async function measureColdRender(root: string, progress: (text: string) => void): Promise<Measurement> {
  const times: number[] = []
  for (let time = 0; time < COLD_RENDERS; time++) {
    progress('cold render')
    times.push(await coldRender(root))
  }
  return milliseconds('cold render, whole process', median(times), { limit: 2500 })
}
