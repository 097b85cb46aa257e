import { describe, expect, it } from 'vitest'
import { fileNameWith } from '../../../../electron/services/dialogs.ts'

describe('a suggested file name', () => {
  it.each([
    ['Lake', 'Lake.cocanvas'],
    ['Lake.COCANVAS', 'Lake.COCANVAS'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.cocanvas'],
    ['\u0000\u001f', 'Untitled.cocanvas'],
    ['   ', 'Untitled.cocanvas'],
    ['호수의 저녁', '호수의 저녁.cocanvas'],
  ])('%j becomes %j, which every file system takes', (name, expected) => {
    expect(fileNameWith(name, 'cocanvas')).toBe(expected)
  })

  it('is never too long for a file system', () => {
    expect(fileNameWith('a'.repeat(5000), 'png').length).toBeLessThan(200)
  })
})
