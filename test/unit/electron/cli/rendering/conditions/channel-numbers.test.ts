import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { FACE_CLASSES } from '../../../../../../electron/conditions/face/face-classes.ts'
import { warnOfChannelNumbers } from '../../../../../../electron/cli/rendering/conditions/channel-numbers.ts'
import { decodeLayout } from '../../../../../../electron/images/decode-layout.ts'

// Bug it would catch: the authors' channel images, painted as faces whose hair is a nose, without a word.
it.each(['long-hair', 'curly', 'short-hair'])('tells a map of channel numbers from one of ids: %s', (name) => {
  const face = decodeLayout(readFileSync(`assets/face-templates/${name}.png`), name, [])
  const channelOf = new Map(FACE_CLASSES.map(({ id, maskChannel }) => [id, maskChannel]))
  const numbered = { ...face, data: face.data.map((id) => channelOf.get(id) ?? 0) }
  const notices: string[] = []
  warnOfChannelNumbers('face.png', face, { classes: [] }, (notice) => notices.push(notice))
  expect(notices).toEqual([])
  warnOfChannelNumbers('face.png', numbered, { classes: [] }, (notice) => notices.push(notice))
  expect(notices.join()).toContain('numbered by channels')
})
