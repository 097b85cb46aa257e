/** Draws assets/layouts/*.png, the sample layouts of the landscape pack; run it again after a change to scripts/layouts. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { encode } from 'fast-png'

import { scenes } from './layouts/scenes.mjs'
import { root } from './setup/repository.mjs'

/** @typedef {{ classes: { id: number, colour: number[] }[] }} Palette */

const folder = path.join(root, 'assets/layouts')
/** @type {unknown} */
const parsed = JSON.parse(readFileSync(path.join(root, 'assets/palettes/landscape.json'), 'utf8'))
const { classes } = /** @type {Palette} */ (parsed)
const colours = Array.from({ length: 256 }, (_, id) => classes.find((entry) => entry.id === id)?.colour ?? [0, 0, 0])

mkdirSync(folder, { recursive: true })
for (const [name, draw] of Object.entries(scenes)) {
  const { width, height, data } = draw()
  const png = encode({ width, height, data, depth: 8, channels: 1, palette: colours }, { zlib: { level: 9 } })
  writeFileSync(path.join(folder, `${name}.png`), png)
}
