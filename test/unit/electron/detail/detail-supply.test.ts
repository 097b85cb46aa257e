import { expect, it } from 'vitest'
import { detailSupply } from '../../../../electron/detail/detail-supply.ts'
import { drawnLabels, GRASS, SKY, WATER } from './textured-pictures.ts'

const SEA = 27
const classes = [
  { id: SKY, name: 'sky' },
  { id: GRASS, name: 'grass' },
  { id: WATER, name: 'water' },
  { id: SEA, name: 'sea' },
]
const wanted = drawnLabels(100, 100, (_x, y) => (y < 40 ? SKY : y < 70 ? GRASS : WATER)).data

function supplyOf(source: Parameters<typeof detailSupply>[1]): Record<string, readonly [number | undefined, number]> {
  return Object.fromEntries(
    detailSupply(wanted, source, classes).map(({ label, lender, closeness }) => [label, [lender, closeness]]),
  )
}

it('copies whole shapes of what a photo shows well, and nothing of what it lacks (a sky made of a forest’s floor)', () => {
  const meadow = drawnLabels(200, 200, () => GRASS)
  expect(supplyOf(meadow)).toEqual({ [SKY]: [undefined, 1], [GRASS]: [GRASS, 0], [WATER]: [undefined, 1] })
})

it('takes the sea’s texture for water, but never the sky’s', () => {
  const coast = drawnLabels(200, 200, (_x, y) => (y < 100 ? SKY : SEA))
  expect(supplyOf(coast)[WATER]).toEqual([SEA, 0])
  expect(supplyOf(coast)[GRASS]).toEqual([undefined, 1])
})

it('counts no strip along a border (streaks of a far shore over a whole mountain)', () => {
  const strip = drawnLabels(400, 400, (_x, y) => (y < 200 ? SKY : y < 206 ? GRASS : WATER))
  expect(supplyOf(strip)[GRASS]).toEqual([undefined, 1])
})

it('follows the picture more closely the less there is', () => {
  const little = drawnLabels(60, 60, (x, y) => (x < 30 && y < 30 ? GRASS : SKY))
  const [lender, closeness = 0] = supplyOf(little)[GRASS] ?? []
  expect(lender).toBe(GRASS)
  expect(closeness).toBeGreaterThan(0.5)
  expect(closeness).toBeLessThan(1)
})

it('copies the fine texture of what is shown on little more than a hundredth (mountains without any)', () => {
  const scarce = (side: number): ReturnType<typeof supplyOf> =>
    supplyOf(drawnLabels(60, 60, (x, y) => (x < side && y < side ? GRASS : SKY)))
  expect(scarce(8)[GRASS]).toEqual([GRASS, 1])
  expect(scarce(4)[GRASS]).toEqual([undefined, 1])
})
