import { standardNormal } from '../../../conditions/noise/standard-normal.ts'
import type { ImageSize } from '../../../contract/image-size.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { InputRole } from '../../../contract/recipes/models/synthesis-manifest.ts'
import type { Source, Sources } from '../../pipelines/stage-flow.ts'
import type { TensorValue } from '../../../contract/tensor.ts'
import { inputOf } from './input-of.ts'

/**
 * A scene that every pack can render without any file: horizontal bands of its channels, a smooth colour ramp as the
 * exemplar, fixed noise. Same on every machine.
 */
export function testScene(manifest: PackManifest): Sources {
  const { native, fixed } = manifest.sizes
  const size = fixed ?? { width: native, height: native }
  const noise = inputOf('noise', manifest)?.shape.map(Number)
  const [, channels = 1, height = 1, width = 1] = noise ?? []
  const sources: readonly (readonly [InputRole, () => TensorValue])[] = [
    ['condition', () => bands(manifest, size)],
    ['exemplar-condition', () => bands(manifest, size)],
    ['exemplar', () => ramp(size)],
    ['noise', () => ({ dtype: 'float32', shape: noise ?? [1], data: standardNormal(channels * height * width, 0) })],
    ['temperature', () => ({ dtype: 'float32', shape: [1], data: Float32Array.of(manifest.temperature) })],
  ]
  return new Map(sources.map(([role, make]): [InputRole, Source] => [role, { key: `test-scene-${role}`, make }]))
}

function bands({ conditions: [condition] }: PackManifest, { width, height }: ImageSize): TensorValue {
  if (condition === undefined) throw new RangeError('a pack takes at least one condition')
  const plane = width * height
  const band = (y: number): number => Math.floor((y * condition.channels) / height)
  if (condition.encoding === 'index') {
    const data = Int32Array.from({ length: plane }, (_, pixel) => band(Math.floor(pixel / width)))
    return { dtype: 'int32', shape: [1, height, width], data }
  }
  const data = new Float32Array(condition.channels * plane)
  for (let pixel = 0; pixel < plane; pixel++) data[band(Math.floor(pixel / width)) * plane + pixel] = 1
  return { dtype: 'float32', shape: [1, condition.channels, height, width], data }
}

function ramp({ width, height }: ImageSize): TensorValue {
  const plane = width * height
  const data = Float32Array.from({ length: plane * 3 }, (_, index) => {
    const pixel = index % plane
    const along = [(pixel % width) / width, Math.floor(pixel / width) / height, pixel / plane]
    return (along[Math.floor(index / plane)] ?? 0) * 2 - 1
  })
  return { dtype: 'float32', shape: [1, 3, height, width], data }
}
