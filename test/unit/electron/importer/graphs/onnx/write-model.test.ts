import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runGraphOnce } from '../../../../../../electron/cli/importing/run-graph-once.ts'
import { GraphBuilder } from '../../../../../../electron/importer/graphs/graph-builder.ts'
import { writeModel } from '../../../../../../electron/importer/graphs/onnx/write-model.ts'
import { add } from '../../../../../../electron/importer/graphs/operators/arithmetic.ts'

const GOING_ON = new AbortController().signal
const MIB = 1024 * 1024

let file = ''
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cocanvas-onnx-'))
  file = join(folder, 'graph.onnx')
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

describe('writeModel', () => {
  // Catches a file whose partial messages a real reader does not merge.
  it('writes what onnxruntime reads, constants as float32 and as float16', async () => {
    for (const [precision, expected] of [
      ['fp32', 1 / 3],
      ['fp16', 0.333251953125],
    ] as const) {
      const graph = new GraphBuilder('sum', precision)
      const shape = [4096]
      const input = graph.input('x', 'float32', shape)
      const third = { shape, read: () => Promise.resolve(new Float32Array(4096).fill(1 / 3)) }
      graph.output('y', add(graph, input, graph.weight(third)))
      await rm(file, { force: true })
      await writeModel(graph.build(), file)
      const feeds = new Map([['x', { dtype: 'float32' as const, shape, data: new Float32Array(4096) }]])
      const output = (await runGraphOnce(file, feeds, GOING_ON)).get('y')
      expect(output?.data[4095]).toBe(Math.fround(expected))
    }
  })

  it('holds one constant at a time in memory', async () => {
    const graph = new GraphBuilder('many', 'fp32')
    const size = 36 * MIB
    for (let index = 0; index < 20; index++)
      graph.output(
        `y${index}`,
        graph.weight({ shape: [size / 4], read: () => Promise.resolve(new Float32Array(size / 4)) }),
      )
    const before = process.memoryUsage.rss()
    let highest = before
    await writeModel(graph.build(), file, {
      onBytes: () => {
        highest = Math.max(highest, process.memoryUsage.rss())
      },
    })
    // 720 MiB are written; the issue allows the largest tensor and 200 MB.
    expect(highest - before).toBeLessThan(size + 200 * MIB)
  })

  it('stops at the next constant once cancelled', async () => {
    const graph = new GraphBuilder('long', 'fp32')
    const controller = new AbortController()
    let read = 0
    for (let index = 0; index < 3; index++) {
      const constant = {
        shape: [1],
        read: () => {
          read += 1
          controller.abort(new Error('enough'))
          return Promise.resolve(new Float32Array(1))
        },
      }
      graph.output(`y${index}`, graph.weight(constant))
    }
    await expect(writeModel(graph.build(), file, { signal: controller.signal })).rejects.toThrow('enough')
    expect(read).toBe(1)
  })

  it('refuses weights of another size than their shape says', async () => {
    const graph = new GraphBuilder('wrong', 'fp32')
    graph.output('y', graph.weight({ shape: [3], read: () => Promise.resolve(new Float32Array(2)) }))
    await expect(writeModel(graph.build(), file)).rejects.toThrow('another size')
  })
})
