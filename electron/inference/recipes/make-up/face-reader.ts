import { contentKey } from '../../caching/content-key.ts'
import type { StoredExemplar } from '../../caching/exemplar-store.ts'
import type { MakeUpNotice } from '../../../contract/recipes/make-up-notice.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import { readCover } from '../../../faces/cover/face-cover.ts'
import type { DetectionStep } from '../../../faces/detection/detect-faces.ts'
import type { Face } from '../../../faces/face.ts'
import { faceNetworks, type FaceNetworks } from '../../../faces/face-networks.ts'
import { findFaces, findLargestFace, SMALLEST_FACE } from '../../../faces/find-faces.ts'
import { ImagePyramid } from '../../../faces/sampling/image-pyramid.ts'
import { bareLayers } from '../../../makeup/layers/bare-layers.ts'
import { readMakeup, type MakeupLayers } from '../../../makeup/layers/makeup-layers.ts'
import { mirroredLayers } from '../../../makeup/layers/mirrored-layers.ts'
import { partLabels } from '../../../makeup/corrections/part-labels.ts'
import { faceView, type FaceView } from '../../../makeup/transfer/face-view.ts'
import { targetFace, type TargetFace } from '../../../makeup/transfer/target-face.ts'
import { unwrapFace } from '../../../makeup/uv/unwrap-face.ts'
import type { RecipeHost } from '../recipe-runner.ts'
import { isNotice, usableFace } from './make-up-faults.ts'
import { decodePreset } from './preset-file.ts'
import { RecentValues } from './recent-values.ts'

/** A photo and the faces in it. */
export interface FacesOfPhoto {
  readonly pyramid: ImagePyramid
  /** Largest first. */
  readonly faces: readonly Face[]
}

/** Reads faces and make-up of photos, each once as long as it is in use. */
export class FaceReader {
  readonly #networks: FaceNetworks
  readonly #faces = new RecentValues<FacesOfPhoto>(12)
  readonly #targets = new RecentValues<TargetFace>(16)
  readonly #views = new RecentValues<FaceView>(16)
  readonly #parts = new RecentValues<LabelMap>(2)
  /** Labels that came with a photo, by the number under which their views are kept. */
  readonly #corrections = new WeakMap<Uint8Array, number>()
  #corrected = 0
  readonly #makeup = new RecentValues<MakeupLayers | MakeUpNotice>(12)
  readonly #presets = new RecentValues<MakeupLayers>(12)
  readonly #bare = new WeakMap<TargetFace, MakeupLayers>()
  readonly #mirrored = new WeakMap<MakeupLayers, MakeupLayers>()

  constructor(networks: RecipeHost['networks']) {
    this.#networks = faceNetworks(networks)
  }

  faces({ imageKey, exemplar }: StoredExemplar, step: DetectionStep): Promise<FacesOfPhoto> {
    return this.#faces.get(imageKey, async () => {
      const pyramid = new ImagePyramid(exemplar.image)
      return { pyramid, faces: await findFaces(pyramid, this.#networks, step) }
    })
  }

  target({ imageKey }: StoredExemplar, { pyramid }: FacesOfPhoto, face: Face): Promise<TargetFace> {
    return this.#targets.get(`${imageKey} ${face.index}`, async () =>
      targetFace(pyramid, face, await readCover(pyramid, this.#networks, face)),
    )
  }

  /** The view of a face in the sent photo itself, as found, which a live window asks for again and again. */
  view(photo: StoredExemplar, found: FacesOfPhoto, face: Face): Promise<FaceView> {
    return this.#views.get(`${photo.imageKey} ${face.index}`, async () =>
      faceView({ ...photo.exemplar.image, channels: 3 }, face.points, await this.target(photo, found, face)),
    )
  }

  /** The same with what a person corrected. */
  correctedView(photo: StoredExemplar, face: Face, labels: LabelMap, make: () => Promise<FaceView>): Promise<FaceView> {
    const known = this.#corrections.get(labels.data) ?? this.#corrected++
    this.#corrections.set(labels.data, known)
    return this.#views.get(`${photo.imageKey} ${face.index} corrected ${known}`, make)
  }

  /** What every pixel of the photo is, as found. */
  parts(photo: StoredExemplar, found: FacesOfPhoto, checkpoint: () => Promise<void>): Promise<LabelMap> {
    return this.#parts.get(photo.imageKey, async () => {
      const views: FaceView[] = []
      for (const face of found.faces.filter(({ side }) => side >= SMALLEST_FACE)) {
        await checkpoint()
        views.push(await this.view(photo, found, face))
      }
      return partLabels(photo.exemplar.image, views)
    })
  }

  /** The make-up in a preset file. @throws CocanvasError for a damaged one */
  preset(file: Uint8Array): Promise<MakeupLayers> {
    return this.#presets.get(contentKey(file.length, 1, file), () => decodePreset(file))
  }

  /** The make-up of the largest face, or why there is none. */
  makeup({ imageKey, exemplar }: StoredExemplar, step: DetectionStep): Promise<MakeupLayers | MakeUpNotice> {
    return this.#makeup.get(imageKey, async () => {
      const pyramid = new ImagePyramid(exemplar.image)
      const face = usableFace(await findLargestFace(pyramid, this.#networks, step), 'exemplar')
      if (isNotice(face)) return face
      await step(1)
      return readMakeup(unwrapFace(pyramid, face, await readCover(pyramid, this.#networks, face)))
    })
  }

  /** What taking make-up off a face aims at. */
  bare(target: TargetFace): MakeupLayers {
    const known = this.#bare.get(target) ?? bareLayers(target.soft)
    this.#bare.set(target, known)
    return known
  }

  /** The same make-up with its sides swapped. */
  mirrored(layers: MakeupLayers): MakeupLayers {
    const known = this.#mirrored.get(layers) ?? mirroredLayers(layers)
    this.#mirrored.set(layers, known)
    return known
  }
}

const readers = new WeakMap<RecipeHost, FaceReader>()

/** The reader of a host: what it knows lives as long as the host. */
export function faceReader(host: RecipeHost): FaceReader {
  const reader = readers.get(host) ?? new FaceReader(host.networks)
  readers.set(host, reader)
  return reader
}
