import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { KnownPacks } from '../../../../../electron/inference/caching/known-packs.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { writeFakePack } from '../fake-pack.ts'

it('reads a manifest once, and again when it has changed', async () => {
  const folder = writeFakePack(temporaryFolder())
  const manifestFile = path.join(folder, 'fake/manifest.json')
  const packs = new KnownPacks([folder])
  const first = await packs.find('fake')
  expect(await packs.find('fake')).toBe(first)
  // A pack that is updated under a running host must not go on with the old version's name and graphs.
  writeFileSync(manifestFile, readFileSync(manifestFile, 'utf8').replace('"version":"1.0.0"', '"version":"1.0.1"'))
  expect((await packs.find('fake')).manifest.version).toBe('1.0.1')
})

it('misses a pack that was removed', async () => {
  const folder = writeFakePack(temporaryFolder())
  const packs = new KnownPacks([folder])
  await packs.find('fake')
  rmSync(path.join(folder, 'fake'), { recursive: true })
  await expect(packs.find('fake')).rejects.toMatchObject({ code: 'pack-missing' })
})
