import { extname } from 'node:path'
import { z } from 'zod'
import { BODY_POINTS } from '../../contract/poses/body-18.ts'
import { openPoseDocument } from '../../contract/poses/openpose-document.ts'
import { checkWritable, writeFileAtomically } from '../../images/atomic-write.ts'
import { ENGINE_OPTIONS, engineValuesSchema, JSON_OPTION } from '../arguments/shared-options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { defineCommand } from '../command.ts'
import { throwIfCancelled, withEngine } from '../engine/with-engine.ts'
import { writeJson } from '../environment.ts'
import { checkDistinct, namedPaths } from '../output/check-output.ts'
import { sha256 } from '../output/digest.ts'
import { roundMilliseconds } from '../output/timings-text.ts'
import { durationText } from '../output/units.ts'
import { poseFromPhoto } from '../rendering/pose-from-photo.ts'
import { readExemplarPhoto } from '../rendering/read-exemplar.ts'

/** `cocanvas pose`: the people of a photo as OpenPose JSON. */
export const poseCommand = defineCommand({
  help: {
    name: 'pose',
    summary: 'Finds the people of a photo and writes how they stand: OpenPose’s JSON of 18 points.',
    usage: ['pose PHOTO --out POSE.json [OPTIONS]'],
    options: {
      out: { value: 'FILE', short: 'o', required: true, description: 'pose to write (JSON)' },
      ...ENGINE_OPTIONS,
      ...JSON_OPTION,
    },
    operands: { name: 'PHOTO', description: 'photo with one or more people', minimum: 1, maximum: 1 },
    notes: [
      'People are listed largest first, in pixels of the photo; points that are hidden or outside the photo are 0, 0, 0.',
      'Photos are reduced to 2048 pixels a side first. "render --layout POSE.json" takes what this writes.',
    ],
    examples: ['pose photo.jpg --out pose.json'],
  },
  values: engineValuesSchema.extend({ out: z.string(), json: z.boolean().default(false) }),
  async run(values, [photo = ''], environment) {
    const started = environment.now()
    if (!['', '.json'].includes(extname(values.out).toLowerCase()))
      throw new UsageError(`--out ${values.out} would be JSON with another name; let it end in .json.`)
    await checkWritable(values.out)
    await checkDistinct(namedPaths({ '--out': values.out }), [{ option: 'PHOTO', path: photo }])
    const found = await withEngine(
      environment,
      values,
      () => readExemplarPhoto(photo),
      (engine, image) => poseFromPhoto(engine, photo, image, { signal: environment.signal }),
    )
    throwIfCancelled(environment.signal)
    const bytes = new TextEncoder().encode(`${JSON.stringify(openPoseDocument(found))}\n`)
    await writeFileAtomically(values.out, bytes)
    const seen = found.people.map(({ body }) => body.filter((point) => point !== null).length)
    const milliseconds = environment.now() - started
    if (values.json) {
      writeJson(environment, {
        command: 'pose',
        out: values.out,
        width: found.width,
        height: found.height,
        sha256: sha256(bytes),
        people: seen.map((points) => ({ points })),
        milliseconds: roundMilliseconds(milliseconds),
      })
      return
    }
    const people = `${String(seen.length)} ${seen.length === 1 ? 'person' : 'people'}`
    environment.stdout.write(
      `${values.out}: ${people}, ${seen.join(', ')} of ${String(BODY_POINTS.length)} points seen, in ${durationText(milliseconds)}\n`,
    )
  },
})
