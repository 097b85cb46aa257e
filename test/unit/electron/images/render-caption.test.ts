import { join } from 'node:path'
import { expect, it } from 'vitest'
import { renderCaption } from '../../../../electron/images/render-caption.ts'

const FONT = join(import.meta.dirname, '../../../../assets/fonts/wqy-microhei.ttc')
const BOX = { width: 400, height: 40 }

// Without a font for it, every letter is drawn as one and the same box with its number in it.
it.each(['호수산', '湖山川', 'みずう'])('the caption %s is drawn in letters, not in boxes', async (text) => {
  const shipped = await renderCaption(text, BOX, FONT)
  const [first, ...others] = await Promise.all(Array.from(text, (letter) => renderCaption(letter, BOX, FONT)))
  expect(shipped.data.some((value) => value > 128)).toBe(true)
  for (const other of others) expect(Buffer.compare(other.data, first?.data ?? new Uint8Array())).not.toBe(0)
  // A box with a number is four rows of small digits: more than half of it is empty, and its outline is straight.
  expect(outlineIsStraight(first)).toBe(false)
})

it('a long caption is cut between letters', async () => {
  const whole = await renderCaption('👩‍👩‍👧'.repeat(30), { width: 90, height: 40 }, FONT)
  expect(whole.width).toBeLessThanOrEqual(90)
})

/** Whether the first row of pixels is inked from end to end, as that of a box is. */
function outlineIsStraight(mask: { readonly width: number; readonly data: Uint8Array } | undefined): boolean {
  return mask?.data.subarray(0, mask.width).every((value) => value > 64) ?? true
}
