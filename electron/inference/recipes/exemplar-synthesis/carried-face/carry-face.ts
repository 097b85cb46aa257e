import { scalePose } from '../../../../conditions/pose/scale-pose.ts'
import type { Condition } from '../../../../contract/condition.ts'
import { BODY_POINTS } from '../../../../contract/poses/body-18.ts'
import type { RgbImage } from '../../../../contract/rgb-image.ts'
import type { RemoteSynthesisRequest } from '../../../../contract/recipes/exemplar-synthesis.ts'
import { scaleOf, transform, type Similarity } from '../../../../faces/geometry/similarity.ts'
import { insidePolygon } from '../../../../faces/geometry/inside-polygon.ts'
import { SMALLEST_FACE } from '../../../../faces/find-faces.ts'
import { meshPolygon } from '../../../../faces/mesh/face-mesh.ts'
import { FACE_OVAL } from '../../../../faces/mesh/face-outlines.ts'
import { faceHeight, isFrontal } from '../../../../people/carried-face/frontal-face.ts'
import { headPlacement } from '../../../../people/carried-face/head-placement.ts'
import { layFace } from '../../../../people/carried-face/lay-face.ts'
import { faceReader } from '../../make-up/face-reader.ts'
import type { JobVoice, RecipeHost } from '../../recipe-runner.ts'
import type { PreparedSynthesis } from '../prepare-synthesis.ts'

/** A face that would have to be enlarged by more than this shows less than what is painted. */
const MOST_ENLARGED = 1.5
/** How much larger or smaller than the rest of the exemplar a head may be asked for: what is painted around it keeps its size. */
const MOST_RESIZED = 1.3
const NOSE = BODY_POINTS.indexOf('nose')
/** What may be held before a face. */
const ARMS = ['right elbow', 'right wrist', 'left elbow', 'left wrist'].map((name) =>
  BODY_POINTS.findIndex((point) => point === name),
)

/**
 * Faces are some twenty pixels wide where a pack paints whole people, too few for a likeness. Where the exemplar's face is large
 * and looks at the camera, and the asked head faces alike, it is carried over itself, laid where the head's points are asked.
 */
export async function carryFace(
  picture: RgbImage,
  { condition }: RemoteSynthesisRequest,
  { stored, reading, flow }: PreparedSynthesis,
  host: RecipeHost,
  { checkpoint }: Pick<JobVoice, 'checkpoint'>,
): Promise<RgbImage> {
  const shown: Condition | string = (await reading?.read())?.condition ?? stored.exemplar.condition
  if (condition.kind !== 'pose' || typeof shown === 'string' || shown.kind !== 'pose') return picture
  const { image } = stored.exemplar
  const asked = scalePose(condition, picture).points
  const { points } = scalePose(shown, image)
  const placed = headPlacement(points, asked)
  const nose = points[NOSE] ?? null
  if (placed === undefined || nose === null || scaleOf(placed) > MOST_ENLARGED) return picture
  const usual = Math.sqrt((picture.width * picture.height) / (image.width * image.height))
  if (Math.abs(Math.log(scaleOf(placed) / usual)) > Math.log(MOST_RESIZED)) return picture
  const start = host.now()
  const { pyramid, faces } = await faceReader(host).faces(stored, checkpoint)
  const face = faces.find((found) => insidePolygon({ x: nose[0], y: nose[1] }, meshPolygon(found.points, FACE_OVAL)))
  if (face === undefined || faceHeight(face.points) < SMALLEST_FACE || !isFrontal(face.points)) return picture
  const outline = meshPolygon(face.points, FACE_OVAL)
  if (isCovered(asked, outline, placed)) return picture
  const made = layFace(picture, pyramid, outline, placed)
  flow.timings.push({ stage: 'face', milliseconds: host.now() - start, cached: false })
  return made
}

/** Whether a hand or an elbow is asked before the face. */
function isCovered(
  asked: ReturnType<typeof scalePose>['points'],
  outline: ReturnType<typeof meshPolygon>,
  placed: Similarity,
): boolean {
  const shape = outline.map((point) => transform(placed, point))
  return ARMS.some((joint) => {
    const point = asked[joint] ?? null
    return point !== null && insidePolygon({ x: point[0], y: point[1] }, shape)
  })
}
