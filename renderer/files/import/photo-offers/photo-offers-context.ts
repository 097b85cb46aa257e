import { providedContext } from '../../../shared/lib/provided-context.ts'
import type { PhotoOffer } from './photo-offer.ts'

export const [PhotoOffersContext, usePhotoOffers] = providedContext<readonly PhotoOffer[]>(
  'list of things to do with a photo',
)
