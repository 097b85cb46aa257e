import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { edgesReader } from '../../../electron/cli/rendering/conditions/edges-reader.ts'
import { readPose } from '../../../electron/cli/rendering/read-pose.ts'
import { UsageError } from '../../../electron/cli/arguments/usage-error.ts'
import { readPack } from '../../../electron/packs/installed-pack.ts'
import { isSentence, jsonReader, type TornReader } from './torn-reader.ts'

const SIZE = { width: 256, height: 256 }

/** Poses in every form that circulates, and lines. @param folder one that they may use */
export async function drawingReaders(root: string, folder: string): Promise<readonly TornReader[]> {
  const text = (name: string): Promise<string> => readFile(path.join(root, 'assets', name), 'utf8')
  const { manifest } = await readPack(path.join(root, 'test/fixtures/condition-packs/tiny-faces'))
  const file = path.join(folder, 'drawing.json')
  const lines = await text('face-templates/child.json')
  return [
    jsonReader(
      'pose JSON',
      [await text('poses/standing.json'), await text('poses/waving.json'), ...otherPoses()],
      async (bytes) => {
        await writeFile(file, bytes)
        return readPose(file, SIZE)
      },
      (error) => isSentence(error) || error instanceof UsageError,
    ),
    jsonReader(
      'lines JSON',
      [lines],
      async (bytes) => {
        await writeFile(file, bytes)
        return edgesReader.read(manifest, { layout: file }, SIZE)
      },
      (error) => isSentence(error) || error instanceof UsageError,
    ),
  ]
}

/** The forms of other programs than OpenPose. */
function otherPoses(): readonly string[] {
  const points = Array.from({ length: 18 }, (_, joint) => [20 + joint * 9, 30 + joint * 11, 0.9, joint])
  const landmarks = Array.from({ length: 33 }, (_, joint) => ({ x: joint / 40, y: joint / 35, z: 0, visibility: 0.9 }))
  return [
    JSON.stringify({ candidate: points, subset: [[...points.map((_, joint) => joint), 18, 18]] }),
    JSON.stringify({ annotations: [{ keypoints: Array.from({ length: 51 }, (_, index) => (index % 3) + 1 + index) }] }),
    JSON.stringify(landmarks),
    JSON.stringify([{ people: [{ pose_keypoints_2d: Array.from({ length: 75 }, (_, index) => index) }] }]),
  ]
}
