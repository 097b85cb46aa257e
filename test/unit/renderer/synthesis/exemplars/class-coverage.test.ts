import { describe, expect, it } from 'vitest'

import type { PackClass } from '../../../../../electron/contract/pack-facts.ts'
import {
  bestFirst,
  coveragePercent,
  missingClasses,
  suitability,
  type ClassShares,
} from '../../../../../renderer/synthesis/exemplars/class-coverage.ts'

const SKY = 3
const GRASS = 10
const WATER = 22
const [SKIN, EYE, HAT] = [1, 4, 14]
const shares = (entries: Record<number, number>): ClassShares =>
  new Map(Object.entries(entries).map(([id, share]) => [Number(id), share]))

const classOf = (id: number): PackClass => ({ id, name: String(id), colour: [0, 0, 0], channel: id, aliases: [] })

describe('how well a photo suits a layout', () => {
  it('is the share of the layout whose classes it shows, and names the largest that it lacks first', () => {
    const layout = shares({ [SKY]: 0.5, [GRASS]: 0.2, [WATER]: 0.3 })
    const fit = suitability(layout, shares({ [SKY]: 0.01, [GRASS]: 0.001 }))
    expect(coveragePercent(fit)).toBe(50)
    expect(fit.missingIds).toEqual([WATER, GRASS])
  })

  // Bug it would catch: a portrait whose eyes "are missing" because an eye has so few of its pixels.
  it('counts what is small by nature, such as the eyes of a face, and else no specks', () => {
    const portrait = shares({ [SKIN]: 0.3, [EYE]: 0.0015 })
    expect(suitability(shares({ [SKIN]: 0.3, [EYE]: 0.002 }), portrait).missingIds).toEqual([])
    expect(suitability(shares({ [SKIN]: 0.3, [EYE]: 0.02 }), portrait).missingIds).toEqual([EYE])
    const classes = [SKIN, EYE, HAT].map(classOf)
    expect(missingClasses(portrait, classes, 'aligned-face')).toEqual([HAT])
    expect(missingClasses(portrait, classes, undefined)).toEqual([EYE, HAT])
  })

  // Bug it would catch: a photo with a smaller number on it stands before one with a larger.
  it('is ranked by the number that is shown, and by like amounts only among equals', () => {
    const layout = shares({ [SKY]: 0.9, [GRASS]: 0.1 })
    const all = suitability(layout, shares({ [SKY]: 0.01, [GRASS]: 0.99 }))
    const alike = suitability(layout, shares({ [SKY]: 0.9, [WATER]: 0.1 }))
    const best = suitability(layout, shares({ [SKY]: 0.8, [GRASS]: 0.2 }))
    // The premise: by amounts alone the photo that lacks a class would come first.
    expect(alike.score).toBeGreaterThan(all.score)
    expect([alike, all, best].toSorted(bestFirst)).toEqual([best, all, alike])
    expect(bestFirst(undefined, alike)).toBeGreaterThan(0)
    expect(bestFirst(undefined, undefined)).toBe(0)
  })
})
