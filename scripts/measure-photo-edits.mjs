/**
 * `node scripts/measure-photo-edits.mjs PHOTOS LABELS OUT [COUNT]`: edits validation photos (every 20th of the folder), tells how
 * the border of each change behaves beside a naive paste and the whole picture repainted, and writes all pictures into OUT.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { importTypeScript } from './building/import-typescript.mjs'
import { root } from './setup/repository.mjs'
import { runScript } from './setup/run-command.mjs'

await runScript(async () => {
  const [photos, labels, out, count = '40'] = process.argv.slice(2)
  if (photos === undefined || labels === undefined || out === undefined) {
    console.error('Name the folder of photos, that of their labels, and one for the results.')
    return 2
  }
  mkdirSync(out, { recursive: true })
  const names = readdirSync(photos)
    .sort()
    .filter((_, index) => index % 20 === 0)
    .slice(0, Number(count))
  const imported = await importTypeScript('scripts/photo-edits/measure-edits.ts')
  const { measureEdits } = /** @type {typeof import('./photo-edits/measure-edits.ts')} */ (imported)
  const edits = await measureEdits(root, { photos, labels, out, names })
  writeFileSync(path.join(out, 'edits.json'), JSON.stringify(edits, null, 2))
  const ways = /** @type {const} */ (['edit', 'pasted', 'repainted'])
  console.log(
    `| ${edits.length} edits | seam, mean | seam, 95 % | kept outside | detail inside |\n|---|---|---|---|---|`,
  )
  for (const way of ways) {
    const rows = edits.map((each) => each[way])
    const seams = rows.map(({ seam }) => seam).sort((one, other) => one - other)
    const late = seams[Math.floor(seams.length * 0.95)] ?? 0
    console.log(
      `| ${way} | ${mean(seams)} | ${late.toFixed(2)} | ${mean(rows.map(({ kept }) => kept))} | ${mean(rows.map(({ detail }) => detail))} |`,
    )
  }
  const worst = [...edits].sort((one, other) => other.edit.seam - one.edit.seam).slice(0, 10)
  for (const { photo, change, edit } of worst) console.log(`${photo}, ${change}: ${edit.seam.toFixed(2)}`)
  return 0
})

/** @param {readonly number[]} values */
function mean(values) {
  return (values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)).toFixed(3)
}
