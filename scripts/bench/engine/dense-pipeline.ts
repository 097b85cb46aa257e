import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { SynthesisRequest } from '../../../electron/contract/recipes/exemplar-synthesis.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { ExemplarStore } from '../../../electron/inference/caching/exemplar-store.ts'
import { requestSources } from '../../../electron/inference/recipes/exemplar-synthesis/request-sources.ts'
import { pictureImage } from '../../../electron/inference/postprocess/picture-image.ts'
import type { RuntimeSession } from '../../../electron/inference/runtime/inference-runtime.ts'
import { OnnxRuntime } from '../../../electron/inference/runtime/onnx-runtime.ts'
import type { TensorValue } from '../../../electron/contract/tensor.ts'
import type { InstalledPack } from '../../../electron/packs/installed-pack.ts'
import { THREADS } from './bench-host.ts'
import { joinStages } from './join-stages.ts'
import { decodeModel, encodeModel } from './onnx-model.ts'
import { withOpenAttention } from './open-attention.ts'

/**
 * The rival: the pack's own weights in one graph from photo, labels and layout to the picture, the correspondence matrix
 * written out, and everything computed anew each time. It is derived from the pack's graphs, so it needs no Python and
 * can never hold other weights.
 */
export class DensePipeline {
  readonly #session: RuntimeSession
  readonly #pack: InstalledPack

  private constructor(session: RuntimeSession, pack: InstalledPack) {
    this.#session = session
    this.#pack = pack
  }

  static async load(pack: InstalledPack): Promise<DensePipeline> {
    const folder = await mkdtemp(path.join(tmpdir(), 'cocanvas-bench-'))
    try {
      const file = path.join(folder, 'dense.onnx')
      await writeFile(file, await denseGraph(pack))
      return new DensePipeline(await new OnnxRuntime().createSession(file, { provider: 'cpu', threads: THREADS }), pack)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  /** The picture, and the milliseconds that the graph alone took. @param request names the exemplar's labels */
  async run({ exemplar, ...request }: SynthesisRequest): Promise<{ image: RgbImage; milliseconds: number }> {
    const store = new ExemplarStore()
    store.put('exemplar', exemplar)
    const { manifest } = this.#pack
    const stored = store.get('exemplar')
    const sources = requestSources({ request, stored, manifest, reading: undefined, bent: undefined })
    const feeds = new Map<string, TensorValue>()
    for (const { name } of this.#session.inputs) {
      const role = manifest.inputs[name]
      const source = role === undefined ? undefined : sources.get(role)
      if (source === undefined) throw new Error(`Nothing is known of the input ${name}`)
      feeds.set(name, await source.make())
    }
    const start = performance.now()
    const [picture] = (await this.#session.run(feeds)).values()
    const milliseconds = performance.now() - start
    if (picture === undefined) throw new Error('The dense graph gave nothing')
    return { image: pictureImage(picture), milliseconds }
  }

  dispose(): Promise<void> {
    return this.#session.dispose()
  }
}

async function denseGraph(pack: InstalledPack): Promise<Uint8Array> {
  const stages = pack.manifest.stages.filter(({ name }) => name !== 'correspondence')
  const models = await Promise.all(
    stages.map(async ({ name, file }) => ({
      stage: name,
      model: decodeModel(await readFile(path.join(pack.folder, file))),
    })),
  )
  return encodeModel(withOpenAttention(joinStages(models)))
}
