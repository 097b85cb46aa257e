import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ProjectError } from '../../../../../electron/services/project/project-error.ts'
import { packProject } from '../../../../../electron/services/project/project-archive.ts'
import { unpackInThread } from '../../../../../electron/services/project/unpack-in-thread.ts'
import { bundledModule } from '../../../bundled-module.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { sampleProject } from './sample-project.ts'

// Bug it would catch: a project that keeps the whole program from answering while it is unpacked.
it('gives the same as unpacking in place, and the same sentences', async () => {
  const unpack = unpackInThread(await bundledModule('electron/services/project/unpack-program.ts', temporaryFolder()))
  const packed = await packProject(sampleProject())
  expect(await unpack(packed, 'lake.cocanvas')).toEqual(sampleProject())
  await expect(unpack(packed.subarray(0, 100), 'lake.cocanvas')).rejects.toThrow(
    'lake.cocanvas is no Cocanvas project or was cut short: open a backup or another file.',
  )
})

it('is ended when it takes too long or fails', async () => {
  const folder = temporaryFolder()
  const [hanging, failing] = [path.join(folder, 'hanging.mjs'), path.join(folder, 'failing.mjs')]
  writeFileSync(hanging, 'for (;;) ;')
  writeFileSync(failing, 'throw new Error("broken")')
  await expect(unpackInThread(hanging, 200)(new Uint8Array(), 'a')).rejects.toThrow(/more time or memory/)
  await expect(unpackInThread(failing)(new Uint8Array(), 'a')).rejects.toThrow(ProjectError)
})
