import { cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { TensorValue } from '../../../../../electron/contract/tensor.ts'
import { AnnotatorNetworks } from '../../../../../electron/inference/reading/annotator-networks.ts'
import { OnnxRuntime } from '../../../../../electron/inference/runtime/onnx-runtime.ts'
import { SessionPool } from '../../../../../electron/inference/session-pool.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

const SHIPPED = fileURLToPath(new URL('../../../../../models/annotators', import.meta.url))

function networksIn(folder: string): AnnotatorNetworks {
  const sessions = new SessionPool(new OnnxRuntime(), { provider: 'cpu', threads: 1 }, { kind: 'fail' })
  onTestFinished(() => sessions.dispose())
  return new AnnotatorNetworks([folder], () => sessions)
}

/** A picture without anything in it, for the face detector. */
const blank = (side = 128): TensorValue => ({
  dtype: 'float32',
  shape: [1, side, side, 3],
  data: new Float32Array(side * side * 3),
})

describe('the networks of the annotators', () => {
  it('runs a shipped network by its id and gives all its outputs by name', async () => {
    const outputs = await networksIn(SHIPPED).run('face-detector', new Map([['input', blank()]]))
    expect([...outputs].map(([name, { shape }]) => [name, shape])).toEqual([
      ['output_0_regressors', [1, 896, 16]],
      ['output_1_classificators', [1, 896, 1]],
    ])
    // A grey picture holds no face: every score is a clearly negative logit.
    expect(Math.max(...Array.from(outputs.get('output_1_classificators')?.data ?? [0], Number))).toBeLessThan(0)
  })

  // Such a tensor would crash deep inside the runtime, with a sentence nobody can act on.
  it('refuses a tensor of another size, naming what it wants and what it got', async () => {
    await expect(networksIn(SHIPPED).run('face-detector', new Map([['input', blank(64)]]))).rejects.toThrow(
      'takes float32 [1,128,128,3] as input and was given float32 [1,64,64,3]',
    )
    await expect(networksIn(SHIPPED).run('face-detector', new Map())).rejects.toThrow('was given nothing')
  })

  it('says so when it is not installed, and finds it once it is', async () => {
    const folder = temporaryFolder()
    const networks = networksIn(folder)
    const run = () => networks.run('face-detector', new Map([['input', blank()]]))
    await expect(run()).rejects.toMatchObject({ code: 'pack-missing' })
    cpSync(path.join(SHIPPED, 'face-detector'), path.join(folder, 'face-detector'), { recursive: true })
    await expect(run()).resolves.toHaveProperty('size', 2)
  })

  // A damaged download would run and find nonsense.
  it('refuses a graph that is not the one its manifest describes', async () => {
    const folder = temporaryFolder()
    cpSync(path.join(SHIPPED, 'face-detector'), path.join(folder, 'face-detector'), { recursive: true })
    writeFileSync(path.join(folder, 'face-detector', 'face_detection_short_range.onnx'), 'something else')
    await expect(networksIn(folder).run('face-detector', new Map([['input', blank()]]))).rejects.toMatchObject({
      code: 'pack-broken',
    })
  })
})
