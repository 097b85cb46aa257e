/**
 * `node scripts/measure-larger-pictures.mjs PHOTOS LABELS OUT [--count 12] [--every 20] [--sides 512,1024] [--looks FOLDER] [--crops] [--way NAME …]`:
 * makes larger pictures in several ways, and tells their detail, axis peaks and semantic accuracy. Every 20th photo of the
 * folder gives its labels as a layout; the next one lends its look, or a photo of `--looks`, where the labels of a.jpg are called
 * a.labels.png. Pictures go into OUT.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { importTypeScript } from './building/import-typescript.mjs'
import { tableOf } from './larger-pictures/table.mjs'
import { root } from './setup/repository.mjs'
import { runScript } from './setup/run-command.mjs'

await runScript(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: 'string', default: '12' },
      every: { type: 'string', default: '20' },
      sides: { type: 'string', default: '512,1024' },
      looks: { type: 'string' },
      crops: { type: 'boolean', default: false },
      way: { type: 'string', multiple: true },
    },
  })
  const [photos, labels, out] = positionals
  if (photos === undefined || labels === undefined || out === undefined) {
    console.error('Name the folder of photos, that of their labels, and one for the results.')
    return 2
  }
  mkdirSync(out, { recursive: true })
  const imported = await importTypeScript('scripts/larger-pictures/measure-larger.ts')
  const { measureLarger, photoNames, WAYS } = /** @type {typeof import('./larger-pictures/measure-larger.ts')} */ (
    imported
  )
  const names = photoNames(photos)
    .filter((_, index) => index % Number(values.every) === 0)
    .slice(0, Number(values.count))
  const all = await measureLarger(root, {
    folder: { photos, labels },
    names,
    looks: values.looks === undefined ? undefined : { photos: values.looks, labels: values.looks },
    sides: values.sides.split(',').map(Number),
    ways: values.way ?? [...WAYS.keys()],
    crops: values.crops,
    out,
  })
  writeFileSync(path.join(out, 'larger.json'), JSON.stringify(all, null, 2))
  console.log(tableOf(all, names.length))
  return 0
})
