import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import { CocanvasError } from '../../electron/contract/error-codes.ts'
import { clientMessageSchema } from '../../electron/contract/inference-protocol.ts'
import { storedPackManifestSchema } from '../../electron/contract/stored-pack-manifest.ts'
import { readLayoutPng } from '../../electron/images/read-layout-png.ts'
import { requireRange, type ByteSource } from '../../electron/importer/checkpoint/bytes/byte-source.ts'
import { CheckpointError } from '../../electron/importer/checkpoint/checkpoint-error.ts'
import { Checkpoint } from '../../electron/importer/checkpoint/checkpoint.ts'
import { readManifest } from '../../electron/packs/read-manifest.ts'
import { crc32 } from '../../electron/files/checksum.ts'
import { decodeChangeLog } from '../../electron/services/journal/change-log.ts'
import { encodeIndexedPng } from '../../electron/services/project/indexed-png.ts'
import { packProject, unpackProject } from '../../electron/services/project/project-archive.ts'
import { SettingsStore } from '../../electron/services/settings/settings-store.ts'
import { decodeMessage, encodeMessage } from '../../electron/wire/binary-message.ts'
import { mutate } from './mutate.ts'
import { mutateJson } from './mutate-json.ts'
import { logRecord, smallChange, smallLabels, smallProject } from './sample-material.ts'
import type { SeededRandom } from './seeded-random.ts'

/** A reader of files or messages from outside, and what to feed it. */
export interface TornReader {
  readonly name: string
  /** A damaged input; some are damaged below the checksums, so that these do not refuse everything. */
  mutant(random: SeededRandom): Uint8Array
  /** Resolves when the input is accepted. */
  read(bytes: Uint8Array): Promise<unknown>
  /** Whether it may end with this error: one sentence for a user, or for a transport any error but a full stack. */
  refuses(error: unknown): boolean
}

const isSentence = (error: unknown): boolean => error instanceof CocanvasError

/** Every reader that the command feeds. @param root the repository's root, whose fixtures are the sound inputs */
export async function tornReaders(root: string): Promise<readonly TornReader[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cocanvas-torture-'))
  const fixture = (name: string): Promise<Buffer> => readFile(path.join(root, 'test/fixtures', name))
  return [
    projectReader(await packProject(smallProject())),
    journalReader(),
    settingsReader(folder),
    labelReader(await encodeIndexedPng(smallLabels())),
    manifestReader(folder, (await fixture('packs/tiny/manifest.json')).toString('utf8')),
    checkpointReader(
      await Promise.all(
        ['nested.zip.pth', 'nested.legacy.pth', 'views.zip.pth'].map((name) => fixture(`checkpoints/${name}`)),
      ),
    ),
    protocolReader(),
  ]
}

function projectReader(sound: Uint8Array): TornReader {
  return {
    name: 'project',
    mutant: (random) => {
      if (random.below(2) === 0) return mutate(sound, random)
      const files = unzipSync(sound)
      const name = random.pick(Object.keys(files))
      const content = files[name] ?? new Uint8Array()
      return zipSync(
        {
          ...files,
          [name]: name.endsWith('.json')
            ? tornJson(Buffer.from(content).toString('utf8'), random)
            : mutate(content, random),
        },
        { level: 1 },
      )
    },
    read: (bytes) => unpackProject(bytes, 'mutant.cocanvas'),
    refuses: isSentence,
  }
}

function journalReader(): TornReader {
  const message = encodeMessage(smallChange())
  return {
    name: 'journal',
    mutant: (random) => {
      const torn = logRecord(deflateRawSync(random.below(2) === 0 ? mutate(message, random) : message))
      const log = Buffer.concat([logRecord(deflateRawSync(message)), torn])
      return random.below(2) === 0 ? mutate(log, random) : log
    },
    read: (bytes) => decodeChangeLog(Buffer.from(bytes)),
    refuses: () => false,
  }
}

function settingsReader(folder: string): TornReader {
  const sound = JSON.stringify({
    formatVersion: 1,
    theme: 'light',
    threads: 3,
    shortcuts: { 'file.save': 'Ctrl+S' },
    panels: { a: true },
  })
  const store = new SettingsStore(folder)
  return {
    name: 'settings',
    mutant: (random) => tornJson(sound, random),
    read: async (bytes) => {
      await writeFile(path.join(folder, 'settings.json'), bytes)
      return store.get()
    },
    refuses: () => false,
  }
}

function labelReader(sound: Uint8Array): TornReader {
  return {
    name: 'label PNG',
    mutant: (random) => {
      const mutant = mutate(sound, random)
      return random.below(2) === 0 ? mutant : withChecksums(mutant)
    },
    read: (bytes) => Promise.resolve().then(() => readLayoutPng(bytes, 'mutant.png')),
    refuses: isSentence,
  }
}

function manifestReader(folder: string, sound: string): TornReader {
  return {
    name: 'pack manifest',
    mutant: (random) => tornJson(sound, random),
    read: async (bytes) => {
      await writeFile(path.join(folder, 'manifest.json'), bytes)
      return readManifest(folder, storedPackManifestSchema)
    },
    refuses: isSentence,
  }
}

function checkpointReader(sound: readonly Uint8Array[]): TornReader {
  return {
    name: 'checkpoint',
    mutant: (random) => mutate(random.pick(sound), random),
    read: async (bytes) => {
      const checkpoint = await Checkpoint.fromSource('mutant.pth', memorySource(bytes))
      for (const name of checkpoint.tensors.keys()) await checkpoint.readFloat32(name)
      await checkpoint.dispose()
    },
    refuses: (error) => error instanceof CheckpointError,
  }
}

function protocolReader(): TornReader {
  const exemplar = {
    image: { width: 2, height: 2, data: new Uint8Array(12) },
    condition: { kind: 'labels', labels: smallLabels() },
  }
  const messages = [
    { type: 'put-exemplar', exemplarId: 'one', exemplar },
    { type: 'cancel', jobId: '1' },
    { type: 'call', id: 1, name: 'saveProject', input: [smallProject(), Float32Array.of(1, 2, 3)] },
  ].map((message) => encodeMessage(message))
  return {
    name: 'protocol',
    mutant: (random) => mutate(random.pick(messages), random),
    read: (bytes) => Promise.resolve().then(() => clientMessageSchema.safeParse(decodeMessage(bytes))),
    refuses: (error) => error instanceof Error && !(error instanceof RangeError),
  }
}

/** Damaged as text or as what it says. */
function tornJson(sound: string, random: SeededRandom): Uint8Array {
  return random.below(3) === 0 ? mutate(new TextEncoder().encode(sound), random) : mutateJson(sound, random)
}

/** Chunks whose checksums fit again, as far as there are chunks. */
function withChecksums(png: Uint8Array): Uint8Array {
  const mended = Uint8Array.from(png)
  const view = new DataView(mended.buffer)
  for (let place = 8; place + 12 <= mended.length;) {
    const end = place + 8 + view.getUint32(place)
    if (end + 4 > mended.length) break
    view.setUint32(end, crc32(mended.subarray(place + 4, end)))
    place = end + 4
  }
  return mended
}

function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    readInto: (position, target) => {
      requireRange(bytes.length, position, target.length, 'a range')
      target.set(bytes.subarray(position, position + target.length))
      return Promise.resolve()
    },
    dispose: () => Promise.resolve(),
  }
}
