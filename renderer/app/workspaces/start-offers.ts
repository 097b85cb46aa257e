import type { Dispatch } from '@reduxjs/toolkit'

import { recipeTakes } from '../../../electron/contract/recipes/models/recipe-model-table.ts'
import type { StartOffer } from '../../panels/start/start-context.ts'
import { dialogOpened } from '../../shared/dialogs/dialog-slice.ts'
import { drawnKind, paintsClasses } from '../../synthesis/conditions/condition-table.ts'

/** Whether a pack is installed whose classes can be painted. */
const somePaintsClasses: StartOffer['isReady'] = (packs) => packs.some(({ manifest }) => paintsClasses(manifest))

/** Whether a pack is installed that can edit photos and has an annotator to label them. */
const someEditPhotos: StartOffer['isReady'] = (packs) =>
  packs.some(({ manifest }) => recipeTakes('photo-edit', manifest) && manifest.annotator !== undefined)

/** Whether a pack is installed that paints somebody in a pose. */
const somePoses: StartOffer['isReady'] = (packs) => packs.some(({ manifest }) => drawnKind(manifest) === 'pose')

/** Whether a pack is installed that paints faces. */
const someFaces: StartOffer['isReady'] = (packs) =>
  packs.some(({ manifest }) => manifest.exemplarPreparation === 'aligned-face')

export interface StartOfferParts {
  readonly dispatch: Dispatch
  /** Runs a registered command. */
  readonly run: (commandId: string) => void
}

/** What the start screen offers, the most used first. */
export function startOffers({ dispatch, run }: StartOfferParts): readonly StartOffer[] {
  return [
    {
      id: 'paint',
      icon: 'brush',
      title: 'start.paint',
      text: 'start.paintText',
      isReady: somePaintsClasses,
      run: () => void dispatch(dialogOpened('new-document')),
    },
    {
      id: 'photo',
      icon: 'photo',
      title: 'start.photo',
      text: 'start.photoText',
      isReady: someEditPhotos,
      run: () => run('file.editPhoto'),
    },
    {
      id: 'sample',
      icon: 'result',
      title: 'start.sample',
      text: 'start.sampleText',
      isReady: somePaintsClasses,
      run: () => run('file.sample'),
    },
    {
      id: 'makeup',
      icon: 'palette',
      title: 'start.makeup',
      text: 'start.makeupText',
      isReady: () => true,
      run: () => run('makeup.open'),
    },
    {
      id: 'faces',
      icon: 'edges',
      title: 'start.faces',
      text: 'start.facesText',
      isReady: someFaces,
      run: () => run('file.newFace'),
    },
    {
      id: 'people',
      icon: 'pose',
      title: 'start.people',
      text: 'start.peopleText',
      isReady: somePoses,
      run: () => run('file.newPose'),
    },
    {
      id: 'open',
      icon: 'open',
      title: 'start.open',
      text: 'start.openText',
      isReady: () => true,
      run: () => run('file.open'),
    },
  ]
}
