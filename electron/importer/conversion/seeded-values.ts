/**
 * Numbers that Python makes alike (models/training/training/official/seeded_inputs.py), so that references made there
 * and graphs run here see the same inputs. Value i depends on the seed and i only.
 */

const GOLDEN = 0x9e3779b9

/** Value `index` of the stream `seed`, in (0,1): MurmurHash3's 32-bit finaliser of index·φ + seed. */
export function hashedUniform(index: number, seed: number): number {
  let state = (Math.imul(index, GOLDEN) + seed) | 0
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32 + 0.5 / 2 ** 32
}

/** `count` standard normal values by Box and Muller. */
export function hashedNormal(count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count }, (_, index) => {
    const radius = Math.sqrt(-2 * Math.log(hashedUniform(2 * index, seed)))
    return radius * Math.cos(2 * Math.PI * hashedUniform(2 * index + 1, seed))
  })
}

/** [1,channels,side,side] in −1..1: waves of seeded direction and a little grain. */
export function smoothPicture(seed: number, channels: number, side: number): Float32Array {
  const values = new Float32Array(channels * side * side)
  for (let channel = 0; channel < channels; channel++) {
    const [down, across, phase, strength] = [0, 1, 2, 3].map((part) => hashedUniform(channel * 4 + part, seed))
    const amplitude = 0.5 + 0.4 * (strength ?? 0)
    for (let place = 0; place < side * side; place++) {
      const [row, column] = [Math.floor(place / side) / side, (place % side) / side]
      const angle = 2 * Math.PI * ((down ?? 0) * 6 * row + (across ?? 0) * 6 * column + (phase ?? 0))
      const index = channel * side * side + place
      const grain = hashedUniform(index, seed + 1) - 0.5
      values[index] = Math.max(-1, Math.min(1, Math.sin(angle) * amplitude + 0.2 * grain))
    }
  }
  return values
}

/** [1,side,side]: a dozen seeded ellipses over class 0, each of one of `classes` classes. */
export function layoutLabels(seed: number, classes: number, side: number): Int32Array {
  const labels = new Int32Array(side * side)
  for (let ellipse = 0; ellipse < 12; ellipse++) {
    const part = (index: number): number => hashedUniform(ellipse * 5 + index, seed)
    const [row, column, height, width, label] = [
      part(0) * side,
      part(1) * side,
      20 + 60 * part(2),
      20 + 60 * part(3),
      part(4),
    ]
    for (let place = 0; place < labels.length; place++) {
      const down = (Math.floor(place / side) - row) / height
      const across = ((place % side) - column) / width
      if (down ** 2 + across ** 2 < 1) labels[place] = Math.floor(label * classes)
    }
  }
  return labels
}
