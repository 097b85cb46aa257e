import { mkdir, readdir, readFile, truncate, cp } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { packManifestSchema } from '../../../../../electron/contract/pack-manifest.ts'
import { runInProcess, type Outcome } from '../run-in-process.ts'
import { temporaryFolder } from '../sample-files.ts'

/** A deepfashion pair two channels wide, written by torch in bfloat16. */
const FIXTURES = join(import.meta.dirname, '../../../../fixtures/official')
const CORR = join(FIXTURES, 'small_net_Corr.pth')
const GEN = join(FIXTURES, 'small_net_G.pth')

/** The dense comparison runs at full picture size. */
const PATIENCE = 120_000

let dataFolder = ''
let packs = ''
beforeEach(async () => {
  dataFolder = await temporaryFolder()
  packs = join(dataFolder, 'packs')
})

function run(argv: readonly string[], controller?: AbortController): Promise<Outcome> {
  return runInProcess(argv, { packFolders: [packs], dataFolder, ...(controller && { controller }) })
}
const pair = ['import', '--corr', CORR, '--gen', GEN]

describe('import', () => {
  it(
    'makes a pack among the user’s own that lists, verifies and goes again',
    async () => {
      const imported = await run([...pair, '--accept-licence'])
      expect(imported).toMatchObject({ exitCode: 0, stderr: '' })
      expect(imported.stdout).toContain('Use it with --pack cocosnet-deepfashion.')
      expect(await readdir(packs)).toEqual(['cocosnet-deepfashion'])

      const folder = join(packs, 'cocosnet-deepfashion')
      const manifest = packManifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
      expect(manifest.selfTestDigest).toMatch(/^[0-9a-f]{64}$/)
      expect(manifest.provenance.sources.map(({ name, sha256 }) => [name, sha256?.length])).toEqual([
        ['small_net_Corr.pth', 64],
        ['small_net_G.pth', 64],
      ])
      expect(manifest.licence.notice).toContain('non-commercial')
      expect(await readFile(join(folder, 'card.md'), 'utf8')).toContain(manifest.selfTestDigest)

      expect((await run(['packs'])).stdout).toContain('cocosnet-deepfashion 1.0.0')
      expect((await run(['packs', 'verify'])).stdout).toBe('cocosnet-deepfashion: whole\n')
      expect((await run([...pair, '--accept-licence'])).stderr).toContain('exists already; remove that pack first')
      expect((await run(['packs', 'remove', 'cocosnet-deepfashion'])).exitCode).toBe(0)
      expect(await readdir(packs)).toEqual([])
    },
    PATIENCE,
  )

  it(
    'stores fp16 unless told otherwise, and gives the same digest again',
    async () => {
      const import_ = async (id: string, ...more: string[]): Promise<{ bytes: number; selfTestDigest: string }> => {
        const { stdout } = await run([...pair, '--accept-licence', '--json', '--out', join(packs, id), ...more])
        return JSON.parse(stdout) as { bytes: number; selfTestDigest: string }
      }
      const [half, again] = [await import_('one'), await import_('two', '--precision', 'fp16')]
      const whole = await import_('three', '--precision', 'fp32')
      expect(again).toMatchObject({ bytes: half.bytes, selfTestDigest: half.selfTestDigest })
      expect(whole.bytes).toBeGreaterThan(half.bytes)
    },
    PATIENCE,
  )

  it('shows the terms and writes nothing until they are accepted', async () => {
    const { exitCode, stdout, stderr } = await run(pair)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toContain('DeepFashion, which may be used for non-commercial research only')
    expect(stderr).toContain('--accept-licence')
    await expect(readdir(packs)).rejects.toThrow('ENOENT')
  })

  it('says what is wrong with the files before it asks for anything', async () => {
    const swapped = await run(['import', '--corr', GEN, '--gen', CORR])
    expect(swapped).toMatchObject({ exitCode: 2, stdout: '' })
    expect(swapped.stderr).toContain('swap them')
    // The option's old name, which people's scripts use.
    expect((await run([...pair, '--task', 'celebahq'])).stderr).toContain('trained for deepfashion, not for celebahq')
    expect((await run([...pair, '--variant', 'faces'])).stderr).toContain('--variant must be one of ade20k')
    expect((await run([...pair, '--out', join(packs, 'My Pack')])).stderr).toContain('choose another --out')
    const cut = join(dataFolder, 'cut.pth')
    await cp(GEN, cut)
    await truncate(cut, 200_000)
    expect((await run(['import', '--corr', CORR, '--gen', cut])).stderr).toMatch(
      /^cut\.pth: .*download or copy it again/,
    )
  })

  it('does nothing when it is cancelled before it begins', async () => {
    await mkdir(packs)
    const before = new AbortController()
    before.abort()
    expect(await run([...pair, '--accept-licence'], before)).toMatchObject({ exitCode: 130, stderr: 'Cancelled.\n' })
    expect(await readdir(packs)).toEqual([])
  })
})
