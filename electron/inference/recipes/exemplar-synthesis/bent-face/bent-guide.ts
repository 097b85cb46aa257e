import type { ImageSize } from '../../../../contract/image-size.ts'
import type { Guide } from '../../../../detail/synthesise.ts'
import { bentOrigin } from './bent-origin.ts'
import type { BentFace } from './bent-face.ts'

/**
 * Where the texture of a larger picture is looked for first: where the bent face takes it from, and where the match does elsewhere.
 * The match finds eyes and mouths cell by cell, and pieced them together from several places.
 *
 * @param size of the layout
 */
export function bentGuide(guide: Guide, face: BentFace, { width, height }: ImageSize): Guide {
  const { columns, rows } = guide
  const bent = { columns, rows, x: guide.x.slice(), y: guide.y.slice() }
  for (let row = 0, cell = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, cell++) {
      const x = Math.floor(((column + 0.5) * width) / columns)
      const origin = bentOrigin(face, width, Math.floor(((row + 0.5) * height) / rows) * width + x)
      if (origin === undefined) continue
      bent.x[cell] = origin.x
      bent.y[cell] = origin.y
    }
  return bent
}
