import { describe, expect, it } from 'vitest'

import type { PackClass } from '../../../../../electron/contract/pack-facts.ts'
import { matchingAlias, searchClasses } from '../../../../../renderer/model/palette/search-classes.ts'
import { selectNumberedClasses } from '../../../../../renderer/model/palette/palette-selectors.ts'
import {
  classChosen,
  classesReplaced,
  classLockToggled,
  favouriteToggled,
  paletteReducer,
} from '../../../../../renderer/model/palette/palette-slice.ts'

const entry = (id: number, name: string, aliases: readonly string[] = []): PackClass => ({
  id,
  name,
  colour: [id, id, id],
  channel: id,
  aliases: aliases.map((alias, index) => ({ id: 100 + id * 4 + index, name: alias })),
})
const classes = [entry(1, 'wall'), entry(2, 'building', ['house']), entry(3, 'water', ['river']), entry(4, 'sea water')]

describe('class search', () => {
  it('finds names and aliases, own beginnings first', () => {
    expect(searchClasses(classes, 'wa').map(({ name }) => name)).toEqual(['wall', 'water', 'sea water'])
    expect(searchClasses(classes, 'HOUSE').map(({ name }) => name)).toEqual(['building'])
    expect(matchingAlias(entry(2, 'building', ['house']), 'hou')).toBe('house')
  })

  it('wants every word, and gives all for none', () => {
    expect(searchClasses(classes, 'water sea').map(({ id }) => id)).toEqual([4])
    expect(searchClasses(classes, '  ')).toHaveLength(4)
  })
})

describe('palette', () => {
  const filled = paletteReducer(undefined, classesReplaced(classes))

  it('remembers recent classes once each, newest first', () => {
    const state = [1, 2, 1].reduce((palette, id) => paletteReducer(palette, classChosen(id)), filled)
    expect(state.recentIds).toEqual([1, 2])
  })

  it('forgets what another pack does not have (a locked unknown class could never be unlocked)', () => {
    let state = paletteReducer(filled, classLockToggled(2))
    state = paletteReducer(paletteReducer(state, favouriteToggled(1)), classChosen(2))
    state = paletteReducer(state, classesReplaced([entry(1, 'wall'), entry(9, 'sand')]))
    expect(state).toMatchObject({ activeClassId: 1, recentIds: [], lockedIds: [], favouriteIds: [1] })
  })

  it('gives number keys to favourites first', () => {
    const palette = paletteReducer(filled, favouriteToggled(3))
    expect(selectNumberedClasses({ palette }).map(({ id }) => id)).toEqual([3, 1, 2, 4])
  })
})
