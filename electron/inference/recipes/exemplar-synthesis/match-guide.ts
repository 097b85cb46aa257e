import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { TensorValue } from '../../../contract/tensor.ts'
import type { Checkpoint } from '../../../detail/raster.ts'
import type { Guide } from '../../../detail/synthesise.ts'
import type { StageFlow } from '../../pipelines/stage-flow.ts'

/** Layout cells that are matched at most: more would take longer than they help, since patches find the rest. */
const MAXIMUM_QUERIES = 1100

/**
 * Where the pack's match sends each part of the layout: the place of the exemplar whose features agree most (the largest
 * entry of a row of the paper's M(u,v)). The features are those that the pack's correspondence stage compares.
 *
 * @returns undefined for packs that cannot tell
 */
export async function matchGuide(
  flow: StageFlow,
  { stages, inputs, outputs }: PackManifest,
  checkpoint: Checkpoint,
): Promise<Guide | undefined> {
  const stage = stages.find((each) => each.outputs.some(({ name }) => name === outputs.correspondence))
  const made = new Set(stages.flatMap((each) => each.outputs.map(({ name }) => name)))
  const compared = stage?.inputs.map(({ name }) => name).filter((name) => made.has(name)) ?? []
  const ofExemplar = compared.find((name) => looksAtExemplar(flow, name, inputs))
  const ofLayout = compared.find((name) => name !== ofExemplar)
  if (ofExemplar === undefined || ofLayout === undefined) return undefined
  return bestPlaces(await flow.tensor(ofLayout), await flow.tensor(ofExemplar), checkpoint)
}

function looksAtExemplar(flow: StageFlow, tensor: string, roles: PackManifest['inputs']): boolean {
  return [...flow.inputsTowards(tensor)].some((name) => roles[name] === 'exemplar')
}

/**
 * For each cell of the layout (or every second one of a large layout) the exemplar's cell with the largest dot product.
 *
 * @param layout float32 [1,C,h,w]
 * @param exemplar float32 [1,C,H,W]
 * @returns undefined for tensors of other forms
 */
export async function bestPlaces(
  layout: TensorValue,
  exemplar: TensorValue,
  checkpoint: Checkpoint,
): Promise<Guide | undefined> {
  const [, channels = 0, height = 0, width = 0] = layout.shape
  const [, others = 0, exemplarHeight = 0, exemplarWidth = 0] = exemplar.shape
  if (layout.dtype !== 'float32' || exemplar.dtype !== 'float32' || channels === 0 || channels !== others)
    return undefined
  if (layout.shape.length !== 4 || exemplar.shape.length !== 4) return undefined
  const step = Math.ceil(Math.sqrt((height * width) / MAXIMUM_QUERIES))
  const columns = Math.ceil(width / step)
  const rows = Math.ceil(height / step)
  const places = exemplarHeight * exemplarWidth
  const keys = new Float32Array(places * channels)
  for (let channel = 0; channel < channels; channel++)
    for (let place = 0; place < places; place++)
      keys[place * channels + channel] = exemplar.data[channel * places + place] ?? 0
  const guide = { columns, rows, x: new Float32Array(columns * rows), y: new Float32Array(columns * rows) }
  const query = new Float32Array(channels)
  for (let cell = 0; cell < columns * rows; cell++) {
    if (cell % 64 === 0) await checkpoint()
    const at = Math.floor(cell / columns) * step * width + (cell % columns) * step
    for (let channel = 0; channel < channels; channel++)
      query[channel] = layout.data[channel * height * width + at] ?? 0
    let best = 0
    let most = -Infinity
    for (let place = 0, from = 0; place < places; place++) {
      let sum = 0
      for (let channel = 0; channel < channels; channel++, from++) sum += (query[channel] ?? 0) * (keys[from] ?? 0)
      if (sum > most) {
        most = sum
        best = place
      }
    }
    guide.x[cell] = ((best % exemplarWidth) + 0.5) / exemplarWidth
    guide.y[cell] = (Math.floor(best / exemplarWidth) + 0.5) / exemplarHeight
  }
  return guide
}
