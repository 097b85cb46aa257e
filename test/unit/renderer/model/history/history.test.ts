import { describe, expect, it } from 'vitest'

import { History } from '../../../../../renderer/model/history/history.ts'
import type { HistoryChange } from '../../../../../renderer/model/history/history-change.ts'

/** A change whose cost is known, and which tells its name when applied. */
const change = (layerId: string, bytes = 1000): HistoryChange => ({
  kind: 'raster',
  layerId,
  after: { width: 1, height: 1, runs: new Uint8Array(bytes) },
})

function makeHistory(bytes = 1_000_000, steps = 1000): { history: History; applied: string[] } {
  const applied: string[] = []
  const history = new History(
    (entry, side) => applied.push(`${entry.kind === 'raster' ? entry.layerId : entry.kind} ${side}`),
    { bytes, steps },
  )
  return { history, applied }
}

describe('history', () => {
  it('undoes a step backwards and redoes it forwards (order matters when a layer comes with its pixels)', () => {
    const { history, applied } = makeHistory()
    history.commit('tool.brush', [change('first'), change('second')])
    history.undo()
    history.redo()
    expect(applied).toEqual(['second before', 'first before', 'first after', 'second after'])
  })

  it('forgets what could be redone when something new is done', () => {
    const { history } = makeHistory()
    history.commit('tool.brush', [change('a')])
    history.commit('tool.brush', [change('b')])
    history.undo()
    history.commit('tool.fill', [change('c')])
    expect(history.canRedo).toBe(false)
    expect(history.get().entries.map(({ title }) => title)).toEqual(['tool.brush', 'tool.fill'])
  })

  it('drops the oldest steps when they need too many bytes, never the newest', () => {
    const { history } = makeHistory(5000)
    for (let step = 0; step < 20; step += 1) history.commit('tool.brush', [change(String(step))])
    expect(history.get().bytes).toBeLessThanOrEqual(5000)
    history.commit('tool.brush', [change('huge', 50_000)])
    expect(history.get().entries).toHaveLength(1)
    expect(history.undo()).toBe(true)
    expect(history.undo()).toBe(false)
  })

  it('goes to any step from any other', () => {
    const { history, applied } = makeHistory()
    for (const name of ['a', 'b', 'c']) history.commit('tool.brush', [change(name)])
    history.goTo(1)
    history.goTo(3)
    expect(applied).toEqual(['c before', 'b before', 'b after', 'c after'])
  })

  it('tells the journal of commits only', () => {
    const { history } = makeHistory()
    const told: number[] = []
    history.onCommit(({ id }) => told.push(id))
    history.commit('tool.brush', [change('a')])
    history.undo()
    history.redo()
    history.commit('tool.brush', [])
    expect(told).toHaveLength(1)
  })

  // Bug it would catch: a smaller bound in the settings that only holds after the next start.
  it('lets the oldest steps go as soon as the bounds shrink, but none that can be redone', () => {
    const { history, applied } = makeHistory()
    for (const name of ['a', 'b', 'c', 'd']) history.commit('tool.brush', [change(name)])
    history.setLimits({ bytes: 1_000_000, steps: 3 })
    expect(history.get()).toMatchObject({ position: 3, entries: [{ id: 2 }, { id: 3 }, { id: 4 }] })
    history.goTo(1)
    applied.length = 0
    history.setLimits({ bytes: 1, steps: 1 })
    expect(history.get()).toMatchObject({ position: 0, entries: [{ id: 3 }, { id: 4 }] })
    history.goTo(2)
    expect(applied).toEqual(['c after', 'd after'])
  })
})
