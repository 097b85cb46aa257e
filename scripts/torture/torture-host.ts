import path from 'node:path'
import { DEFAULT_SETTINGS } from '../../electron/contract/editor-settings.ts'
import type { LabelMap } from '../../electron/contract/label-map.ts'
import type { SynthesisRequest } from '../../electron/contract/recipes/exemplar-synthesis.ts'
import { findPack } from '../../electron/packs/installed-pack.ts'
import { ChildProcessStarter } from '../../electron/supervision/child-process-starter.ts'
import type { HostConnection, HostStarter } from '../../electron/supervision/host-starter.ts'
import { InferenceClient } from '../../electron/supervision/inference-client.ts'
import { startTimer } from '../../electron/supervision/timer.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Working size of the editor. */
const SIDE = 256
const PHOTO_SIDE = 64

/** The built inference host with an editor's settings, as a client sees it. */
export class TortureHost implements HostStarter {
  readonly client: InferenceClient
  readonly #starter: ChildProcessStarter
  readonly #packFolders: readonly string[]
  #connection: HostConnection | undefined

  /** @param root the repository's root, with dist/ built */
  constructor(root: string) {
    this.#packFolders = ['models/packs', 'test/fixtures/packs'].map((folder) => path.join(root, folder))
    this.#starter = new ChildProcessStarter(path.join(root, 'dist/inference-host.js'))
    this.client = new InferenceClient({
      starter: this,
      configuration: {
        packFolders: [...this.#packFolders],
        annotatorFolders: [],
        provider: 'cpu',
        threads: DEFAULT_SETTINGS.threads,
        cacheBytes: DEFAULT_SETTINGS.cacheMegabytes * 1024 ** 2,
      },
      startTimer,
      onNotice: () => undefined,
    })
  }

  start(): HostConnection {
    this.#connection = this.#starter.start()
    return this.#connection
  }

  get processId(): number | undefined {
    return this.#connection?.processId
  }

  /** Ends it as a fault of a driver does: no handler runs. */
  kill(): void {
    this.#connection?.kill()
  }

  /** Classes that the pack can paint. */
  async classesOf(packId: string): Promise<readonly number[]> {
    return (await findPack(this.#packFolders, packId)).manifest.classes.map(({ id }) => id)
  }

  dispose(): Promise<void> {
    return this.client.dispose()
  }
}

/** A layout that is all one class. */
export function plainLayout(classId: number): LabelMap {
  return { width: SIDE, height: SIDE, data: new Uint8Array(SIDE * SIDE).fill(classId) }
}

/** The layout after one more stroke, and the stroke as the journal stores it. */
export function paintStroke(
  layout: LabelMap,
  classes: readonly number[],
  random: SeededRandom,
): {
  readonly layout: LabelMap
  readonly patch: { x: number; y: number; width: number; height: number; data: Uint8Array }
} {
  const [width, height] = [4 + random.below(60), 4 + random.below(60)]
  const [x, y] = [random.below(layout.width - width), random.below(layout.height - height)]
  const classId = random.pick(classes)
  const data = Uint8Array.from(layout.data)
  for (let row = y; row < y + height; row++) data.fill(classId, row * layout.width + x, row * layout.width + x + width)
  return {
    layout: { ...layout, data },
    patch: { x, y, width, height, data: new Uint8Array(width * height).fill(classId) },
  }
}

/** The photo stays the same during a session, as in the editor. */
const photo = {
  width: PHOTO_SIDE,
  height: PHOTO_SIDE,
  data: Uint8Array.from({ length: PHOTO_SIDE ** 2 * 3 }, (_, place) => (place * 37) % 256),
}

export function requestFor(packId: string, layout: LabelMap, classId: number, revision: number): SynthesisRequest {
  const labels = { width: PHOTO_SIDE, height: PHOTO_SIDE, data: new Uint8Array(PHOTO_SIDE ** 2).fill(classId) }
  return {
    recipe: 'exemplar-synthesis',
    pack: { id: packId },
    condition: { kind: 'labels', labels: layout },
    exemplar: { image: photo, condition: { kind: 'labels', labels } },
    size: { width: SIDE, height: SIDE },
    seed: 0,
    options: {},
    viewId: 'torture',
    revision,
  }
}
