import { describe, expect, it } from 'vitest'

import { fileNameComplaint } from '../../../../scripts/lint/file-names.mjs'

describe('fileNameComplaint', () => {
  it.each(['one-hot.ts', 'crc32.ts', 'one-hot.test.ts', 'vitest.config.ts'])('accepts %s', (name) => {
    expect(fileNameComplaint(`/anywhere/${name}`)).toBeUndefined()
  })

  // 'oneHot' breaks on disks that ignore case; the others say nothing about what is inside.
  it.each(['oneHot.ts', 'OneHot.tsx', 'one_hot.ts', 'utils.ts', 'helpers.ts', 'index.ts', 'misc.ts'])(
    'refuses %s',
    (name) => {
      expect(fileNameComplaint(`/anywhere/${name}`)).toBeDefined()
    },
  )
})
