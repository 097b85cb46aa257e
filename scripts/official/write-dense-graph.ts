import path from 'node:path'

import type { OfficialVariantId } from '../../electron/importer/architecture/official-variant.ts'
import { Checkpoint } from '../../electron/importer/checkpoint/checkpoint.ts'
import { denseModel } from '../../electron/importer/graphs/dense/dense-model.ts'
import { writeModel } from '../../electron/importer/graphs/onnx/write-model.ts'
import { recognisePair } from '../../electron/importer/recognition/recognise-pair.ts'

/** The files of a checkpoint pair. */
export interface PairFiles {
  readonly correspondence: string
  readonly generator: string
}

/** Writes `dense.onnx` into `folder`: a pair's networks as one graph, as an exporter writes it, in float32. */
export async function writeDenseGraph(files: PairFiles, variant: OfficialVariantId, folder: string): Promise<void> {
  const correspondence = await Checkpoint.open(files.correspondence)
  const generator = await Checkpoint.open(files.generator)
  const candidates = {
    correspondence: { fileName: correspondence.fileName, shapes: correspondence.shapes() },
    generator: { fileName: generator.fileName, shapes: generator.shapes() },
  }
  const recognised = recognisePair(candidates, variant)
  const networks = {
    variant: recognised.variant,
    widths: recognised.correspondence.widths,
    generatorWidths: recognised.generator.widths,
    correspondence: { read: (key: string) => correspondence.readFloat32(key) },
    generator: { read: (key: string) => generator.readFloat32(key) },
    precision: 'fp32' as const,
  }
  await writeModel(denseModel(networks), path.join(folder, 'dense.onnx'))
  await correspondence.dispose()
  await generator.dispose()
}
