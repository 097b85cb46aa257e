import { describe, expect, it } from 'vitest'

import { largeSize } from '../../../../../renderer/synthesis/upscale/large-size.ts'

describe('a picture larger than the pack draws', () => {
  // Bug it would catch: documents of 384×256 and 1024×672 that both became 1136×923 at "1024".
  it('has the size that was asked for, and the document’s aspect to the pixel', () => {
    expect(largeSize({ width: 512, height: 512 }, 1024)).toEqual({ width: 1024, height: 1024 })
    expect(largeSize({ width: 384, height: 256 }, 1024)).toEqual({ width: 1024, height: 683 })
    expect(largeSize({ width: 672, height: 1024 }, 2048)).toEqual({ width: 1344, height: 2048 })
  })
})
