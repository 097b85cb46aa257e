import { CocanvasError } from '../../contract/error-codes.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { PosePeople } from '../../contract/poses/pose-people.ts'
import { readPoseFrames, readPosePeople, type ReadPeople } from '../../contract/poses/reading/read-pose-people.ts'
import { ImageError } from '../../images/image-error.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { DrawnCondition } from './drawn-condition.ts'
import type { OnNotice } from './on-notice.ts'

/**
 * One person of a pose file in any form that `readPosePeople` knows; its canvas where the file tells one, else `fallback`,
 * in pixels.
 *
 * @param person which of them, from 1
 * @param onNotice hears of hands and faces that could not be read
 * @throws ImageError `unreadable` or `unsupported`, or UsageError for a person who is not there
 */
export async function readPose(
  path: string,
  fallback: ImageSize,
  person = 1,
  onNotice?: OnNotice,
): Promise<DrawnCondition> {
  const people = await parsePose(path, (document) => readPosePeople(document, fallback))
  tellLeftOut(path, [people], onNotice)
  return onePerson(path, people, person)
}

/** The same for every frame of a file that may hold a list of them. */
export async function readPoses(
  path: string,
  fallback: ImageSize,
  person = 1,
  onNotice?: OnNotice,
): Promise<readonly DrawnCondition[]> {
  const frames = await parsePose(path, (document) => readPoseFrames(document, fallback))
  tellLeftOut(path, frames, onNotice)
  return frames.map((people) => onePerson(path, people, person))
}

const PART_WORDS: Readonly<Record<ReadPeople['leftOut'][number], string>> = {
  leftHand: 'left hand',
  rightHand: 'right hand',
  face: 'face',
}

function tellLeftOut(path: string, frames: readonly ReadPeople[], onNotice: OnNotice | undefined): void {
  const parts = new Set(frames.flatMap(({ leftOut }) => leftOut).map((part) => PART_WORDS[part]))
  if (parts.size > 0)
    onNotice?.(
      `${path} is used without ${[...parts].join(' and ')}: a list there is damaged or has a wrong number of points.`,
    )
}

/** @param person which of them, from 1 @throws UsageError for a person who is not there */
export function onePerson(path: string, { width, height, people }: PosePeople, person: number): DrawnCondition {
  const chosen = people[person - 1]
  if (chosen === undefined)
    throw new UsageError(
      `--person ${String(person)} is not there: ${path} shows ${String(people.length)}; choose one of them.`,
    )
  return { condition: { kind: 'pose', width, height, points: [...chosen.body] }, drawn: { width, height } }
}

async function parsePose<Read>(path: string, read: (document: unknown) => Read): Promise<Read> {
  const document = parseJson(path, new TextDecoder().decode(await readPictureFile(path)))
  try {
    return read(document)
  } catch (error) {
    if (!(error instanceof CocanvasError) || error instanceof ImageError) throw error
    throw new ImageError('unsupported', `${path}: ${error.message}`, { cause: error })
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const message = `${path} is not a pose: this pack takes OpenPose’s JSON with 18 or 25 points.`
    throw new ImageError('unsupported', message, { cause })
  }
}
