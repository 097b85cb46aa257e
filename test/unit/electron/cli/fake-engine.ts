import type { SelfTestReport } from '../../../../electron/contract/execution-provider.ts'
import type { SynthesisRequest } from '../../../../electron/contract/recipes/exemplar-synthesis.ts'
import type { AnnotationResult, FoundPeople } from '../../../../electron/contract/generation-result.ts'
import type { MakeUpAnswer } from '../../../../electron/contract/recipes/make-up-question.ts'
import type { OfRecipe, RecipePreview, RecipeResult, RequestOf } from '../../../../electron/contract/recipes/recipe.ts'
import type { RecipeName } from '../../../../electron/contract/recipes/recipe-name.ts'
import type { PosePerson } from '../../../../electron/contract/poses/pose-people.ts'
import type { RgbImage } from '../../../../electron/contract/rgb-image.ts'
import type { Engine, GenerationOptions, JobOptions } from '../../../../electron/cli/engine/engine.ts'
import { CancelledError } from '../../../../electron/cli/failures.ts'

/**
 * A scriptable host without networks: its pictures tell which layout ids and which exemplar they were made from
 * (red = id, green = the exemplar's first byte, blue = seed).
 */
export class FakeEngine implements Engine {
  readonly runtimeVersion = '0.0.0-fake'
  readonly availableProviders = ['cpu'] as const
  readonly requests: SynthesisRequest[] = []
  readonly loaded: string[] = []
  annotations = 0
  /** Whom it finds in every photo. */
  people: PosePerson[] = []
  disposed = 0
  /** Called before each picture; throw to fail the job, or abort the run. */
  beforePicture: (request: SynthesisRequest) => void = () => undefined

  loadPack(packId: string): Promise<void> {
    this.loaded.push(packId)
    return Promise.resolve()
  }

  async generate<Name extends RecipeName>(
    request: RequestOf<Name>,
    { signal, onPreview, onProgress }: GenerationOptions<Name>,
  ): Promise<OfRecipe<RecipeResult, Name>> {
    const show = (preview: RecipePreview): void => onPreview?.(preview as OfRecipe<RecipePreview, Name>)
    if (!isSynthesis(request)) throw new Error('the fake engine makes pictures of exemplars only')
    return (await this.#picture(request, signal, show, onProgress)) as OfRecipe<RecipeResult, Name>
  }

  #picture(
    request: SynthesisRequest,
    signal: AbortSignal,
    show: (preview: RecipePreview) => void,
    onProgress: JobOptions['onProgress'],
  ): Promise<RecipeResult> {
    return Promise.resolve().then(() => {
      this.requests.push(request)
      this.beforePicture(request)
      if (signal.aborted) throw new CancelledError()
      onProgress?.('match', 0.5)
      const { recipe, size, viewId, revision } = request
      const shade = (blue: number): RgbImage => ({ ...size, data: pixels(request, blue) })
      show({ recipe, viewId, revision, image: shade(255) })
      return {
        recipe,
        viewId,
        revision,
        image: shade(request.seed),
        packVersion: request.pack.version ?? '1.0.0',
        provider: 'cpu',
        timings: [
          { stage: 'exemplar', milliseconds: 5, cached: this.requests.length > 1 },
          { stage: 'generate', milliseconds: 8.25, cached: false },
        ],
      }
    })
  }

  annotate(_annotatorId: string, image: RgbImage): Promise<AnnotationResult> {
    this.annotations++
    const data = Uint8Array.from({ length: image.width * image.height }, (_, index) => (index % 4 === 0 ? 3 : 10))
    const labels = { width: image.width, height: image.height, data }
    return Promise.resolve({
      condition: { kind: 'labels', labels },
      provider: 'cpu',
      timings: [{ stage: 'annotate', milliseconds: 3, cached: false }],
    })
  }

  findPeople(): Promise<FoundPeople> {
    return Promise.resolve({ people: this.people, timings: [{ stage: 'people', milliseconds: 4, cached: false }] })
  }

  askMakeUp(): Promise<MakeUpAnswer> {
    return Promise.resolve({ recipe: 'make-up', preset: new TextEncoder().encode('cocanvas make-up 1\n') })
  }

  selfTest(packId: string): Promise<SelfTestReport> {
    return Promise.resolve({
      packId,
      rows: [{ provider: 'cpu', outcome: 'passed', milliseconds: 12, meanDifference: 0, message: 'The CPU works.' }],
      chosen: 'cpu',
    })
  }

  dispose(): Promise<void> {
    this.disposed++
    return Promise.resolve()
  }
}

function pixels({ condition, size, exemplar }: SynthesisRequest, blue: number): Uint8Array {
  const data = new Uint8Array(size.width * size.height * 3)
  for (let pixel = 0; pixel < size.width * size.height; pixel++) {
    const id = condition.kind === 'labels' ? (condition.labels.data[pixel] ?? 0) : noseOf(condition)
    data.set([id, exemplar.image.data[0] ?? 0, blue], pixel * 3)
  }
  return data
}

/** Where somebody's nose is across, so that pictures of different poses differ. */
function noseOf(condition: SynthesisRequest['condition']): number {
  return condition.kind === 'pose' ? Math.round(condition.points[0]?.[0] ?? 0) : 0
}

function isSynthesis(request: { readonly recipe: RecipeName }): request is SynthesisRequest {
  return request.recipe === 'exemplar-synthesis'
}
