import { expect, it } from 'vitest'
import type { PictureResult } from '../../../../../electron/contract/generation-result.ts'
import { LargePicture, type LargePictureParts } from '../../../../../renderer/synthesis/upscale/large-picture.ts'

function large(): { large: LargePicture; finish: () => void; asked: number[]; cancelled: () => number } {
  let finish: (result: PictureResult) => void = () => undefined
  const asked: number[] = []
  let cancels = 0
  const parts = {
    client: {
      generate: () => ({
        result: new Promise<PictureResult>((resolve) => (finish = resolve)),
        cancel: () => (cancels += 1),
      }),
    },
    request: (side: number) => {
      asked.push(Math.round(side))
      return { settings: {}, ready: { exemplar: {}, ids: [] } }
    },
    document: () => ({ width: 384, height: 256 }),
    tell: (text: string) => {
      throw new Error(text)
    },
  } as unknown as LargePictureParts
  const image = { width: 320, height: 224, data: new Uint8Array(320 * 224 * 3) }
  return {
    large: new LargePicture(parts),
    finish: () => finish({ image, packVersion: '1', timings: [] } as unknown as PictureResult),
    asked,
    cancelled: () => cancels,
  }
}

it('is as large as was asked for, in the document’s aspect, whatever sizes the pack can draw', async () => {
  const { large: picture, finish, asked } = large()
  const made = picture.render(1024)
  finish()
  await made
  expect(picture.state.get()).toMatchObject({ kind: 'done', picture: { image: { width: 1024, height: 683 } } })
  expect(asked).toEqual([Math.round(Math.sqrt(1024 * 683))])
})

// Bug it would catch: a cancel during the last stage that was ignored, and a dialog that opened anyway.
it('is gone at once when it is cancelled, also when the host finishes it', async () => {
  const { large: picture, finish, cancelled } = large()
  const made = picture.render(2048)
  picture.cancel()
  expect([picture.state.get(), cancelled()]).toEqual([{ kind: 'none' }, 1])
  finish()
  await made
  expect(picture.state.get()).toEqual({ kind: 'none' })
})
