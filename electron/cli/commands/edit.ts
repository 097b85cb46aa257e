import { photoDepth } from '../../contract/photo-pixels.ts'
import { writeFileAtomically } from '../../images/atomic-write.ts'
import { encodeFullPhoto } from '../../images/full-resolution/encode-full-photo.ts'
import { findPack } from '../../packs/installed-pack.ts'
import { ENGINE_OPTIONS, JSON_OPTION, PACK_OPTION } from '../arguments/shared-options.ts'
import { defineCommand } from '../command.ts'
import { editPhoto } from '../editing/edit-photo.ts'
import { editValuesSchema } from '../editing/edit-values.ts'
import { checkPhotoOutput } from '../editing/output-format.ts'
import { readEdit } from '../editing/read-edit.ts'
import { throwIfCancelled, withEngine } from '../engine/with-engine.ts'
import { writeJson } from '../environment.ts'
import { namedPaths } from '../output/check-output.ts'
import { sha256 } from '../output/digest.ts'
import { StatusLine } from '../output/status-line.ts'
import { roundMilliseconds, roundTimings } from '../output/timings-text.ts'
import { durationText } from '../output/units.ts'

/** `cocanvas edit`: a photo changed by its labels. */
export const editCommand = defineCommand({
  help: {
    name: 'edit',
    summary: 'Changes a photo where a layout differs from what it shows; every other pixel stays as it is.',
    usage: ['edit --photo P.jpg --layout L.png --out O.png [OPTIONS]'],
    options: {
      photo: { value: 'FILE', required: true, description: 'photo to edit, up to 50 megapixels' },
      layout: {
        value: 'FILE',
        required: true,
        description: 'what it is to show: its labels ("cocanvas annotate"), painted over',
      },
      out: { value: 'FILE', short: 'o', required: true, description: 'photo to write: .png, .tif or .jpg' },
      ...PACK_OPTION,
      keep: {
        value: 'FILE',
        description: 'mask of what stays whatever the layout says: a PNG that is not black there',
      },
      anew: { value: 'FILE', description: 'mask of what is painted anew although its class stays' },
      exemplar: { value: 'FILE', repeatable: true, description: 'another photo, for a class that the photo lacks' },
      for: { value: 'CLASS', repeatable: true, description: 'the class it is for, such as water' },
      'photo-layout': {
        value: 'FILE',
        description: 'labels of the unchanged photo; otherwise the annotator labels it',
      },
      quality: { value: 'N', description: 'quality of a .jpg, 1 to 100, 95 unless given' },
      seed: { value: 'N', description: 'another number gives another picture of the same edit, 0 unless given' },
      ...ENGINE_OPTIONS,
      ...JSON_OPTION,
    },
    notes: [
      'The n-th --exemplar goes with the n-th --for.',
      'PNG and TIFF keep every value outside the changed region; a JPEG is compressed anew as a whole.',
      'Depth, colour profile, Exif and XMP are kept; the photo is written upright.',
    ],
    examples: [
      'annotate photo.jpg --out labels.png',
      'edit --photo photo.jpg --layout painted.png --out edited.png',
      'edit --photo photo.jpg --layout painted.png --exemplar lake.jpg --for water --out edited.tif --json',
    ],
  },
  values: editValuesSchema,
  async run(values, _operands, environment) {
    const started = environment.now()
    const { manifest } = await findPack(environment.models.packFolders, values.pack)
    const encoding = await checkPhotoOutput(
      values.out,
      values.quality,
      namedPaths({
        '--photo': values.photo,
        '--layout': values.layout,
        '--keep': values.keep,
        '--anew': values.anew,
        '--photo-layout': values.photoLayout,
      }).concat(values.exemplar.map((path) => ({ option: '--exemplar', path }))),
    )
    const status = new StatusLine(environment.stderr)
    try {
      const { file, result } = await withEngine(
        environment,
        { ...values, packAhead: manifest.id },
        () => readEdit(values, manifest),
        (engine, inputs) => editPhoto(engine, inputs, values, manifest, environment, status),
      )
      throwIfCancelled(environment.signal)
      status.show('writing')
      const bytes = await encodeFullPhoto(file, encoding)
      throwIfCancelled(environment.signal)
      await writeFileAtomically(values.out, bytes)
      status.clear()
      const { width, height } = file.pixels
      const lacking = result.lacking.flatMap((id) => manifest.classes.find((entry) => entry.id === id)?.name ?? [])
      const milliseconds = environment.now() - started
      if (values.json) {
        writeJson(environment, {
          command: 'edit',
          out: values.out,
          width,
          height,
          depth: photoDepth(file.pixels),
          sha256: sha256(bytes),
          windows: result.patches.map(({ window }) => window),
          lacking,
          pack: { id: manifest.id, version: result.packVersion },
          provider: result.provider,
          threads: values.threads,
          seed: values.seed,
          timings: roundTimings(result.timings),
          milliseconds: roundMilliseconds(milliseconds),
        })
        return
      }
      environment.stdout.write(
        `${values.out}: ${String(width)}×${String(height)}, ${windowsText(result.patches.length)} in ${durationText(milliseconds)}\n`,
      )
      for (const name of lacking)
        environment.stdout.write(
          `The photo shows hardly any ${name}, so it was painted with something similar; give a photo of it with --exemplar PHOTO --for ${name}.\n`,
        )
    } finally {
      status.clear()
    }
  },
})

function windowsText(count: number): string {
  if (count === 0) return 'nothing differs, so nothing was changed'
  return count === 1 ? 'one place changed' : `${String(count)} places changed`
}
