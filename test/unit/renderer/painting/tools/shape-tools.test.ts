import { describe, expect, it } from 'vitest'

import { GRASS, SKY, TestEditor, WATER } from '../../test-editor.ts'

describe('fill', () => {
  it('fills the connected area of the class under the pointer, over all layers', () => {
    const editor = new TestEditor().tool('brush', { brushSize: 4 }).drag([0, 128], [256, 128])
    editor.paintWith(WATER).tool('fill').click(10, 10)
    expect([editor.at(10, 10), editor.at(10, 200), editor.at(10, 128)]).toEqual([WATER, SKY, GRASS])
  })

  it('looks at the active layer alone when asked to', () => {
    const editor = new TestEditor().tool('brush', { brushSize: 4 }).drag([0, 128], [256, 128])
    editor.editor.layers.addLabels('Upper')
    editor.paintWith(WATER).tool('fill', { fillAllLayers: false }).click(10, 10)
    expect(editor.count(WATER)).toBe(256 * 256)
  })
})

describe('line', () => {
  it('follows the drag, and with Shift snaps to 15 degrees', () => {
    const editor = new TestEditor().tool('line', { brushSize: 4 })
    editor.down(50, 50).hold({ shift: true }).move([150, 58]).up()
    expect(editor.at(140, 50)).toBe(GRASS)
    expect(editor.at(145, 57)).toBe(SKY)
  })
})

describe('rectangle and ellipse', () => {
  it('paint as they grow and keep only the last shape', () => {
    const editor = new TestEditor().tool('rectangle').down(10, 10).move([200, 200])
    expect(editor.at(150, 150)).toBe(GRASS)
    editor.move([50, 60]).up()
    expect(editor.count(GRASS)).toBe(40 * 50)
    expect(editor.steps).toBe(1)
  })

  it('a click without a drag changes nothing and makes no step', () => {
    const editor = new TestEditor().tool('ellipse').click(40, 40)
    expect([editor.count(GRASS), editor.steps]).toEqual([0, 0])
  })

  it('select instead of painting when set to, join with Shift, and a click deselects', () => {
    const editor = new TestEditor().tool('rectangle', { shapeAction: 'select' }).drag([10, 10], [20, 20])
    editor.drag([30, 30], [40, 40], { shift: true })
    const selected = editor.editor.selection.get()?.data.reduce((sum, value) => sum + value, 0)
    expect([selected, editor.count(GRASS)]).toEqual([200, 0])
    editor.click(100, 100)
    expect(editor.editor.selection.get()).toBeUndefined()
    expect(editor.editor.overlay.get()).toBeUndefined()
  })
})

describe('polygon', () => {
  it('closes with Enter, takes corners back with Backspace, and shows its outline meanwhile', () => {
    const editor = new TestEditor().tool('polygon').click(10, 10).click(200, 10).click(250, 250)
    editor.key('Backspace').click(10, 200)
    expect(editor.editor.overlay.get()?.kind).toBe('path')
    editor.key('Enter')
    expect([editor.at(20, 20), editor.at(180, 180)]).toEqual([GRASS, SKY])
    expect(editor.editor.overlay.get()).toBeUndefined()
    expect(editor.steps).toBe(1)
  })

  it('closes with a click on its first corner and with a double click', () => {
    const first = new TestEditor().tool('polygon').click(10, 10).click(200, 10).click(10, 200).click(12, 11)
    expect(first.at(20, 20)).toBe(GRASS)
    const double = new TestEditor().tool('polygon').click(10, 10).click(200, 10).click(10, 200)
    double.click(10, 200, { clicks: 2 })
    expect(double.at(20, 20)).toBe(GRASS)
  })

  it('survives panning with the space bar half-way', () => {
    const editor = new TestEditor().tool('polygon').click(10, 10).click(200, 10)
    editor.editor.tools.hold({ space: true })
    expect(editor.editor.tools.path).toBe('hand.idle')
    editor.drag([100, 100], [120, 120])
    editor.editor.tools.hold({ space: false })
    editor.click(10, 200).key('Enter')
    expect(editor.at(20, 20)).toBe(GRASS)
  })

  it('Escape leaves nothing', () => {
    const editor = new TestEditor().tool('polygon').click(10, 10).click(200, 10).click(10, 200).key('Escape')
    expect([editor.count(GRASS), editor.steps]).toEqual([0, 0])
  })
})

describe('lasso', () => {
  it('paints what it encloses', () => {
    const editor = new TestEditor().tool('lasso').down(50, 50).move([150, 50], [150, 150]).move([50, 150]).up()
    expect(editor.count(GRASS)).toBe(100 * 100)
  })
})

describe('eyedropper', () => {
  it('picks the class under the pointer, also lent by Alt in the middle of painting', () => {
    const editor = new TestEditor().tool('rectangle').drag([0, 0], [100, 100]).paintWith(WATER).tool('brush')
    editor.editor.tools.hold({ alt: true })
    editor.click(50, 50)
    editor.editor.tools.hold({ alt: false })
    expect(editor.editor.tools.path).toBe('brush.idle')
    editor.set({ brushSize: 10 }).click(200, 200)
    expect(editor.at(200, 200)).toBe(GRASS)
  })

  it('a lent tool waits for the stroke under way to end', () => {
    const editor = new TestEditor().tool('brush').down(50, 50)
    editor.editor.tools.hold({ space: true })
    expect(editor.editor.tools.path).toBe('brush.drawing')
    editor.move([80, 50]).up()
    expect(editor.editor.tools.path).toBe('hand.idle')
    expect(editor.at(70, 50)).toBe(GRASS)
  })
})

describe('magic', () => {
  const photo = (): { width: number; height: number; data: Uint8Array } => {
    const data = new Uint8Array(256 * 256 * 3)
    for (let pixel = 0; pixel < 256 * 256; pixel += 1) {
      const left = pixel % 256 < 101
      data.set(left ? [200, 60, 40] : [40, 80, 190], pixel * 3)
    }
    return { width: 256, height: 256, data }
  }

  it('says what is missing without a reference photo', () => {
    const editor = new TestEditor().tool('magic').click(50, 50)
    expect(editor.notices).toEqual(['toolProblem.noPhoto'])
  })

  it('similar colours stop at the photo’s edge', () => {
    const editor = new TestEditor().tool('magic', { magicMode: 'similar' })
    editor.editor.pictures.put('photo-1', photo())
    editor.editor.layers.addPhoto('Photo', 'photo-1')
    editor.editor.layers.choose(editor.layerId)
    editor.click(50, 50)
    expect(editor.count(GRASS)).toBe(101 * 256)
  })

  it('superpixels never cross a strong edge, and a drag gathers several as one step', () => {
    const editor = new TestEditor().tool('magic', { magicMode: 'superpixels', superpixelSize: 20 })
    editor.editor.pictures.put('photo-1', photo())
    editor.editor.layers.addPhoto('Photo', 'photo-1')
    editor.editor.layers.choose(editor.layerId)
    const before = editor.steps
    editor.drag([95, 100], [40, 100])
    expect(editor.steps).toBe(before + 1)
    expect(editor.count(GRASS)).toBeGreaterThan(300)
    const beyond = Array.from({ length: 256 * 155 }, (_, index) =>
      editor.at(101 + (index % 155), Math.floor(index / 155)),
    )
    expect(beyond.every((id) => id === SKY)).toBe(true)
  })
})
