import { CocanvasError } from '../../contract/error-codes.ts'
import type { StageTiming } from '../../contract/generation-result.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { NetworkPort } from '../../contract/network-port.ts'
import type { PhotoSubject } from '../../contract/pack-facts.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { InstalledAnnotator } from '../../packs/installed-annotator.ts'
import { ByteBoundedCache } from '../caching/byte-bounded-cache.ts'
import { bytesIn } from '../caching/bytes-in.ts'
import { contentKey } from '../caching/content-key.ts'
import type { StoredExemplar } from '../caching/exemplar-store.ts'
import type { PipelineJob } from '../pipelines/pipeline-job.ts'
import type { SessionPool } from '../session-pool.ts'
import { preparedSize, readPhoto, type PhotoReading } from './read-photo.ts'

/** What the pack's annotator says of one photo, read when it is first asked for. */
export interface ExemplarReading {
  /** Changes with whatever would change the reading. */
  readonly key: string
  /** Of the photo as the pack wants it. */
  readonly size: ImageSize
  read(): Promise<PhotoReading>
}

/** The readings of photos, each made once as long as there is room for it. */
export class ExemplarReadings {
  readonly #known: ByteBoundedCache<PhotoReading>
  readonly #networks: NetworkPort & { find(id: string): Promise<InstalledAnnotator> }
  readonly #now: () => number
  readonly #onUnsuited: (pack: PackManifest, subject: PhotoSubject) => Promise<void>

  /** @param onUnsuited told of a photo that is of something the pack paints badly */
  constructor(
    maximumBytes: number,
    networks: NetworkPort & { find(id: string): Promise<InstalledAnnotator> },
    now: () => number,
    onUnsuited: (pack: PackManifest, subject: PhotoSubject) => Promise<void>,
  ) {
    this.#known = new ByteBoundedCache<PhotoReading>(maximumBytes, bytesIn)
    this.#networks = networks
    this.#now = now
    this.#onUnsuited = onUnsuited
  }

  /**
   * @param record told how long it took, if it had to be read
   * @throws CocanvasError `bad-request` when the pack has no annotator
   */
  of(
    { exemplar, imageKey }: StoredExemplar,
    manifest: PackManifest,
    sessions: SessionPool,
    job: PipelineJob,
    record: (timing: StageTiming) => void,
  ): ExemplarReading {
    const { annotator: annotatorId, id, version } = manifest
    if (annotatorId === undefined)
      throw new CocanvasError(
        'bad-request',
        `The pack ${id} cannot see by itself what an exemplar shows; give its labels, its pose or whatever else the pack takes.`,
      )
    const key = contentKey(imageKey, annotatorId, id, version, sessions.provider)
    const read = async (): Promise<PhotoReading> => {
      const known = this.#known.get(key)
      if (known !== undefined) return known
      const annotator = await this.#networks.find(annotatorId)
      await job.checkpoint()
      job.begin('annotate')
      const start = this.#now()
      const tools = { sessions, networks: this.#networks, checkpoint: job.checkpoint }
      const reading = await readPhoto(exemplar.image, annotator, manifest, tools)
      record({ stage: 'annotate', milliseconds: this.#now() - start, cached: false })
      if (reading.unsuited !== undefined) await this.#onUnsuited(manifest, reading.unsuited)
      this.#known.set(key, reading)
      return reading
    }
    return { key, size: preparedSize(manifest) ?? exemplar.image, read }
  }

  clear(): void {
    this.#known.clear()
  }
}
