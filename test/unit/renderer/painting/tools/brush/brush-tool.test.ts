import { describe, expect, it } from 'vitest'

import { UNLABELLED } from '../../../../../../renderer/model/raster/label-raster.ts'
import { GRASS, SKY, TestEditor, WATER } from '../../../test-editor.ts'

describe('brush', () => {
  it('paints between samples without gaps and makes one step', () => {
    const editor = new TestEditor().tool('brush', { brushSize: 6 }).drag([20, 20], [220, 90])
    for (let x = 20; x <= 220; x += 1) expect(editor.at(x, Math.floor(20 + ((x - 20) * 70) / 200))).toBe(GRASS)
    expect(editor.steps).toBe(1)
    expect(editor.editor.tools.path).toBe('brush.idle')
  })

  it('uses every coalesced sample of one event (a quick curve would become a corner)', () => {
    const editor = new TestEditor().tool('brush', { brushSize: 4 })
    editor.down(10, 100).move([60, 20], [110, 100]).up()
    expect(editor.at(60, 20)).toBe(GRASS)
  })

  it('follows a pen’s pressure, and ignores it for a mouse or when switched off', () => {
    const width = (editor: TestEditor): number =>
      Array.from({ length: 256 }, (_, y) => editor.at(128, y)).filter((id) => id === GRASS).length
    const options = { pen: true, pressure: 0.25 }
    const light = new TestEditor().tool('brush', { brushSize: 40 }).drag([100, 128], [150, 128], options)
    const mouse = new TestEditor().tool('brush', { brushSize: 40 }).drag([100, 128], [150, 128], { pressure: 0.25 })
    const off = new TestEditor()
      .tool('brush', { brushSize: 40, pressureSetsSize: false })
      .drag([100, 128], [150, 128], options)
    expect(width(light)).toBe(14)
    expect(width(mouse)).toBe(40)
    expect(width(off)).toBe(40)
  })

  it('with Shift draws straight from the last stroke’s end', () => {
    const editor = new TestEditor().tool('brush', { brushSize: 4 }).click(20, 20)
    editor.click(200, 20, { shift: true })
    expect(editor.at(110, 20)).toBe(GRASS)
    expect(editor.steps).toBe(2)
  })

  it('a straight line leaves no trace of where it was dragged before', () => {
    const editor = new TestEditor().tool('brush', { brushSize: 4 })
    editor.down(20, 20, { shift: true }).move([200, 200]).move([200, 20]).up()
    expect(editor.at(110, 110)).toBe(SKY)
    expect(editor.at(110, 20)).toBe(GRASS)
  })

  it('is given up by Escape without a trace and without a step', () => {
    const editor = new TestEditor().tool('brush').down(50, 50).move([100, 100]).key('Escape')
    expect(editor.count(GRASS)).toBe(0)
    expect(editor.steps).toBe(0)
    expect(editor.editor.tools.path).toBe('brush.idle')
  })

  it('undo during a stroke takes the stroke back, not the step before it', () => {
    const editor = new TestEditor().tool('brush', { brushSize: 10 }).click(30, 30).down(100, 100).move([120, 120])
    editor.editor.undo()
    expect(editor.at(100, 100)).toBe(SKY)
    expect(editor.at(30, 30)).toBe(GRASS)
    expect(editor.steps).toBe(1)
  })

  it('choosing another tool keeps the stroke under way', () => {
    const editor = new TestEditor().tool('brush').down(50, 50).move([100, 50]).tool('fill')
    expect(editor.at(75, 50)).toBe(GRASS)
    expect(editor.steps).toBe(1)
  })

  it('may leave the document and come back', () => {
    const editor = new TestEditor().tool('brush', { brushSize: 10 }).down(10, 10).move([-80, 300]).move([250, 250]).up()
    expect(editor.at(250, 250)).toBe(GRASS)
  })
})

describe('eraser', () => {
  it('shows the layer below, where a brush of a default class would hide it', () => {
    const editor = new TestEditor()
    editor.editor.layers.addLabels('Upper')
    editor.tool('brush', { brushSize: 40 }).click(100, 100).tool('eraser', { eraserSize: 10 }).click(100, 100)
    expect(editor.at(100, 100)).toBe(UNLABELLED)
    expect(editor.editor.layout.get().data[100 * 256 + 100]).toBe(SKY)
  })
})

describe('paint rules', () => {
  it('"only over" paints what showed the class when the stroke began', () => {
    const editor = new TestEditor().tool('rectangle').drag([0, 0], [128, 256])
    editor.paintWith(WATER).tool('brush', { brushSize: 20, onlyOverClassId: GRASS }).drag([20, 50], [240, 50])
    expect(editor.at(100, 50)).toBe(WATER)
    expect(editor.at(200, 50)).toBe(SKY)
  })

  it('"only over" looks through an empty layer at what shows below', () => {
    const editor = new TestEditor().tool('rectangle').drag([0, 0], [128, 256])
    editor.editor.layers.addLabels('Upper')
    editor.paintWith(WATER).tool('brush', { brushSize: 20, onlyOverClassId: GRASS }).drag([20, 50], [240, 50])
    expect([editor.at(100, 50), editor.at(200, 50)]).toEqual([WATER, UNLABELLED])
  })

  it('locked classes are left alone by every tool', () => {
    const editor = new TestEditor().tool('rectangle').drag([0, 0], [128, 256])
    editor.store.dispatch({ type: 'palette/classLockToggled', payload: GRASS })
    editor.paintWith(WATER).tool('fill', { fillContiguous: false }).click(10, 10).click(200, 10)
    expect([editor.at(10, 10), editor.at(200, 10)]).toEqual([GRASS, WATER])
  })

  it('the selection bounds painting', () => {
    const editor = new TestEditor().tool('marquee').drag([50, 50], [100, 100]).tool('brush', { brushSize: 200 })
    editor.click(75, 75)
    expect(editor.count(GRASS)).toBe(2500)
  })

  it('symmetry mirrors at the middle, exactly', () => {
    const editor = new TestEditor().tool('brush', { brushSize: 9, symmetry: 'both' }).drag([30, 40], [60, 70])
    const { data } = editor.raster()
    for (let y = 0; y < 256; y += 5) {
      for (let x = 0; x < 256; x += 5) {
        expect(data[y * 256 + x]).toBe(data[y * 256 + 255 - x])
        expect(data[y * 256 + x]).toBe(data[(255 - y) * 256 + x])
      }
    }
    expect(editor.at(30, 40)).toBe(GRASS)
  })

  it.each([
    ['locked', { locked: true }, 'toolProblem.locked'],
    ['hidden', { visible: false }, 'toolProblem.hidden'],
  ] as const)('a %s layer is not painted, and the user is told why', (_name, change, notice) => {
    const editor = new TestEditor().tool('brush')
    editor.editor.layers.change(editor.layerId, change)
    editor.drag([50, 50], [100, 100])
    expect(editor.count(GRASS)).toBe(0)
    expect(editor.notices).toEqual([notice])
  })

  it('a photo layer is not painted', () => {
    const editor = new TestEditor().tool('brush')
    editor.editor.layers.choose(editor.editor.layers.add('photo', 'Photo'))
    editor.drag([50, 50], [100, 100])
    expect(editor.notices).toEqual(['toolProblem.noLabelLayer'])
  })
})
