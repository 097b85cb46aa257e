import { describe, expect, it } from 'vitest'

import {
  confidenceToggled,
  overlayOpacityChanged,
  selectViews,
  splitMoved,
  viewChosen,
  viewsReducer,
} from '../../../../../renderer/synthesis/views/views-slice.ts'

const initial = viewsReducer(undefined, { type: 'none' })

describe('the views', () => {
  it('show layout and picture side by side at first', () => {
    expect(selectViews({ views: initial })).toMatchObject({ mode: 'side', showsConfidence: false })
  })

  // Bug it would catch: a line that was dragged past the edge and cannot be grasped again.
  it.each([
    [-0.2, 0],
    [0.3, 0.3],
    [7, 1],
  ])('keep the line and the opacity of %d within 0 and 1', (asked, kept) => {
    const moved = viewsReducer(viewsReducer(initial, splitMoved(asked)), overlayOpacityChanged(asked))
    expect(moved).toEqual({ ...initial, split: kept, overlayOpacity: kept })
  })

  it('change one thing at a time', () => {
    const warp = viewsReducer(initial, viewChosen('warp'))
    expect(warp).toEqual({ ...initial, mode: 'warp' })
    expect(viewsReducer(warp, confidenceToggled())).toEqual({ ...warp, showsConfidence: true })
  })
})
