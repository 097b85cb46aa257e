import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { packManifestSchema, type PackManifest } from '../../../../electron/contract/pack-manifest.ts'
import type { PackStage } from '../../../../electron/contract/recipes/models/synthesis-manifest.ts'
import type { TensorDescription } from '../../../../electron/contract/pack-stage.ts'
import { filled, type FakeGraph } from './fake-runtime.ts'

/** Side of the fake pack's pictures in pixels; its grid has half of it. */
export const SIDE = 4

const picture: TensorDescription['shape'] = [1, 3, 'H', 'W']

/** A stage whose graph file holds the words that `writeFakePack` writes. */
export function fakeStage(
  name: string,
  inputs: TensorDescription[],
  outputs: TensorDescription[],
  keep = false,
): PackStage {
  const content = `graph of ${name}`
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { name, keep, file: `${name}.onnx`, sha256, bytes: content.length, inputs, outputs }
}

const float = (name: string, shape: TensorDescription['shape']): TensorDescription => ({
  name,
  dtype: 'float32',
  shape,
})
const index = (name: string): TensorDescription => ({ name, dtype: 'int32', shape: [1, 'H', 'W'] })

const exemplar = fakeStage(
  'exemplar',
  [float('exemplar', picture), index('exemplar_condition')],
  [float('exemplar_code', [1, 1])],
  true,
)
const layout = fakeStage('layout', [index('condition')], [float('layout_code', [1, 1])], true)
const match = fakeStage(
  'match',
  [float('layout_code', [1, 1]), float('exemplar_code', [1, 1])],
  [float('warp', picture), float('confidence', [1, 1, 'h', 'w'])],
  true,
)
const generate = fakeStage('generate', [float('warp', picture), index('condition')], [float('picture', picture)])
const correspondence = fakeStage(
  'correspondence',
  [float('layout_code', [1, 1]), { name: 'query', dtype: 'int64', shape: [1] }],
  [float('heat', [1, 1, 'h', 'w'])],
)

/** The match's graph, for tests of single graphs. */
export const FAKE_MATCH = match

/** A whole pack of two classes (ids 3 and 5, alias 7 of 5) whose graphs are FAKE_GRAPHS. */
export const FAKE_MANIFEST: PackManifest = packManifestSchema.parse({
  formatVersion: 2,
  recipe: 'exemplar-synthesis',
  id: 'fake',
  version: '1.0.0',
  title: 'Fake pack',
  conditions: [{ kind: 'labels', encoding: 'index', channels: 2 }],
  classes: [
    { id: 3, name: 'sky', colour: [0, 0, 255], channel: 0 },
    { id: 5, name: 'tree', colour: [0, 255, 0], channel: 1, aliases: [{ id: 7, name: 'bush' }] },
  ],
  sizes: { native: SIDE, multiple: 2, min: 2, max: 8 },
  normalisation: { layout: 'nchw', channels: 'rgb', range: [-1, 1] },
  stages: [exemplar, layout, match, generate, correspondence],
  inputs: {
    exemplar: 'exemplar',
    exemplar_condition: 'exemplar-condition',
    condition: 'condition',
    query: 'query',
  },
  outputs: { picture: 'picture', preview: 'warp', confidence: 'confidence', correspondence: 'heat' },
  grid: { stride: 2 },
  licence: { name: 'MIT' },
  provenance: { summary: 'For tests.' },
  metrics: {},
})

const encodeExemplar: FakeGraph = (feeds) =>
  new Map([['exemplar_code', filled([1, 1], mean(feeds.get('exemplar')?.data))]])

const encodeLayout: FakeGraph = (feeds) =>
  new Map([['layout_code', filled([1, 1], mean(feeds.get('condition')?.data))]])

const matchAndWarp: FakeGraph = (feeds) =>
  new Map([
    ['warp', filled([1, 3, SIDE, SIDE], Number(feeds.get('exemplar_code')?.data[0]))],
    ['confidence', filled([1, 1, SIDE / 2, SIDE / 2], 0.5)],
  ])

const paint: FakeGraph = (feeds) =>
  new Map([['picture', filled([1, 3, SIDE, SIDE], -Number(feeds.get('warp')?.data[0]))]])

const correspond: FakeGraph = (feeds) => {
  const heat = new Float32Array((SIDE / 2) ** 2)
  heat[Number(feeds.get('query')?.data[0])] = 1
  return new Map([['heat', { dtype: 'float32', shape: [1, 1, SIDE / 2, SIDE / 2], data: heat }]])
}

/** Trivial arithmetic in place of networks: codes are means, the warp is the exemplar's, the picture its negative. */
export const FAKE_GRAPHS: readonly (readonly [PackStage, FakeGraph])[] = [
  [exemplar, encodeExemplar],
  [layout, encodeLayout],
  [match, matchAndWarp],
  [generate, paint],
  [correspondence, correspond],
]

function mean(values: ArrayLike<number | bigint> | undefined): number {
  const numbers = Array.from(values ?? [], Number)
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length
}

/** Writes the pack's folder (its graph files hold a few words) and returns the folder that holds it. */
export function writeFakePack(parent: string, manifest: PackManifest = FAKE_MANIFEST): string {
  const folder = path.join(parent, manifest.id)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
  for (const { file } of manifest.stages) {
    writeFileSync(path.join(folder, file), `graph of ${path.parse(file).name}`)
  }
  return parent
}
