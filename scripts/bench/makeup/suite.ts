import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import { MAKEUP_PARTS } from '../../../electron/contract/makeup-parts.ts'
import type { MakeUpLook, MakeUpRequest } from '../../../electron/contract/recipes/make-up.ts'
import type { RecipeResult } from '../../../electron/contract/recipes/recipe.ts'
import { encodeFullPhoto } from '../../../electron/images/full-resolution/encode-full-photo.ts'
import { withPatches } from '../../../electron/makeup/transfer/with-patches.ts'
import { BenchHost, resultOf, THREADS } from '../engine/bench-host.ts'
import { median } from '../engine/median.ts'
import { milliseconds } from '../engine/milliseconds.ts'
import type { Measurement, RunSuite } from '../measurement.mjs'
import { madeUpSamples, portraitOf } from './makeup-inputs.ts'

const SLIDER_MOVES = 20
const EXPORTS = 2

/** A portrait of 12 megapixels with the make-up of the samples: sliders, exemplars, and the finished file. */
export const run: RunSuite = async ({ root, progress }) => {
  const host = new BenchHost(root)
  try {
    const { file, live } = await portraitOf(root)
    const samples = await madeUpSamples(root)
    const make = (looks: readonly MakeUpLook[], full?: MakeUpRequest['full']): Promise<MadeUp> =>
      resultOf(
        host.client.generate({
          recipe: 'make-up',
          viewId: 'bench',
          revision: 0,
          photo: live,
          looks,
          ...(full === undefined ? {} : { full }),
        }),
      )
    const timed = stopwatch(host)
    progress('opening the portrait')
    const opened = await timed(() => make([]))
    progress('new exemplars')
    const [first, ...others] = samples
    if (first === undefined) throw new Error('There are no samples of make-up.')
    // The first one also prepares the photo, as opening does in the window.
    await make([everything(first, 1)])
    const exemplars = await inTurn(others, (sample) => timed(() => make([everything(sample, 1)])))
    progress('moving a slider')
    const strengths = Array.from({ length: SLIDER_MOVES }, (_, move) => 0.4 + move / 40)
    const moves = await inTurn(strengths, (strength) => timed(() => make([everything(first, strength)])))
    progress('exporting 12 megapixels')
    const exports = await inTurn(Array.from({ length: EXPORTS }), () =>
      timed(async () => {
        const { patches } = await make([everything(first, 1)], file.pixels)
        const done = { ...file, pixels: withPatches(file.pixels, patches) }
        return encodeFullPhoto(done, { format: 'jpeg', quality: 95 })
      }),
    )
    return {
      facts: { photo: '12 MP', threads: THREADS, provider: 'cpu' },
      measurements: [
        milliseconds('opening the portrait', opened.wall),
        ...figures('a new exemplar', exemplars, 500),
        ...figures('a slider', moves, 50),
        ...figures('12 MP, made up and written as JPEG', exports, 2000),
      ],
    }
  } finally {
    await host.dispose()
  }
}

type MadeUp = Extract<RecipeResult, { recipe: 'make-up' }>

interface Taken {
  readonly wall: number
  /** Processor time of host and client. */
  readonly processor: number
}

function stopwatch(host: BenchHost): (act: () => Promise<unknown>) => Promise<Taken> {
  const processor = (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000 + (host.processorMilliseconds ?? 0)
  }
  return async (act) => {
    const [start, spent] = [performance.now(), processor()]
    await act()
    return { wall: performance.now() - start, processor: processor() - spent }
  }
}

function figures(name: string, taken: readonly Taken[], limit: number): readonly Measurement[] {
  return [
    milliseconds(name, median(taken.map(({ wall }) => wall)), { limit }),
    milliseconds(`${name}: processor time`, mean(taken.map(({ processor }) => processor))),
  ]
}

/** The system counts in hundredths of a second, so that a median of short times would be one of steps. */
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

async function inTurn<Item, Value>(items: readonly Item[], act: (item: Item) => Promise<Value>): Promise<Value[]> {
  const values: Value[] = []
  for (const item of items) values.push(await act(item))
  return values
}

function everything(from: Exemplar, strength: number): MakeUpLook {
  const parts = Object.fromEntries(MAKEUP_PARTS.map((part) => [part, { strength, from }]))
  return { faces: 'largest', tone: 0, swapSides: false, shifts: {}, parts }
}
