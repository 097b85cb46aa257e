/** A photo cut into pieces that follow its edges: the piece's number of every pixel. */
export interface Superpixels {
  readonly width: number
  readonly height: number
  readonly labels: Int32Array
  readonly count: number
}

const ROUNDS = 5
/** Weight of place against colour: higher makes rounder pieces that follow edges less (SLIC's m). */
const COMPACTNESS = 12

/**
 * Simple linear iterative clustering (Achanta et al. 2012, "SLIC superpixels") with a fixed number of rounds.
 *
 * @param lab CIELAB of the photo, interleaved.
 * @param size Approximate side of a piece, in pixels.
 */
export function superpixels(lab: Float32Array, width: number, height: number, size: number): Superpixels {
  const centres = gridCentres(lab, width, height, size)
  const labels = new Int32Array(width * height).fill(-1)
  const distances = new Float32Array(width * height)
  for (let round = 0; round < ROUNDS; round += 1) {
    distances.fill(Infinity)
    centres.forEach((centre, index) => assignAround(centre, index, { lab, width, height, size, labels, distances }))
    moveCentres(centres, labels, lab, width)
  }
  return { width, height, labels, count: centres.length }
}

interface Centre {
  x: number
  y: number
  l: number
  a: number
  b: number
}

interface Field {
  readonly lab: Float32Array
  readonly width: number
  readonly height: number
  readonly size: number
  readonly labels: Int32Array
  readonly distances: Float32Array
}

function gridCentres(lab: Float32Array, width: number, height: number, size: number): Centre[] {
  const centres: Centre[] = []
  for (let y = size / 2; y < height; y += size) {
    for (let x = size / 2; x < width; x += size) {
      const at = 3 * (Math.floor(y) * width + Math.floor(x))
      centres.push({ x, y, l: lab[at] ?? 0, a: lab[at + 1] ?? 0, b: lab[at + 2] ?? 0 })
    }
  }
  return centres
}

/** Gives the pixels within one piece's reach to this centre where it is nearer than any before. */
function assignAround(centre: Centre, index: number, { lab, width, height, size, labels, distances }: Field): void {
  const placeWeight = (COMPACTNESS / size) ** 2
  const left = Math.max(0, Math.floor(centre.x - size))
  const right = Math.min(width, Math.ceil(centre.x + size))
  const bottom = Math.min(height, Math.ceil(centre.y + size))
  for (let y = Math.max(0, Math.floor(centre.y - size)); y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const pixel = y * width + x
      const l = (lab[3 * pixel] ?? 0) - centre.l
      const a = (lab[3 * pixel + 1] ?? 0) - centre.a
      const b = (lab[3 * pixel + 2] ?? 0) - centre.b
      const place = (x - centre.x) ** 2 + (y - centre.y) ** 2
      const far = l * l + a * a + b * b + place * placeWeight
      if (far >= (distances[pixel] ?? 0)) continue
      distances[pixel] = far
      labels[pixel] = index
    }
  }
}

function moveCentres(centres: Centre[], labels: Int32Array, lab: Float32Array, width: number): void {
  const sums = new Float64Array(centres.length * 6)
  const add = (at: number, value: number): void => {
    sums[at] = (sums[at] ?? 0) + value
  }
  labels.forEach((label, pixel) => {
    if (label < 0) return
    const at = label * 6
    add(at, pixel % width)
    add(at + 1, Math.floor(pixel / width))
    add(at + 2, lab[3 * pixel] ?? 0)
    add(at + 3, lab[3 * pixel + 1] ?? 0)
    add(at + 4, lab[3 * pixel + 2] ?? 0)
    add(at + 5, 1)
  })
  centres.forEach((centre, index) => {
    const [x = 0, y = 0, l = 0, a = 0, b = 0, count = 0] = sums.subarray(index * 6, index * 6 + 6)
    if (count > 0) Object.assign(centre, { x: x / count, y: y / count, l: l / count, a: a / count, b: b / count })
  })
}
