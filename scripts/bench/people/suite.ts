import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readPosePeople } from '../../../electron/contract/poses/reading/read-pose-people.ts'
import type { PosePoint } from '../../../electron/contract/poses/pose-people.ts'
import type { RequestOf } from '../../../electron/contract/recipes/recipe.ts'
import { decodePhoto } from '../../../electron/images/decode-photo.ts'
import { readPack } from '../../../electron/packs/installed-pack.ts'
import { BenchHost, THREADS } from '../engine/bench-host.ts'
import { median } from '../engine/median.ts'
import { milliseconds } from '../engine/milliseconds.ts'
import { stageMedian, stroke, type Stroke } from '../engine/strokes.ts'
import type { RunSuite } from '../measurement.mjs'

const SIZE = { width: 192, height: 256 }
const DRAGS = 12
const LEFT_WRIST = 7

/** What users wait for who drag a joint: the exemplar's face and background are known, the pose is another one each time. */
export const run: RunSuite = async ({ root, progress }) => {
  const { manifest } = await readPack(path.join(root, 'models/packs/people'))
  const photo = path.join(root, 'assets/exemplars/people/striped-jumper.jpg')
  const image = await decodePhoto(readFileSync(photo), photo)
  const { width, height, people } = readPosePeople(
    JSON.parse(readFileSync(path.join(root, 'assets/poses/standing.json'), 'utf8')),
  )
  const body = people[0]?.body ?? []
  const request = (drag: number): RequestOf<'exemplar-synthesis'> => {
    const points = body.map((point, joint): PosePoint =>
      point === null || joint !== LEFT_WRIST ? point : [point[0] + 2 * drag, point[1] - 3 * drag],
    )
    return {
      recipe: 'exemplar-synthesis',
      pack: { id: manifest.id },
      condition: { kind: 'pose', width, height, points },
      exemplar: { image, condition: 'annotate' },
      size: SIZE,
      seed: 0,
      options: { backdrop: { kind: 'kept' } },
      viewId: 'bench',
      revision: drag,
    }
  }
  const host = new BenchHost(root)
  try {
    progress('the first picture')
    const first = await stroke(host, request(0))
    const before = host.processorMilliseconds
    const drags: Stroke[] = []
    for (let drag = 1; drag <= DRAGS; drag++) {
      progress(`drag ${drag} of ${DRAGS}`)
      drags.push(await stroke(host, request(drag)))
    }
    const after = host.processorMilliseconds
    const stages = [...new Set(drags.flatMap(({ result }) => result.timings.map(({ stage }) => stage)))]
    return {
      facts: { pack: `people ${manifest.version}`, size: '192 × 256', drags: DRAGS, threads: THREADS },
      measurements: [
        milliseconds('first picture', first.picture),
        milliseconds('drag to picture', median(drags.map(({ picture }) => picture)), { limit: 150 }),
        milliseconds('drag to warp', median(drags.map(({ warp }) => warp))),
        ...(before === undefined || after === undefined
          ? []
          : [milliseconds('processor time of the host per drag', (after - before) / DRAGS)]),
        ...stages
          .filter((stage) =>
            drags.some(({ result }) => result.timings.some((one) => one.stage === stage && !one.cached)),
          )
          .map((stage) => milliseconds(`  ${stage}`, stageMedian(drags, stage))),
      ],
    }
  } finally {
    await host.dispose()
  }
}
