import type { AnnotatorManifest } from '../../contract/annotator-manifest.ts'
import { readClassMap } from './class-map-reader.ts'
import type { PhotoReader } from './photo-reader.ts'
import { readPose } from './pose-reader.ts'

/** Who reads photos with each kind of annotator; undefined for networks that are only a step of another reader. */
export const READERS: Readonly<Record<AnnotatorManifest['makes'], PhotoReader | undefined>> = {
  labels: readClassMap,
  parts: readClassMap,
  pose: readPose,
  landmarks: undefined,
  boxes: undefined,
  mask: undefined,
}
