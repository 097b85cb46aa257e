import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { classMapOf } from '../../electron/contract/class-maps.ts'
import type { PackManifest } from '../../electron/contract/pack-manifest.ts'
import type { Engine } from '../../electron/cli/engine/engine.ts'
import { decodePhoto } from '../../electron/images/decode-photo.ts'
import { encodeLabelPng, encodePhotoPng } from '../../electron/images/encode-png.ts'
import { findPack } from '../../electron/packs/installed-pack.ts'
import { patchedPhoto } from '../../electron/photo-edit/photo-colours.ts'
import { inProcessEngine } from './in-process-engine.ts'
import { PORTRAIT_CHANGES, type PortraitChangeName } from './portrait-changes.ts'
import { portraitFrame } from './portrait-frame.ts'
import { measureSeam, type SeamMeasure } from './seam-measure.ts'
import { sideBySide } from './side-by-side.ts'

/** A portrait and what is changed in it. */
export interface PortraitEdit {
  /** Name of its file. */
  readonly photo: string
  readonly change: PortraitChangeName
  /** Another portrait that lends a class. */
  readonly lent?: { readonly photo: string; readonly classId: number }
}

/** How an edited portrait behaves at the border of what was changed. */
export interface MeasuredPortrait extends SeamMeasure {
  readonly photo: string
  readonly change: PortraitChangeName
  readonly milliseconds: number
}

/**
 * Edits portraits with drawn changes and writes each, before and after side by side, with the labels wanted. Portraits that
 * the folder lacks are left out.
 */
export async function measurePortraits(
  root: string,
  { photos, out, edits }: { photos: string; out: string; edits: readonly PortraitEdit[] },
): Promise<readonly MeasuredPortrait[]> {
  const { manifest } = await findPack([path.join(root, 'models/packs')], 'faces')
  const engine = await inProcessEngine(root)
  const measured: MeasuredPortrait[] = []
  try {
    for (const edit of edits)
      if (existsSync(path.join(photos, edit.photo))) measured.push(await oneEdit(engine, manifest, photos, edit, out))
  } finally {
    await engine.dispose()
  }
  return measured
}

async function oneEdit(
  engine: Engine,
  manifest: PackManifest,
  photos: string,
  { photo: name, change, lent }: PortraitEdit,
  out: string,
): Promise<MeasuredPortrait> {
  const { signal } = new AbortController()
  const read = (file: string) => decodePhoto(readFileSync(path.join(photos, file)), file)
  const photo = await read(name)
  const reading = await engine.annotate(
    manifest.annotator ?? '',
    photo,
    { packId: manifest.id, whole: true },
    { signal },
  )
  const before = classMapOf(reading.condition)
  const frame = before === undefined ? undefined : portraitFrame(before)
  if (before === undefined || frame === undefined) throw new RangeError(`${name} does not show two eyes.`)
  const after = PORTRAIT_CHANGES[change](before, frame)
  const pixels = { ...photo, channels: 3 as const }
  const start = performance.now()
  const { patches, region } = await engine.generate(
    {
      recipe: 'photo-edit',
      pack: { id: manifest.id },
      photo: pixels,
      original: { image: photo, condition: { kind: 'labels', labels: before } },
      after,
      borrowed:
        lent === undefined
          ? []
          : [{ classId: lent.classId, exemplar: { image: await read(lent.photo), condition: 'annotate' } }],
      seed: 0,
      viewId: 'measure',
      revision: 0,
    },
    { signal },
  )
  const milliseconds = performance.now() - start
  const edited = { ...photo, data: Uint8Array.from(patchedPhoto(pixels, patches).data) }
  const stem = path.join(out, `${path.parse(name).name} ${change}`.replaceAll(' ', '-'))
  writeFileSync(`${stem}.png`, await encodePhotoPng(sideBySide([photo, edited])))
  writeFileSync(`${stem}.labels.png`, await encodeLabelPng(sideBySideLabels(before, after), manifest.classes))
  return { photo: name, change, milliseconds, ...measureSeam(photo, edited, region) }
}

function sideBySideLabels(
  one: Parameters<typeof encodeLabelPng>[0],
  other: Parameters<typeof encodeLabelPng>[0],
): Parameters<typeof encodeLabelPng>[0] {
  const { width, height } = one
  const data = new Uint8Array(width * 2 * height)
  for (let y = 0; y < height; y++) {
    data.set(one.data.subarray(y * width, (y + 1) * width), y * width * 2)
    data.set(other.data.subarray(y * width, (y + 1) * width), y * width * 2 + width)
  }
  return { width: width * 2, height, data }
}
