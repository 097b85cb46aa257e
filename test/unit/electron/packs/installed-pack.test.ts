import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findPack, listPacks, readPack } from '../../../../electron/packs/installed-pack.ts'
import { verifyPack } from '../../../../electron/packs/verify-pack.ts'
import { FAKE_MANIFEST, writeFakePack } from '../inference/fake-pack.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

describe('finding packs', () => {
  it('lists sound packs and says of each broken one what is wrong', async () => {
    const folder = writeFakePack(temporaryFolder())
    mkdirSync(path.join(folder, 'empty'))
    mkdirSync(path.join(folder, 'damaged'))
    writeFileSync(path.join(folder, 'damaged', 'manifest.json'), '{"id":')
    const { packs, broken } = await listPacks([folder, '/nowhere'])
    expect(packs.map(({ manifest }) => manifest.id)).toEqual(['fake'])
    expect(broken.map(({ message }) => message)).toEqual([
      expect.stringMatching(/manifest\.json is not valid JSON; install the pack again\.$/),
      expect.stringMatching(/manifest\.json cannot be read, so there is no pack here; install the pack again\.$/),
    ])
  })

  // A downloaded pack must not be able to pose as the shipped one.
  it('prefers the first folder when two hold the same pack', async () => {
    const shipped = writeFakePack(temporaryFolder())
    const own = writeFakePack(temporaryFolder(), { ...FAKE_MANIFEST, title: 'Impostor' })
    expect((await findPack([shipped, own], 'fake')).manifest.title).toBe('Fake pack')
    expect((await listPacks([shipped, own])).packs).toHaveLength(1)
  })

  it('does not see a pack that is still being written', async () => {
    const folder = writeFakePack(temporaryFolder())
    renameSync(path.join(folder, 'fake'), path.join(folder, '.fake.tmp'))
    await expect(findPack([folder], 'fake')).rejects.toThrow(/no pack is installed/)
  })

  it('names the place in a manifest that does not fit', async () => {
    const folder = path.join(writeFakePack(temporaryFolder()), 'fake')
    writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ ...FAKE_MANIFEST, grid: { stride: 'wide' } }))
    await expect(readPack(folder)).rejects.toThrow(/does not fit the format at grid\.stride/)
  })

  it('refuses a pack in a folder of another name, since packs are found by folder', async () => {
    const parent = writeFakePack(temporaryFolder())
    renameSync(path.join(parent, 'fake'), path.join(parent, 'other'))
    await expect(findPack([parent], 'other')).rejects.toThrow(/calls itself fake; rename the folder to fake\.$/)
  })
})

describe('verifying a pack', () => {
  it('accepts the files its manifest describes', async () => {
    await expect(
      verifyPack(await readPack(path.join(writeFakePack(temporaryFolder()), 'fake'))),
    ).resolves.toBeUndefined()
  })

  it.each([
    ['missing', (file: string) => rmSync(file), /match\.onnx of fake is missing or unreadable/],
    ['cut short', (file: string) => writeFileSync(file, 'graph of'), /is 8 bytes long where 14 were expected/],
    ['altered', (file: string) => writeFileSync(file, 'Graph of match'), /has another checksum than its manifest/],
  ])('refuses a graph that is %s', async (_, damage, sentence) => {
    const folder = path.join(writeFakePack(temporaryFolder()), 'fake')
    damage(path.join(folder, 'match.onnx'))
    await expect(verifyPack(await readPack(folder))).rejects.toThrow(sentence)
  })
})
