import { LabelCanvas } from './label-canvas.mjs'
import { band, broadleaf, ridge, skyline, spruce, treeline } from './strokes.mjs'

/** Class ids of the landscape pack (ADE20K indices). */
const BUILDING = 2
const SKY = 3
const TREE = 5
const ROAD = 7
const GRASS = 10
const EARTH = 14
const MOUNTAIN = 17
const PLANT = 18
const WATER = 22
const SEA = 27
const FIELD = 30

function mountainLake() {
  const canvas = new LabelCanvas(256, 256, SKY)
  canvas.below(MOUNTAIN, ridge('0 0.4, 0.3 0.34, 0.62 0.26, 1 0.44', 3, 0.12, 3))
  canvas.below(TREE, treeline('0 0.5, 0.35 0.56, 0.75 0.53, 1 0.46', 11, 0.045))
  canvas.below(GRASS, skyline('0 0.6, 0.4 0.615, 1 0.58', 12, 0.015))
  canvas.blob(WATER, [0.56, 0.735], [0.56, 0.125], 21, 0.35)
  canvas.below(GRASS, skyline('0 0.74, 0.2 0.83, 0.6 0.9, 1 0.84', 31, 0.03))
  canvas.blob(EARTH, [0.3, 0.87], [0.13, 0.028], 41, 0.5)
  canvas.blob(PLANT, [0.86, 0.96], [0.2, 0.08], 51, 0.6)
  canvas.blob(PLANT, [0.06, 0.93], [0.11, 0.06], 52, 0.6)
  spruce(canvas, TREE, [0.1, 0.86], 0.44, 61)
  spruce(canvas, TREE, [0.2, 0.83], 0.3, 62)
  spruce(canvas, TREE, [0.015, 0.85], 0.34, 63)
  return canvas
}

function seaCliffs() {
  const canvas = new LabelCanvas(256, 256, SKY)
  canvas.below(SEA, () => 0.47, 0.001)
  canvas.blob(MOUNTAIN, [0.08, 0.475], [0.17, 0.03], 5, 0.5)
  canvas.paint(SEA, (x, y) => y > 0.485 && x < 0.5, 0.001)
  const headland = skyline('0.4 0.74, 0.47 0.52, 0.58 0.33, 0.75 0.26, 1 0.17', 7, 0.07, 6)
  const turf = skyline('0.4 0.6, 0.58 0.36, 0.75 0.36, 1 0.34', 8, 0.06, 6)
  canvas.paint(MOUNTAIN, (x, y) => y > headland(x) && x > 0.4)
  canvas.paint(GRASS, (x, y) => y > headland(x) && y < turf(x) && x > 0.52)
  canvas.below(SEA, skyline('0.38 0.7, 0.55 0.66, 0.7 0.78, 0.84 0.74, 1 0.8', 9, 0.03, 3))
  canvas.paint(SEA, (x, y) => y > 0.6 && x < 0.42)
  canvas.blob(MOUNTAIN, [0.27, 0.6], [0.04, 0.09], 13, 0.5)
  canvas.blob(MOUNTAIN, [0.35, 0.66], [0.035, 0.05], 14, 0.5)
  canvas.below(EARTH, skyline('0 0.84, 0.3 0.88, 0.6 0.95, 1 0.9', 15, 0.035))
  canvas.blob(GRASS, [0.02, 1], [0.22, 0.1], 16, 0.5)
  canvas.blob(PLANT, [0.98, 0.99], [0.15, 0.08], 17, 0.6)
  return canvas
}

function meadowRoad() {
  const canvas = new LabelCanvas(256, 256, SKY)
  canvas.below(MOUNTAIN, ridge('0 0.5, 0.4 0.46, 1 0.5', 23, 0.07, 3))
  canvas.below(TREE, treeline('0 0.53, 0.5 0.56, 1 0.52', 24, 0.035))
  canvas.below(FIELD, skyline('0 0.58, 0.5 0.57, 1 0.59', 25, 0.012))
  canvas.below(GRASS, skyline('0 0.64, 0.4 0.66, 0.7 0.63, 1 0.68', 26, 0.02))
  band(canvas, ROAD, '0.575 0.7 0.012, 0.63 0.61 0.03, 0.7 0.66 0.07, 0.82 0.5 0.16, 1.01 0.36 0.36', 27)
  canvas.blob(FIELD, [0.92, 0.8], [0.24, 0.07], 28, 0.4)
  canvas.paint(
    BUILDING,
    (x, y) => x > 0.8 && x < 0.9 && y > 0.52 + Math.max(0, 0.5 * (Math.abs(x - 0.85) - 0.01)) && y < 0.6,
    0.003,
  )
  canvas.blob(PLANT, [0.08, 0.9], [0.14, 0.07], 29, 0.6)
  broadleaf(canvas, TREE, [0.2, 0.78], 0.52, 33)
  broadleaf(canvas, TREE, [0.94, 0.63], 0.16, 37)
  return canvas
}

function valleyRiver() {
  const canvas = new LabelCanvas(256, 256, SKY)
  canvas.below(MOUNTAIN, ridge('0 0.26, 0.5 0.36, 1 0.3', 43, 0.14, 3))
  canvas.below(MOUNTAIN, skyline('0 0.3, 0.3 0.42, 0.5 0.52, 0.74 0.42, 1 0.28', 44, 0.06))
  canvas.below(TREE, treeline('0 0.42, 0.25 0.52, 0.5 0.58, 0.8 0.5, 1 0.4', 45, 0.04))
  canvas.below(GRASS, skyline('0 0.66, 0.3 0.62, 0.55 0.6, 0.8 0.63, 1 0.68', 46, 0.02))
  band(canvas, WATER, '0.595 0.53 0.02, 0.65 0.6 0.06, 0.72 0.46 0.11, 0.82 0.56 0.22, 1.01 0.42 0.5', 47)
  canvas.blob(EARTH, [0.7, 0.79], [0.1, 0.025], 48, 0.5)
  canvas.blob(EARTH, [0.24, 0.9], [0.08, 0.03], 49, 0.5)
  canvas.blob(PLANT, [0.95, 0.9], [0.17, 0.1], 50, 0.6)
  spruce(canvas, TREE, [0.07, 0.8], 0.34, 53)
  spruce(canvas, TREE, [0.155, 0.74], 0.22, 54)
  spruce(canvas, TREE, [0.92, 0.78], 0.28, 55)
  return canvas
}

function fjordPeaks() {
  const canvas = new LabelCanvas(256, 256, SKY)
  canvas.below(MOUNTAIN, ridge('0 0.62, 0.3 0.55, 0.7 0.6, 1 0.62', 66, 0.06, 4))
  canvas.below(MOUNTAIN, ridge('0.1 0.68, 0.38 0.66, 0.66 0.4, 0.85 0.42, 1 0.54', 63, 0.13, 2.5))
  canvas.below(SEA, () => 0.66, 0.002)
  canvas.blob(MOUNTAIN, [0.13, 0.67], [0.2, 0.04], 65, 0.6)
  canvas.blob(EARTH, [0.12, 1], [0.34, 0.11], 67, 0.5)
  canvas.blob(MOUNTAIN, [0.47, 0.95], [0.07, 0.035], 68, 0.6)
  canvas.blob(MOUNTAIN, [0.86, 0.98], [0.12, 0.06], 69, 0.6)
  return canvas
}

function hillVillage() {
  const canvas = new LabelCanvas(256, 256, SKY)
  canvas.below(MOUNTAIN, ridge('0 0.42, 0.5 0.38, 1 0.34', 71, 0.08, 3))
  canvas.below(TREE, treeline('0 0.48, 0.4 0.52, 0.7 0.5, 1 0.42', 72, 0.04))
  canvas.below(GRASS, skyline('0 0.6, 0.4 0.58, 1 0.5', 73, 0.02))
  const houses = [
    [0.36, 0.55, 0.09],
    [0.46, 0.58, 0.1],
    [0.56, 0.545, 0.085],
    [0.66, 0.55, 0.1],
    [0.29, 0.585, 0.07],
  ]
  for (const [x = 0, y = 0, size = 0] of houses) {
    canvas.paint(
      BUILDING,
      (u, v) =>
        Math.abs(u - x) < size / 2 && v < y + size / 2 && v > y - size / 2 + 0.7 * Math.max(0, Math.abs(u - x) - 0.005),
      0.003,
    )
  }
  canvas.paint(
    BUILDING,
    (x, y) => Math.abs(x - 0.51) < 0.018 * Math.min(1, (y - 0.36) / 0.08) && y > 0.36 && y < 0.58,
    0.003,
  )
  canvas.below(FIELD, skyline('0 0.7, 0.4 0.66, 0.75 0.68, 1 0.6', 74, 0.02))
  canvas.below(GRASS, skyline('0 0.8, 0.35 0.84, 0.7 0.78, 1 0.84', 75, 0.025))
  band(canvas, ROAD, '0.62 0.45 0.014, 0.7 0.52 0.03, 0.8 0.44 0.06, 1.01 0.62 0.16', 76)
  broadleaf(canvas, TREE, [0.86, 0.74], 0.3, 77)
  broadleaf(canvas, TREE, [0.16, 0.68], 0.17, 80)
  canvas.blob(PLANT, [0.1, 0.95], [0.18, 0.09], 83, 0.6)
  return canvas
}

function bayPanorama() {
  const canvas = new LabelCanvas(384, 256, SKY)
  canvas.below(MOUNTAIN, ridge('0 0.5, 0.5 0.44, 0.9 0.5, 1.2 0.5, 1.5 0.4', 81, 0.07, 3))
  canvas.below(SEA, () => 0.52, 0.002)
  canvas.below(MOUNTAIN, skyline('0 0.8, 0.86 0.72, 1.1 0.49, 1.3 0.38, 1.5 0.3', 82, 0.05))
  canvas.below(TREE, treeline('0 0.9, 0.95 0.74, 1.16 0.56, 1.5 0.44', 84, 0.04))
  canvas.paint(SEA, (x, y) => y > 0.64 && x < 1.2, 0.01)
  canvas.below(EARTH, skyline('0 0.66, 0.3 0.82, 0.7 0.86, 1.05 0.72, 1.25 0.645, 1.5 0.65', 85, 0.02))
  canvas.below(GRASS, skyline('0 0.74, 0.25 0.92, 0.7 0.97, 1.1 0.82, 1.5 0.72', 86, 0.03))
  canvas.blob(PLANT, [1.34, 0.93], [0.24, 0.11], 87, 0.6)
  canvas.blob(PLANT, [0.1, 0.97], [0.14, 0.07], 88, 0.6)
  broadleaf(canvas, TREE, [0.13, 0.86], 0.46, 89)
  broadleaf(canvas, TREE, [1.41, 0.85], 0.34, 92)
  canvas.blob(MOUNTAIN, [0.62, 0.62], [0.07, 0.03], 95, 0.6)
  return canvas
}

/** File name -> how to draw it. @type {Readonly<Record<string, () => LabelCanvas>>} */
export const scenes = {
  'bay-panorama': bayPanorama,
  'fjord-peaks': fjordPeaks,
  'hill-village': hillVillage,
  'meadow-road': meadowRoad,
  'mountain-lake': mountainLake,
  'sea-cliffs': seaCliffs,
  'valley-river': valleyRiver,
}
