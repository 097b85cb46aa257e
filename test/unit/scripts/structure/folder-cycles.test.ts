import { describe, expect, it } from 'vitest'

import { folderCycles, mutualPairs } from '../../../../scripts/structure/folder-cycles.mjs'
import { importsOf } from '../../../../scripts/structure/import-graph.mjs'

const graph = (arrows: Record<string, readonly string[]>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(arrows).map(([file, imports]) => [file, new Set(imports)]))

// A check of single files sees none of these: no two files import each other.
describe('folderCycles', () => {
  it('finds folders that need each other through different files', () => {
    const tangled = graph({ 'app/one/a.ts': ['app/two/b.ts'], 'app/two/c.ts': ['app/one/d.ts'] })
    expect(folderCycles(tangled)).toMatchObject([{ inside: 'app', members: ['one', 'two'] }])
    expect(mutualPairs(tangled)).toEqual(['app/{one,two}'])
  })

  it('finds circles of three, which are no mutual pair', () => {
    const ring = graph({ 'x/a/1.ts': ['x/b/1.ts'], 'x/b/2.ts': ['x/c/1.ts'], 'x/c/2.ts': ['x/a/2.ts'] })
    expect(folderCycles(ring)).toHaveLength(1)
    expect(mutualPairs(ring)).toEqual([])
  })

  it('finds them at every depth', () => {
    const deep = graph({ 'x/y/one/a.ts': ['x/y/two/b.ts'], 'x/y/two/c.ts': ['x/y/one/d.ts'] })
    expect(folderCycles(deep)).toMatchObject([{ inside: 'x/y', members: ['one', 'two'] }])
  })

  it('lets a file beside a folder hand it out, and the folder use another file beside it', () => {
    const table = graph({ 'tools/table.ts': ['tools/brush/brush.ts'], 'tools/brush/brush.ts': ['tools/machine.ts'] })
    expect(folderCycles(table)).toEqual([])
  })
})

describe('importsOf', () => {
  it('sees types, style sheets and imports on demand, and no packages', () => {
    const text = `
      import type { A } from '../model/a.ts'
      import styles from './b.module.css'
      import { useState } from 'react'
      const late = await import('../c.ts')
      export type D = import('./d.ts').D`
    expect([...importsOf('renderer/panels/x.ts', text)].toSorted()).toEqual([
      'renderer/c.ts',
      'renderer/model/a.ts',
      'renderer/panels/b.module.css',
      'renderer/panels/d.ts',
    ])
  })
})
