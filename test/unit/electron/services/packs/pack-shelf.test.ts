import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { modelFolders, userPackFolder } from '../../../../../electron/packs/pack-folders.ts'
import { PackShelf } from '../../../../../electron/services/packs/pack-shelf.ts'
import { listSampleLayouts, readSampleLayout } from '../../../../../electron/services/samples/sample-layouts.ts'
import { readSystemFacts } from '../../../../../electron/services/system/system-facts.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

const tiny = path.resolve('test/fixtures/packs/tiny')

interface Installation {
  readonly shelf: PackShelf
  readonly data: string
  readonly root: string
}

/** An installation that ships nothing, and a user who has imported the small pack. */
function installation(): Installation {
  const folder = temporaryFolder()
  const [root, data] = [path.join(folder, 'app'), path.join(folder, 'data')]
  mkdirSync(path.join(root, 'models/packs'), { recursive: true })
  cpSync(tiny, path.join(data, 'packs/tiny'), { recursive: true })
  return { shelf: new PackShelf(modelFolders(root, data), userPackFolder(data)), data, root }
}

describe('the packs on the shelf', () => {
  it('are told apart by where they come from, with their size', async () => {
    const { shelf, root } = installation()
    cpSync(tiny, path.join(root, 'models/packs/tiny'), { recursive: true })
    rmSync(path.join(root, 'models/packs/tiny/manifest.json'))
    const { packs, broken } = await shelf.list()
    expect(packs.map(({ manifest, origin }) => [manifest.id, origin])).toEqual([['tiny', 'imported']])
    expect(packs[0]?.bytes).toBeGreaterThan(1000)
    expect(broken).toHaveLength(1)
  })

  it('are verified byte by byte', async () => {
    const { shelf, data } = installation()
    await shelf.verify('tiny')
    appendFileSync(path.join(data, 'packs/tiny/match.onnx'), 'x')
    await expect(shelf.verify('tiny')).rejects.toThrow(/match\.onnx/)
    await expect(shelf.verify('unknown')).rejects.toThrow(/unknown/)
  })

  it('can be removed only when the user brought them', async () => {
    const { shelf, data, root } = installation()
    await shelf.remove('tiny')
    expect(existsSync(path.join(data, 'packs/tiny'))).toBe(false)
    cpSync(tiny, path.join(root, 'models/packs/tiny'), { recursive: true })
    await expect(shelf.remove('tiny')).rejects.toThrow(/cannot be removed/)
    expect(existsSync(path.join(root, 'models/packs/tiny/manifest.json'))).toBe(true)
  })

  it('show their card, and an empty one when they have none', async () => {
    const { shelf, data } = installation()
    expect(await shelf.readCard('tiny')).toBe('')
    writeFileSync(path.join(data, 'packs/tiny/card.md'), '# Tiny\n')
    expect(await shelf.readCard('tiny')).toBe('# Tiny\n')
  })
})

describe('what the page about offline use shows', () => {
  // Bug it would catch: a model that is used and not named.
  it('names every model file with its size', async () => {
    const { data, root } = installation()
    const facts = await readSystemFacts(
      { kind: 'web', appVersion: '1.2.3', locales: ['ko'] },
      modelFolders(root, data),
      data,
    )
    expect(facts).toMatchObject({ shell: 'web', appVersion: '1.2.3', locales: ['ko'], dataFolder: data })
    expect(facts.modelFiles.map(({ owner, file }) => `${owner}/${file}`)).toEqual([
      'tiny/correspondence.onnx',
      'tiny/exemplar.onnx',
      'tiny/generate.onnx',
      'tiny/layout.onnx',
      'tiny/match.onnx',
    ])
    expect(facts.modelFiles.every(({ bytes }) => bytes > 0)).toBe(true)
    expect(facts.versions['node']).toBe(process.versions.node)
  })
})

describe('the sample layouts', () => {
  it('are those that ship, by words', async () => {
    const layouts = await listSampleLayouts(path.resolve('assets'))
    expect(layouts).toContainEqual({ id: 'mountain-lake', title: 'Mountain lake' })
  })

  // Bug it would catch: an id from the page that is used as a path.
  it.each(['../exemplars/landscape/sunset', 'mountain-lake.png', ''])('are nothing else: %j is refused', async (id) => {
    const { shelf } = installation()
    const { manifest } = await shelf.find('tiny')
    await expect(readSampleLayout(path.resolve('assets'), id, manifest)).rejects.toThrow(/no such sample/)
  })
})
