import { CocanvasError } from '../../contract/error-codes.ts'
import { ImagePyramid } from '../../faces/sampling/image-pyramid.ts'
import { findPeople } from '../../people/find-people.ts'
import { peopleNetworks } from '../../people/people-networks.ts'
import type { PhotoReader } from './photo-reader.ts'

/** How the largest person of the photo stands. */
export const readPose: PhotoReader = async (photo, _annotator, _pack, { networks, checkpoint }) => {
  const [person] = await findPeople(new ImagePyramid(photo), peopleNetworks(networks), checkpoint)
  if (person === undefined)
    throw new CocanvasError(
      'bad-request',
      'No person was found in the photo; choose one that shows somebody whole and not too small.',
    )
  return { kind: 'pose', width: photo.width, height: photo.height, points: person.body }
}
