import { readFileSync } from 'node:fs'
import path from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { z } from 'zod'
import type { FaceNetworks } from '../../electron/faces/face-networks.ts'

/** The part of an annotator's manifest that is needed to run it. */
const manifestSchema = z.object({
  graph: z.object({
    file: z.string(),
    inputs: z.array(z.object({ name: z.string(), shape: z.array(z.number()) })),
  }),
})

/** The face networks of models/annotators, run in this process on one thread. */
export function nodeNetworks(root: string): FaceNetworks {
  const sessions = new Map<string, Promise<InferenceSession>>()
  return {
    async run(network, data) {
      const folder = path.join(root, 'models/annotators', network)
      const { graph } = manifestSchema.parse(JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')))
      const loading =
        sessions.get(network) ??
        InferenceSession.create(path.join(folder, graph.file), { intraOpNumThreads: 1, interOpNumThreads: 1 })
      sessions.set(network, loading)
      const session = await loading
      const [input] = graph.inputs
      const results = await session.run({ [input?.name ?? '']: new Tensor('float32', data, input?.shape ?? []) })
      return Object.entries(results)
        .sort(([first], [second]) => (first < second ? -1 : 1))
        .map(([, { data: values }]) => (values instanceof Float32Array ? values : new Float32Array()))
    },
  }
}
