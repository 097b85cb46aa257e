import { expect, it } from 'vitest'
import type { ImageSize } from '../../../../../electron/contract/image-size.ts'
import type { PictureResult } from '../../../../../electron/contract/generation-result.ts'
import { LargePicture, type LargePictureParts } from '../../../../../renderer/synthesis/upscale/large-picture.ts'

interface Stage {
  readonly large: LargePicture
  readonly finishes: (() => void)[]
  readonly asked: ImageSize[]
  readonly shown: unknown[]
  readonly cancelled: () => number
  readonly draw: () => void
}

function large(): Stage {
  const finishes: (() => void)[] = []
  const asked: ImageSize[] = []
  const shown: unknown[] = []
  let cancels = 0
  let revision = 0
  const parts = {
    client: {
      generate: () => {
        // The host makes exactly the size that was asked for last.
        const image = { width: 0, height: 0, ...asked.at(-1), data: new Uint8Array(0) }
        return {
          result: new Promise<PictureResult>((resolve) => {
            finishes.push(() => resolve({ image, packVersion: '1', timings: [] } as unknown as PictureResult))
          }),
          cancel: () => (cancels += 1),
        }
      },
    },
    request: (size: ImageSize) => {
      asked.push(size)
      return { settings: {}, ready: { exemplar: {}, ids: [] } }
    },
    document: () => ({ width: 384, height: 256 }),
    revision: () => revision,
    show: (picture: unknown) => shown.push(picture),
    tell: (text: string) => {
      throw new Error(text)
    },
  } as unknown as LargePictureParts
  return {
    large: new LargePicture(parts),
    finishes,
    asked,
    shown,
    draw: () => (revision += 1),
    cancelled: () => cancels,
  }
}

it('is as large as was asked for, in the document’s aspect, whatever sizes the pack can draw', async () => {
  const { large: picture, finishes, asked } = large()
  const made = picture.render(1024)
  finishes[0]?.()
  await made
  expect(picture.state.get()).toMatchObject({ kind: 'done', picture: { image: { width: 1024, height: 683 } } })
  expect(asked).toEqual([{ width: 1024, height: 683 }])
})

// Bug it would catch: a large picture of an older layout over what was painted since.
it('is put on the canvas, unless something was drawn while it was made', async () => {
  const { large: picture, finishes, shown, draw } = large()
  const first = picture.render(512)
  finishes[0]?.()
  await first
  expect(shown).toHaveLength(1)
  const second = picture.render(512)
  draw()
  finishes[1]?.()
  await second
  expect(shown).toHaveLength(1)
  expect(picture.state.get()).toMatchObject({ kind: 'done', current: false })
})

// Bug it would catch: the picture of one document that is offered, or laid, over the next.
it('goes with its document', async () => {
  const { large: picture, finishes, shown } = large()
  const made = picture.render(512)
  picture.leave()
  finishes[0]?.()
  await made
  expect([picture.state.get(), shown]).toEqual([{ kind: 'none' }, []])
})

// Bug it would catch: a cancel during the last stage that was ignored, and a dialog that opened anyway.
it('is gone at once when it is cancelled, also when the host finishes it', async () => {
  const { large: picture, finishes, cancelled } = large()
  const made = picture.render(2048)
  picture.cancel()
  expect([picture.state.get(), cancelled()]).toEqual([{ kind: 'none' }, 1])
  finishes[0]?.()
  await made
  expect(picture.state.get()).toEqual({ kind: 'none' })
})

// Bug it would catch: a second picture that never began, because the host had not yet ended the cancelled one.
it('can be made anew while the host still ends the cancelled one', async () => {
  const { large: picture, finishes } = large()
  const given = picture.render(2048)
  picture.cancel()
  const made = picture.render(512)
  finishes[0]?.()
  await given
  expect(picture.state.get()).toMatchObject({ kind: 'rendering', side: 512 })
  finishes[1]?.()
  await made
  expect(picture.state.get()).toMatchObject({ kind: 'done', picture: { image: { width: 512, height: 341 } } })
})
