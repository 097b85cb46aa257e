import { describe, expect, it } from 'vitest'
import { PHOTO_EXTENSIONS } from '../../../../electron/services/dialogs.ts'
import {
  checkBuilderConfiguration,
  readBuilderConfiguration,
} from '../../../../scripts/packaging/builder-configuration.mjs'

describe('the configuration of the packager', () => {
  it('fits its schema', async () => {
    await expect(checkBuilderConfiguration(readBuilderConfiguration())).resolves.toBeUndefined()
  })

  // Bug it would catch: a misspelt key that is ignored, and a package without its models.
  it.each([
    ['an unknown key', { extraResource: [] }],
    ['a wrong type', { asarUnpack: { pattern: 'x' } }],
    ['an unknown key deep inside', { linux: { maintainr: 'x' } }],
  ])('is refused with %s', async (_what, wrong) => {
    await expect(checkBuilderConfiguration({ ...readBuilderConfiguration(), ...wrong })).rejects.toThrow(
      /Invalid configuration/,
    )
  })

  it('unpacks the host, its module type and every native package, and leaves models outside', () => {
    const { asarUnpack, extraResources, fileAssociations } = readBuilderConfiguration()
    expect(asarUnpack).toEqual(
      expect.arrayContaining(['package.json', 'dist/utility-host.js', 'node_modules/onnxruntime-node/**']),
    )
    expect(JSON.stringify(extraResources)).toContain('models/packs')
    expect(fileAssociations).toMatchObject([{ ext: 'cocanvas', mimeType: 'application/x-cocanvas' }])
  })

  // Bug it would catch: "Open with" that does not list the editor for a format which it can edit.
  it('offers to open every kind of photo on Linux and macOS', () => {
    const { linux, mac } = readBuilderConfiguration()
    const types = JSON.stringify(linux)
    for (const type of ['jpeg', 'png', 'webp', 'tiff', 'heic', 'avif', 'gif']) expect(types).toContain(`image/${type}`)
    for (const extension of PHOTO_EXTENSIONS) expect(JSON.stringify(mac)).toContain(`"${extension}"`)
  })
})
