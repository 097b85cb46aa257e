/**
 * `node scripts/measure-portrait-edits.mjs PHOTOS OUT [PATTERN]`: edits portraits as users do (glasses, hair, brows, smiles, hats),
 * tells how the border of each change behaves and whether anything else changed, and writes before and after side by side into
 * OUT. With a PATTERN, only the edits whose photo and change match it.
 */
import { mkdirSync } from 'node:fs'

import { importTypeScript } from './building/import-typescript.mjs'
import { root } from './setup/repository.mjs'
import { runScript } from './setup/run-command.mjs'

const EYEGLASSES = 3
const MOUTH = 10

/** @type {readonly import('./photo-edits/measure-portraits.ts').PortraitEdit[]} */
const EDITS = [
  { photo: 'male_95.jpg', change: 'glasses off' },
  { photo: 'male_4.jpg', change: 'glasses on', lent: { photo: 'male_95.jpg', classId: EYEGLASSES } },
  { photo: 'female_52.jpg', change: 'hair lower' },
  { photo: 'female_37.jpg', change: 'hair shorter' },
  { photo: 'female_50.jpg', change: 'hair longer' },
  { photo: 'male_5.jpg', change: 'hair lower' },
  { photo: 'female_33.jpg', change: 'more hair' },
  { photo: 'female_45.jpg', change: 'fringe' },
  { photo: 'male_53.jpg', change: 'brows thicker' },
  { photo: 'female_48.jpg', change: 'brows thinner' },
  { photo: 'male_7.jpg', change: 'smile open', lent: { photo: 'female_48.jpg', classId: MOUTH } },
  { photo: 'female_48.jpg', change: 'smile closed' },
  { photo: 'female_22.jpg', change: 'smile wider' },
  { photo: 'male_15.jpg', change: 'hat off' },
  { photo: 'female_73.jpg', change: 'hat off' },
]

await runScript(async () => {
  const [photos, out, pattern = ''] = process.argv.slice(2)
  if (photos === undefined || out === undefined) {
    console.error('Name the folder of portraits, and one for the results.')
    return 2
  }
  mkdirSync(out, { recursive: true })
  const imported = await importTypeScript('scripts/photo-edits/measure-portraits.ts')
  const { measurePortraits } = /** @type {typeof import('./photo-edits/measure-portraits.ts')} */ (imported)
  const edits = EDITS.filter(({ photo, change }) => new RegExp(pattern).test(`${photo} ${change}`))
  const measured = await measurePortraits(root, { photos, out, edits })
  console.log('| portrait | change | seam | kept outside | detail inside | ms |\n|---|---|---|---|---|---|')
  for (const { photo, change, seam, kept, detail, milliseconds } of measured)
    console.log(
      `| ${photo} | ${change} | ${seam.toFixed(2)} | ${kept} | ${detail.toFixed(2)} | ${Math.round(milliseconds)} |`,
    )
  return 0
})
