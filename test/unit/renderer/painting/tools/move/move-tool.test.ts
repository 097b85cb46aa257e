import { describe, expect, it } from 'vitest'

import { UNLABELLED } from '../../../../../../renderer/model/raster/label-raster.ts'
import { maskBounds } from '../../../../../../renderer/model/selection/selection-mask.ts'
import { GRASS, SKY, TestEditor, WATER } from '../../../test-editor.ts'

/** A grass square of 40 × 40 at (20, 20), selected. */
function withSquare(): TestEditor {
  return new TestEditor()
    .tool('rectangle')
    .drag([20, 20], [60, 60])
    .tool('marquee')
    .drag([20, 20], [60, 60])
    .tool('move')
}

const selected = (editor: TestEditor): unknown => {
  const mask = editor.editor.selection.get()
  return mask === undefined ? undefined : maskBounds(mask)
}

describe('move', () => {
  it('moves the selected pixels and the selection by whole pixels, leaving the layer empty behind', () => {
    const editor = withSquare().drag([40, 40], [140.4, 90.3]).key('Enter')
    expect([editor.at(30, 30), editor.at(130, 80), editor.count(GRASS)]).toEqual([UNLABELLED, GRASS, 1600])
    expect(selected(editor)).toEqual({ x: 120, y: 70, width: 40, height: 40 })
  })

  it('is one step: undo brings pixels and selection back together', () => {
    const editor = withSquare().drag([40, 40], [140, 90]).drag([140, 90], [160, 90]).key('Enter')
    const steps = editor.steps
    editor.editor.undo()
    expect(editor.steps).toBe(steps - 1)
    expect([editor.at(30, 30), editor.at(150, 80)]).toEqual([GRASS, SKY])
    expect(selected(editor)).toEqual({ x: 20, y: 20, width: 40, height: 40 })
    editor.editor.redo()
    expect(selected(editor)).toEqual({ x: 140, y: 70, width: 40, height: 40 })
  })

  it('keeps pixels that are dragged out of the document and back (they must not be cut on the way)', () => {
    const editor = withSquare().down(40, 40).move([-500, 40]).move([40, 40]).up().key('Enter')
    expect(editor.count(GRASS)).toBe(1600)
  })

  it('scales by a corner and rotates by the knob', () => {
    const editor = withSquare().drag([40, 40], [40, 40]).drag([60, 60], [100, 100]).key('Enter')
    expect(editor.count(GRASS)).toBe(6400)
    const turned = withSquare().drag([40, 40], [40, 40]).drag([40, -4], [84, 40]).key('Enter')
    expect(turned.at(40, 40)).toBe(GRASS)
    expect(turned.count(GRASS)).toBe(1600)
  })

  it('Escape puts everything back', () => {
    const editor = withSquare().drag([40, 40], [140, 90]).key('Escape')
    expect([editor.at(30, 30), editor.count(GRASS)]).toEqual([GRASS, 1600])
    expect(selected(editor)).toEqual({ x: 20, y: 20, width: 40, height: 40 })
  })

  it('lands when another tool is chosen', () => {
    const editor = withSquare().drag([40, 40], [140, 90]).tool('brush')
    expect(editor.at(130, 80)).toBe(GRASS)
    expect(editor.editor.overlay.get()).toBeUndefined()
  })

  it('says so when nothing is painted in the selection', () => {
    const editor = new TestEditor()
    editor.editor.layers.addLabels('Upper')
    editor.tool('move').drag([10, 10], [50, 50])
    expect(editor.notices).toEqual(['toolProblem.nothingToMove'])
  })
})

describe('clipboard', () => {
  it('copies, pastes as floating pixels, and lands them as one step over what is there', () => {
    const editor = withSquare()
    editor.editor.copy()
    expect(editor.editor.paste()).toBe(true)
    expect(editor.editor.tools.path).toBe('move.floating')
    editor.drag([40, 40], [140, 40]).key('Enter')
    expect([editor.at(30, 30), editor.at(130, 30)]).toEqual([GRASS, GRASS])
    editor.editor.undo()
    expect([editor.at(30, 30), editor.at(130, 30)]).toEqual([GRASS, SKY])
  })

  it('cut empties the selection, and pasting onto another layer keeps the place', () => {
    const editor = withSquare()
    editor.editor.cut()
    expect(editor.at(30, 30)).toBe(UNLABELLED)
    editor.editor.layers.addLabels('Upper')
    editor.editor.paste()
    editor.key('Enter')
    expect([editor.at(30, 30), editor.count(GRASS)]).toEqual([GRASS, 1600])
  })

  it('pasting nothing does nothing', () => {
    expect(new TestEditor().editor.paste()).toBe(false)
  })
})

describe('selection commands', () => {
  it('nudges by whole pixels, one step each', () => {
    const editor = withSquare()
    editor.editor.selecting.nudge(1, 0)
    editor.editor.selecting.nudge(0, 10)
    expect([editor.at(20, 40), editor.at(21, 40), editor.at(60, 69)]).toEqual([UNLABELLED, GRASS, GRASS])
    editor.editor.undo()
    expect(editor.at(21, 20)).toBe(GRASS)
  })

  it('replaces a class within the selection only', () => {
    const editor = new TestEditor().tool('marquee').drag([0, 0], [10, 10])
    editor.editor.selecting.replaceClass(SKY, WATER)
    expect(editor.count(WATER)).toBe(100)
  })

  it('all, invert and none are steps of their own', () => {
    const { editor } = new TestEditor()
    editor.selecting.all()
    editor.selecting.invert()
    expect(editor.selection.get()).toBeUndefined()
    editor.undo()
    expect(editor.selection.get()?.data.every((value) => value === 1)).toBe(true)
    editor.selecting.none()
    editor.undo()
    expect(editor.selection.get()).toBeDefined()
  })
})
