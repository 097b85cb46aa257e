import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { BatchState } from '../../../electron/cli/batch/batch-state.ts'
import { ProviderMemory } from '../../../electron/inference/providers/provider-memory.ts'
import { readWindowState } from '../../../electron/main/window-state.ts'
import { ExemplarFolder } from '../../../electron/services/exemplars/exemplar-folder.ts'
import { decodeReading, encodeReading } from '../../../electron/services/exemplars/stored-reading.ts'
import { ProjectFiles } from '../../../electron/services/project/project-files.ts'
import { RecentProjects } from '../../../electron/services/project/recent-projects.ts'
import { SettingsStore } from '../../../electron/services/settings/settings-store.ts'
import { mutate } from '../mutate.ts'
import { smallLabels } from '../sample-material.ts'
import { jsonReader, refusesNothing, type TornReader } from './torn-reader.ts'

/** What Cocanvas keeps for itself: whatever became of it, the program goes on. @param folder one that they may use */
export async function storedReaders(folder: string): Promise<readonly TornReader[]> {
  return [
    settingsReader(folder),
    await recentReader(folder),
    await exemplarReader(folder),
    await readingReader(),
    stateReader('window state', { x: 5, y: 6, width: 1440, height: 900, maximised: false }, folder, (file) =>
      Promise.resolve(readWindowState(file)),
    ),
    stateReader(
      'provider memory',
      { formatVersion: 1, situation: 'here', chosen: 'cpu', fatal: [], testing: 'cuda' },
      folder,
      (file) => ProviderMemory.open(file, 'here'),
    ),
    await batchReader(folder),
  ]
}

function settingsReader(folder: string): TornReader {
  const sound = {
    formatVersion: 1,
    theme: 'light',
    threads: 3,
    shortcuts: { 'file.save': 'Ctrl+S' },
    panels: { a: true },
  }
  const store = new SettingsStore(folder)
  return stateReader('settings', sound, folder, () => store.get(), 'settings.json')
}

async function recentReader(folder: string): Promise<TornReader> {
  const recent = path.join(folder, 'recent')
  await mkdir(recent, { recursive: true })
  const projects = new RecentProjects(folder, new ProjectFiles())
  const sound = [
    { path: '/home/a/lake.cocanvas', openedAt: '2026-01-02T03:04:05.000Z' },
    { path: '/home/a/hills.cocanvas', openedAt: '2026-01-02T03:04:06.000Z' },
  ]
  return stateReader('recent projects', sound, recent, () => projects.list(), 'recent.json')
}

async function exemplarReader(folder: string): Promise<TornReader> {
  const exemplar = new ExemplarFolder(folder, 'own-torture')
  await mkdir(exemplar.path, { recursive: true })
  const sound = {
    formatVersion: 1,
    file: 'photo.jpg',
    title: 'Lake',
    tags: ['water'],
    width: 640,
    height: 480,
    addedAt: '2026-01-02T03:04:05.000Z',
    readings: { tiny: { corrected: true } },
  }
  return stateReader('exemplar record', sound, exemplar.path, () => exemplar.readRecord(), 'exemplar.json')
}

/** What a photo shows, as it is kept: damaged as it lies on the disk, or below its compression. */
async function readingReader(): Promise<TornReader> {
  const sound = await encodeReading({ condition: { kind: 'labels', labels: smallLabels() } })
  const inside = inflateRawSync(sound)
  return {
    name: 'stored reading',
    mutant: (random) => (random.below(2) === 0 ? mutate(sound, random) : deflateRawSync(mutate(inside, random))),
    read: (bytes) => decodeReading(bytes),
    refuses: refusesNothing,
  }
}

async function batchReader(folder: string): Promise<TornReader> {
  const pictures = path.join(folder, 'batch')
  await mkdir(pictures, { recursive: true })
  const sound = { formatVersion: 1, pictures: { 'lake.png': { key: 'a'.repeat(64), sha256: 'b'.repeat(64) } } }
  return stateReader(
    'batch state',
    sound,
    pictures,
    async () => (await BatchState.open(pictures, undefined)).finished('lake.png', 'a'.repeat(64)),
    '.cocanvas-batch.json',
  )
}

/** A file of JSON in a folder, and what reads it there. */
function stateReader(
  name: string,
  sound: unknown,
  folder: string,
  read: (file: string) => Promise<unknown>,
  fileName = `${name.replaceAll(' ', '-')}.json`,
): TornReader {
  const file = path.join(folder, fileName)
  return jsonReader(
    name,
    [JSON.stringify(sound)],
    async (bytes) => {
      await writeFile(file, bytes)
      return read(file)
    },
    refusesNothing,
  )
}
