/** `npm run check:packs`: compares the manifest of every committed pack and annotator with its graphs. */
import { importTypeScript } from './building/import-typescript.mjs'
import { root } from './setup/repository.mjs'
import { runScript } from './setup/run-command.mjs'

await runScript(async () => {
  const imported = await importTypeScript('scripts/packs/check-packs.ts')
  const { checkPacks } = /** @type {typeof import('./packs/check-packs.ts')} */ (imported)
  const { complaints, graphs } = await checkPacks(root)
  for (const complaint of complaints) console.error(complaint)
  console.log(`${graphs} graphs compared with their manifests, ${complaints.length} disagreements.`)
  return complaints.length === 0 ? 0 : 1
})
