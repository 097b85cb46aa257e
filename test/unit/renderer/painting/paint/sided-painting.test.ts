import { expect, it } from 'vitest'

import type { PackClass } from '../../../../../electron/contract/pack-facts.ts'
import { classesReplaced, classChosen } from '../../../../../renderer/model/palette/palette-slice.ts'
import { sidedClasses } from '../../../../../renderer/model/palette/sided-classes.ts'
import { TestEditor } from '../../test-editor.ts'

const classes = ['skin', 'left brow', 'right brow', 'l_eye', 'r_eye', 'left over'].map((name, id): PackClass => ({
  id,
  name,
  colour: [10 * id, 0, 0],
  channel: id,
  aliases: [],
}))

it('tells what a person has at both sides by the names that data sets give it', () => {
  expect([...sidedClasses(classes)].sort()).toEqual([
    [1, 2],
    [2, 1],
    [3, 4],
    [4, 3],
  ])
})

// Bug it would catch: a face with two left brows.
it('the mirror paints the other side as the other side, and top and bottom alike', () => {
  const user = new TestEditor()
  user.store.dispatch(classesReplaced(classes))
  user.store.dispatch(classChosen(1))
  user.tool('brush', { brushSize: 10, symmetry: 'both' }).click(200, 50)
  expect([user.at(200, 50), user.at(56, 50), user.at(200, 206), user.at(56, 206)]).toEqual([1, 2, 1, 2])
  user.store.dispatch(classChosen(0))
  user.set({ symmetry: 'vertical' }).click(200, 100)
  expect(user.at(56, 100)).toBe(0)
})
