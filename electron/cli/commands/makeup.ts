import { photoDepth } from '../../contract/photo-pixels.ts'
import { makeUpSentence } from '../../contract/recipes/make-up-notice.ts'
import { checkWritable, writeFileAtomically } from '../../images/atomic-write.ts'
import { encodeFullPhoto } from '../../images/full-resolution/encode-full-photo.ts'
import { ENGINE_OPTIONS, JSON_OPTION } from '../arguments/shared-options.ts'
import { defineCommand } from '../command.ts'
import { checkPhotoOutput } from '../editing/output-format.ts'
import { throwIfCancelled, withEngine } from '../engine/with-engine.ts'
import { writeJson } from '../environment.ts'
import { keptLook, makeUpPhoto, readMakeupInputs } from '../makeup/make-up-photo.ts'
import { makeupValuesSchema } from '../makeup/makeup-values.ts'
import { namedPaths } from '../output/check-output.ts'
import { sha256 } from '../output/digest.ts'
import { StatusLine } from '../output/status-line.ts'
import { roundMilliseconds, roundTimings } from '../output/timings-text.ts'
import { durationText } from '../output/units.ts'

const PART = { value: 'X' } as const

/** `cocanvas makeup`: the make-up of one photo on the faces of another. */
export const makeupCommand = defineCommand({
  help: {
    name: 'makeup',
    summary: 'Puts the make-up of a photo on a face of another; every pixel beside it stays as it is.',
    usage: ['makeup --photo P.jpg --exemplar E.jpg --out O.png [OPTIONS]'],
    options: {
      photo: { value: 'FILE', required: true, description: 'photo whose face is made up, up to 50 megapixels' },
      exemplar: { value: 'FILE', required: true, description: 'photo of somebody made up, or a kept look' },
      out: { value: 'FILE', short: 'o', required: true, description: 'photo to write: .png, .tif or .jpg' },
      strength: { value: 'X', description: 'strength of the whole, 0 to 1.5, 1 unless given' },
      foundation: { ...PART, description: 'strength of evening out the skin' },
      blush: { ...PART, description: 'strength of blusher and contour' },
      shadow: { ...PART, description: 'strength of eye shadow' },
      paint: { ...PART, description: 'strength of face paint' },
      liner: { ...PART, description: 'strength of eye liner and lashes' },
      lips: { ...PART, description: 'strength of lip colour' },
      only: { value: 'PARTS', description: 'these parts alone, such as lips or lips,shadow' },
      'eyes-from': { value: 'FILE', description: 'shadow and liner from another photo' },
      'lips-from': { value: 'FILE', description: 'lips from another photo' },
      'skin-from': { value: 'FILE', description: 'foundation, blusher and face paint from another photo' },
      tone: { value: 'X', description: '0 keeps the skin tone (unless given), 1 takes the exemplar’s' },
      'swap-sides': { description: 'the exemplar’s left half goes to the right' },
      'all-faces': { description: 'make up every face, not the largest alone' },
      face: { value: 'N', description: 'make up the N-th largest face' },
      'keep-look': { value: 'FILE', description: 'keep the look as a small file without anybody’s photo' },
      quality: { value: 'N', description: 'quality of a .jpg, 1 to 100, 95 unless given' },
      ...ENGINE_OPTIONS,
      ...JSON_OPTION,
    },
    notes: [
      'PNG and TIFF keep every value outside the make-up; a JPEG is compressed anew as a whole.',
      'Depth, colour profile, Exif and XMP are kept; the photo is written upright.',
    ],
    examples: [
      'makeup --photo me.jpg --exemplar stage.jpg --out made-up.png',
      'makeup --photo me.jpg --exemplar stage.jpg --only lips --lips 0.5 --out lips.png',
      'makeup --photo me.jpg --exemplar stage.jpg --keep-look stage.cocanvas-look --out made-up.png',
      'makeup --photo group.jpg --exemplar a.jpg --eyes-from b.jpg --all-faces --out group.tif --json',
    ],
  },
  values: makeupValuesSchema,
  async run(values, _operands, environment) {
    const started = environment.now()
    const encoding = await checkPhotoOutput(
      values.out,
      values.quality,
      namedPaths({
        '--photo': values.photo,
        '--exemplar': values.exemplar,
        '--eyes-from': values.eyesFrom,
        '--lips-from': values.lipsFrom,
        '--skin-from': values.skinFrom,
      }),
    )
    if (values.keepLook !== undefined) await checkWritable(values.keepLook)
    const status = new StatusLine(environment.stderr)
    try {
      const { file, result, look } = await withEngine(
        environment,
        values,
        () => readMakeupInputs(values),
        async (engine, inputs) => ({
          ...(await makeUpPhoto(engine, inputs, values, environment, status)),
          look: values.keepLook === undefined ? undefined : await keptLook(engine, inputs, values, environment),
        }),
      )
      throwIfCancelled(environment.signal)
      status.show('writing')
      const bytes = await encodeFullPhoto(file, encoding)
      throwIfCancelled(environment.signal)
      await writeFileAtomically(values.out, bytes)
      if (values.keepLook !== undefined && look !== undefined) await writeFileAtomically(values.keepLook, look)
      status.clear()
      const { width, height } = file.pixels
      const milliseconds = environment.now() - started
      if (values.json) {
        writeJson(environment, {
          command: 'makeup',
          out: values.out,
          width,
          height,
          depth: photoDepth(file.pixels),
          sha256: sha256(bytes),
          faces: result.faces,
          madeUp: result.patches.length,
          notices: result.notices.map(makeUpSentence),
          threads: values.threads,
          timings: roundTimings(result.timings),
          milliseconds: roundMilliseconds(milliseconds),
        })
        return
      }
      const madeUp = `${String(result.patches.length)} of ${String(result.faces.length)} ${result.faces.length === 1 ? 'face' : 'faces'} made up`
      environment.stdout.write(
        `${values.out}: ${String(width)}×${String(height)}, ${madeUp} in ${durationText(milliseconds)}\n`,
      )
      for (const notice of result.notices) environment.stdout.write(`${makeUpSentence(notice)}\n`)
    } finally {
      status.clear()
    }
  },
})
