import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { CocanvasError } from '../../../contract/error-codes.ts'
import type { MakeupLayers } from '../../../makeup/layers/makeup-layers.ts'
import { PRESET_BYTES, presetBytes, presetLayers } from '../../../makeup/presets/preset-planes.ts'

/** A preset file begins with this line; the rest is deflated. A file of a later form would count on. */
const FIRST_LINE = new TextEncoder().encode('cocanvas make-up 1\n')

/** Make-up as a file of some ten to two hundred kilobytes. */
export function encodePreset(layers: MakeupLayers): Uint8Array {
  const packed = deflateRawSync(presetBytes(layers), { level: 9 })
  const file = new Uint8Array(FIRST_LINE.length + packed.length)
  file.set(FIRST_LINE)
  file.set(packed, FIRST_LINE.length)
  return file
}

/** @throws CocanvasError `bad-request` for anything but a whole preset */
export function decodePreset(file: Uint8Array): MakeupLayers {
  try {
    if (!FIRST_LINE.every((byte, index) => file[index] === byte)) throw new RangeError('another file')
    return presetLayers(inflateRawSync(file.subarray(FIRST_LINE.length), { maxOutputLength: PRESET_BYTES }))
  } catch (error) {
    throw new CocanvasError(
      'bad-request',
      'This is no make-up look, or it is damaged; choose a .cocanvas-look file that Cocanvas saved.',
      { cause: error },
    )
  }
}
