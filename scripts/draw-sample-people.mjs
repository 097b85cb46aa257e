/**
 * Writes assets/exemplars/people: drawn people before drawn walls. No photographs of whole people may be shipped, and a first
 * picture should not have to wait for one of the user's own. Run it again after a change to scripts/people.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'

import sharp from 'sharp'

import { drawPerson } from './people/draw-person.mjs'
import { looks } from './people/looks.mjs'
import { root } from './setup/repository.mjs'

const folder = path.join(root, 'assets/exemplars/people')
const [WIDTH, HEIGHT] = [384, 512]

mkdirSync(folder, { recursive: true })
for (const [name, look] of Object.entries(looks)) {
  const data = drawPerson(look, WIDTH, HEIGHT)
  await sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 90 })
    .toFile(path.join(folder, `${name}.jpg`))
}
