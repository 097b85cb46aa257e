import type { ExecutionProvider, SelfTestReport } from '../contract/execution-provider.ts'
import type { AnnotationResult, FoundPeople, StageTiming } from '../contract/generation-result.ts'
import type {
  RecipeAnswer,
  RecipePreview,
  RecipeResult,
  RemoteQuestion,
  RemoteRequest,
} from '../contract/recipes/recipe.ts'
import type { RgbImage } from '../contract/rgb-image.ts'
import { ImagePyramid } from '../faces/sampling/image-pyramid.ts'
import { findPeople } from '../people/find-people.ts'
import { peopleNetworks } from '../people/people-networks.ts'
import { photoKey, type ExemplarStore } from './caching/exemplar-store.ts'
import { HostServices, type HostSurroundings } from './host-services.ts'
import { testProviders } from './providers/choose-provider.ts'
import { readPhoto, type PhotoReading } from './reading/read-photo.ts'
import { readWholePhoto } from './reading/whole-photo.ts'
import type { JobVoice } from './recipes/recipe-runner.ts'
import { answerQuestion, runRecipe } from './recipes/recipe-table.ts'

/** Does the jobs of the protocol, one at a time; scheduling and messages are the server's. */
export class InferenceEngine {
  readonly #host: HostServices

  constructor(surroundings: HostSurroundings) {
    this.#host = new HostServices(surroundings)
  }

  /** The photos that the client has sent. */
  get photos(): ExemplarStore {
    return this.#host.photos
  }

  /** Reads, verifies and loads a pack's graphs, so that the first picture need not wait for them. */
  async loadPack(
    packId: string,
    { checkpoint, progress }: JobVoice,
  ): Promise<{ packVersion: string; provider: ExecutionProvider; timings: readonly StageTiming[] }> {
    const start = this.#host.now()
    const pack = await this.#host.pack(packId)
    const sessions = await this.#host.sessionsFor(pack, checkpoint)
    const { stages, version: packVersion } = pack.manifest
    for (const [index, graph] of stages.entries()) {
      await checkpoint()
      progress('load', index / stages.length)
      await sessions.load({ folder: pack.folder, graph })
    }
    const milliseconds = this.#host.now() - start
    return { packVersion, provider: sessions.provider, timings: [{ stage: 'load', milliseconds, cached: false }] }
  }

  generate(request: RemoteRequest, show: (preview: RecipePreview) => void, voice: JobVoice): Promise<RecipeResult> {
    return runRecipe(request.recipe, request, this.#host, voice, show)
  }

  answer(question: RemoteQuestion, voice: JobVoice): Promise<RecipeAnswer> {
    return answerQuestion(question.recipe, question, this.#host, voice)
  }

  /** @param packId of the pack that the photo is read for, see `readPhoto` @param whole see `readWholePhoto` */
  async annotate(
    image: RgbImage,
    { annotatorId, packId, whole }: AnnotationWish,
    { checkpoint, progress }: JobVoice,
  ): Promise<AnnotationResult> {
    const pack = packId === undefined ? undefined : await this.#host.pack(packId)
    const annotator = await this.#host.networks.find(annotatorId)
    const sessions = pack === undefined ? this.#host.anySessions() : await this.#host.sessionsFor(pack, checkpoint)
    await checkpoint()
    progress('annotate', 0)
    const start = this.#host.now()
    const tools = { sessions, networks: this.#host.networks, checkpoint }
    const parts =
      whole && pack !== undefined ? await this.#host.editableParts(image, photoKey(image), pack, tools) : undefined
    const reading =
      parts === undefined || pack === undefined
        ? toldReading(await readPhoto(image, annotator, pack?.manifest, tools))
        : await readWholePhoto(image, parts, annotator, pack.manifest, tools)
    const milliseconds = this.#host.now() - start
    return {
      ...reading,
      provider: sessions.provider,
      timings: [{ stage: 'annotate', milliseconds, cached: false }],
    }
  }

  /** The people of a photo and how they stand. */
  async findPeople(image: RgbImage, { checkpoint, progress }: JobVoice): Promise<FoundPeople> {
    const start = this.#host.now()
    const people = await findPeople(new ImagePyramid(image), peopleNetworks(this.#host.networks), async (done) => {
      await checkpoint()
      progress('people', done)
    })
    const milliseconds = this.#host.now() - start
    return { people, timings: [{ stage: 'people', milliseconds, cached: false }] }
  }

  async selfTest(packId: string, { checkpoint, progress }: JobVoice): Promise<SelfTestReport> {
    progress('self-test', 0)
    return testProviders(this.#host.providerSurroundings(checkpoint), await this.#host.pack(packId))
  }

  dispose(): Promise<void> {
    return this.#host.dispose()
  }
}

/** What is to be read of a photo, and for whom. */
interface AnnotationWish {
  readonly annotatorId: string
  readonly packId: string | undefined
  readonly whole: boolean
}

/** A reading as clients get it. */
function toldReading({
  condition,
  prepared,
  unsuited,
}: PhotoReading): Pick<AnnotationResult, 'condition' | 'picture' | 'unsuited'> {
  return {
    condition,
    ...(prepared === undefined ? {} : { picture: prepared.photo }),
    ...(unsuited === undefined ? {} : { unsuited }),
  }
}
