/**
 * `node scripts/measure-round-trip.mjs [MAP.png …]`: how much of each part of a face is left when masks become edges and edges
 * become masks again, on the twelve templates or on the face parsing maps that are named (`cocanvas annotate --pack faces`).
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { decode } from 'fast-png'

import { importTypeScript } from './building/import-typescript.mjs'
import { root } from './setup/repository.mjs'
import { runScript } from './setup/run-command.mjs'

await runScript(async () => {
  const templates = path.join(root, 'assets/face-templates')
  const named = process.argv.slice(2)
  const files =
    named.length > 0
      ? named
      : readdirSync(templates)
          .filter((name) => name.endsWith('.png'))
          .map((name) => path.join(templates, name))
  const imported = await importTypeScript('scripts/faces/round-trip.ts')
  const { roundTrip } = /** @type {typeof import('./faces/round-trip.ts')} */ (imported)
  const losses = roundTrip(
    files.map((file) => {
      const { width, height, data } = decode(readFileSync(file))
      if (data.length !== width * height) throw new Error(`${file} is no map of one byte per pixel.`)
      return { width, height, data: Uint8Array.from(data) }
    }),
  )
  for (const { name, iou } of losses) console.log(`${name.padEnd(12)} ${iou.toFixed(3)}`)
  const mean = losses.reduce((sum, { iou }) => sum + iou, 0) / losses.length
  console.log(`${'mean'.padEnd(12)} ${mean.toFixed(4)} (${files.length} maps)`)
  return 0
})
