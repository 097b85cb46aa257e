/**
 * `node scripts/measure-larger-pictures.mjs PHOTOS LABELS OUT [COUNT] [SIDES]`: makes larger pictures of validation pairs (every
 * 20th photo of the folder) in several ways, and tells their detail, axis peaks and semantic accuracy. Pictures go into OUT.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { importTypeScript } from './building/import-typescript.mjs'
import { root } from './setup/repository.mjs'
import { runScript } from './setup/run-command.mjs'

await runScript(async () => {
  const [photos, labels, out, count = '12', sides = '512,1024'] = process.argv.slice(2)
  if (photos === undefined || labels === undefined || out === undefined) {
    console.error('Name the folder of photos, that of their labels, and one for the results.')
    return 2
  }
  mkdirSync(out, { recursive: true })
  const names = readdirSync(photos)
    .sort()
    .filter((_, index) => index % 20 === 0)
    .slice(0, Number(count))
  const imported = await importTypeScript('scripts/larger-pictures/measure-larger.ts')
  const { measureLarger } = /** @type {typeof import('./larger-pictures/measure-larger.ts')} */ (imported)
  const all = await measureLarger(root, { photos, labels, out, names, sides: sides.split(',').map(Number) })
  writeFileSync(path.join(out, 'larger.json'), JSON.stringify(all, null, 2))
  console.log(
    `| ${names.length} pairs | size | detail, median | classes within 25 % | peaks at 2, 4, 8 px | accuracy | ms |\n|---|---|---|---|---|---|---|`,
  )
  for (const side of new Set(all.map((each) => each.side)))
    for (const way of new Set(all.map((each) => each.way))) {
      const rows = all.filter((each) => each.side === side && each.way === way)
      const detail = rows.flatMap((each) => each.detail)
      const within = detail.filter((share) => share >= 0.75 && share <= 1.25).length / Math.max(1, detail.length)
      const peaks = [0, 1, 2].map((at) => median(rows.map(({ peaks: own }) => own[at] ?? 0)).toFixed(2)).join(', ')
      const found = rows.reduce((sum, row) => sum + row.agreement, 0) / Math.max(1, rows.length)
      const time = median(rows.map(({ milliseconds }) => milliseconds)).toFixed(0)
      console.log(
        `| ${way} | ${side} | ${median(detail).toFixed(2)} | ${(100 * within).toFixed(0)} % | ${peaks} | ${found.toFixed(3)} | ${time} |`,
      )
    }
  return 0
})

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
