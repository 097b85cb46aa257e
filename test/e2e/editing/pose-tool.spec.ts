import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { decode } from 'fast-png'
import { readPosePeople } from '../../../electron/contract/poses/reading/read-pose-people.ts'
import type { PosePerson } from '../../../electron/contract/poses/pose-people.ts'
import { calmSettings, notices, runCommand, untilReady } from '../files/editor-steps.ts'
import { restoreWork } from '../files/project-steps.ts'
import { expect, test } from '../fixtures.ts'
import { repositoryFolder } from '../shells/repository.ts'
import type { RunningApp } from '../shells/running-app.ts'

test.use({
  settings: { ...calmSettings, panels: { pose: true, 'pose-library': true, exemplar: false, palette: false } },
})

const LEFT_WRIST = 7

/** The editor with a pose layer of one standing person and the pose tool in hand. */
async function posing(app: RunningApp): Promise<Page> {
  const { page } = app
  await untilReady(page)
  await runCommand(page, 'Add a pose layer')
  await page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name: 'Pose', exact: true }).click()
  await expect(joint(page, 'Nose')).toBeVisible()
  return page
}

const joint = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: false }).and(page.locator('[aria-label*=", person "]'))

/** The people as the pose is exported now. */
async function exported(app: RunningApp, file: string): Promise<readonly PosePerson[]> {
  await app.answerDialog(file, () => runCommand(app.page, 'Export the pose as JSON'))
  await expect.poll(() => existsSync(file)).toBe(true)
  await expect(notices(app.page)).toContainText(path.basename(file))
  return readPosePeople(JSON.parse(readFileSync(file, 'utf8'))).people
}

test('a wrist is dragged with the bones locked, mirrored, hidden and undone, and the pose is exported', async ({
  app,
  profile,
}) => {
  // Bugs it would catch: a tool that stretches arms, a mirror that swaps no sides, undo that takes back half a gesture.
  const page = await posing(app)
  const file = (name: string): string => path.join(profile.userFolder, `${name}.json`)
  const [before] = await exported(app, file('before'))
  const wrist = await joint(page, 'Left wrist').boundingBox()
  if (wrist === null) throw new Error('The wrist is not shown.')
  await page.mouse.move(wrist.x + wrist.width / 2, wrist.y + wrist.height / 2)
  await page.mouse.down()
  await page.mouse.move(wrist.x + 60, wrist.y - 160, { steps: 5 })
  await page.mouse.up()
  const [raised] = await exported(app, file('raised'))
  expect(heightOf(raised, LEFT_WRIST)).toBeLessThan(heightOf(before, LEFT_WRIST) - 50)
  for (const [from, to] of [
    [5, 6],
    [6, 7],
  ] as const)
    expect(lengthOf(raised, from, to)).toBeCloseTo(lengthOf(before, from, to), 3)

  const panel = page.getByRole('region', { name: 'Pose', exact: true })
  await panel.getByRole('button', { name: 'Mirror the person' }).click()
  await panel.getByText('Joints that are seen').click()
  await panel.getByRole('checkbox', { name: 'Left ear' }).uncheck()
  const [mirrored] = await exported(app, file('mirrored'))
  expect(heightOf(mirrored, 4)).toBeCloseTo(heightOf(raised, LEFT_WRIST), 3)
  expect(mirrored?.body[17]).toBeNull()
  for (let step = 0; step < 3; step += 1) await runCommand(page, 'Undo')
  expect(await exported(app, file('undone'))).toEqual([before])
})

test('joints are reached by Tab, named, moved by arrows and hidden by Delete', async ({ app, profile }) => {
  const page = await posing(app)
  const file = (name: string): string => path.join(profile.userFolder, `${name}.json`)
  const [before] = await exported(app, file('before'))
  await joint(page, 'Nose').focus()
  await page.keyboard.press('Tab')
  await expect(joint(page, 'Neck')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Right shoulder, person 1', exact: true })).toBeFocused()
  await page.keyboard.press('Shift+ArrowUp')
  await expect(page.getByRole('button', { name: 'Right shoulder, person 1', exact: true })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('button', { name: 'Right elbow, person 1, hidden', exact: true })).toBeVisible()
  const [after] = await exported(app, file('after'))
  expect(heightOf(after, 2)).toBeLessThan(heightOf(before, 2) - 1)
  expect(after?.body[3]).toBeNull()
})

test('the points of a hand and a face are entered from their joint, named, moved by arrows and left by Escape', async ({
  app,
  profile,
}) => {
  // Would catch: points that only the pointer reaches, and an Escape that drops the whole choice.
  const page = await posing(app)
  const file = (name: string): string => path.join(profile.userFolder, `${name}.json`)
  const [x, y] = [150, 120]
  const hand = Array.from({ length: 21 }, (_, point) => [x + 3 * point, y + 2 * point, 1]).flat()
  const face = Array.from({ length: 70 }, (_, point) => [100 + point, 60 + point, 1]).flat()
  const [first] = await exported(app, file('before'))
  const body = first?.body.flatMap((point) => (point === null ? [0, 0, 0] : [...point, 1])) ?? []
  const person = { pose_keypoints_2d: body, hand_left_keypoints_2d: hand, face_keypoints_2d: face }
  writeFileSync(file('hands'), JSON.stringify({ people: [person], canvas_width: 256, canvas_height: 256 }))
  await app.answerDialog(file('hands'), () => runCommand(page, 'Open a pose file'))
  const point = (name: string) => page.getByRole('button', { name: `${name}, person 1`, exact: true })
  const wrist = point('Left wrist')
  await wrist.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Left hand, person 1' })).toBeAttached()
  await expect(point('Root of the hand')).toBeFocused()
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Tab')
  await expect(point('Index finger 2')).toBeFocused()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Escape')
  await expect(wrist).toBeFocused()
  await expect(point('Index finger 2')).toBeHidden()
  await point('Nose').focus()
  await page.keyboard.press('Enter')
  await expect(point('Jaw 1')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(point('Nose')).toBeFocused()
  const [moved] = await exported(app, file('after'))
  expect(moved?.leftHand?.[6]).toEqual([x + 18 + 10, y + 12 - 1])
  expect(moved?.leftHand?.[5]).toEqual([x + 15, y + 10])
})

test('the skeleton is written as a picture of the document’s size', async ({ app, profile }) => {
  const page = await posing(app)
  const file = path.join(profile.userFolder, 'skeleton.png')
  await app.answerDialog(file, () => runCommand(page, 'Export the skeleton as a picture'))
  await expect.poll(() => existsSync(file)).toBe(true)
  await expect(notices(page)).toContainText('skeleton.png')
  const { width, height, data, channels } = decode(readFileSync(file))
  expect([width, height]).toEqual([256, 256])
  // The neck joins limbs of several colours; the corner is black.
  const at = (x: number, y: number): number => Math.max(...data.subarray((y * width + x) * channels).slice(0, 3))
  expect(at(0, 0)).toBe(0)
  expect(at(128, 54)).toBeGreaterThan(100)
})

test('people are copied, taken from the library and kept as poses of one’s own', async ({ app, launch }) => {
  const page = await posing(app)
  const panel = page.getByRole('region', { name: 'Pose', exact: true })
  const library = page.getByRole('region', { name: 'Pose library' })
  await library.getByRole('button', { name: 'Sitting' }).click()
  await library.getByRole('switch', { name: 'Most alike first' }).check()
  await expect(library.getByRole('listitem').first()).toContainText('Sitting')
  await library.getByRole('button', { name: 'Keep this pose' }).click()
  await expect(library.getByRole('button', { name: 'My pose 1', exact: true })).toBeVisible()
  await joint(page, 'Neck').focus()
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect(panel.getByRole('button', { name: /^Person 2/ })).toHaveAttribute('aria-pressed', 'true')
  await app.kill()
  const again = await launch()
  // The library is shown with the document that holds a pose.
  await restoreWork(again)
  await expect(again.page.getByRole('button', { name: 'My pose 1', exact: true })).toBeVisible()
})

const FORMS: Readonly<Record<string, unknown>> = {
  openpose: { people: [{ pose_keypoints_2d: flat(18) }], canvas_width: 512, canvas_height: 512 },
  'openpose-25': { people: [{ pose_keypoints_2d: flat(25) }], canvas_width: 512, canvas_height: 512 },
  comfyui: [
    { people: [{ pose_keypoints_2d: flat(18), face_keypoints_2d: null }], canvas_width: 512, canvas_height: 512 },
  ],
  candidate: {
    candidate: Array.from({ length: 18 }, (_, index) => [20 + 10 * index, 30 + 10 * index, 1, index]),
    subset: [Array.from({ length: 20 }, (_, index) => index)],
  },
  coco: { annotations: [{ image_id: 1, keypoints: flat(17) }], images: [{ id: 1, width: 512, height: 512 }] },
  blazepose: { landmarks: Array.from({ length: 33 }, (_, index) => ({ x: index / 40, y: index / 40, visibility: 1 })) },
}

test('every form of pose file is read, and what is none is refused in one sentence', async ({ app, profile }) => {
  const page = await posing(app)
  const panel = page.getByRole('region', { name: 'Pose', exact: true })
  let people = 0
  for (const [name, document] of Object.entries(FORMS)) {
    const file = path.join(profile.userFolder, `${name}.json`)
    writeFileSync(file, JSON.stringify(document))
    await app.answerDialog(file, () => runCommand(page, 'Open a pose file'))
    people += 1
    // The first takes the place of the untouched person of the new layer.
    await expect(panel.getByRole('list', { name: 'People' }).getByRole('listitem')).toHaveCount(people)
  }
  const hand = path.join(profile.userFolder, 'hand.json')
  writeFileSync(hand, JSON.stringify({ people: [{ pose_keypoints_2d: flat(18), hand_left_keypoints_2d: flat(20) }] }))
  await app.answerDialog(hand, () => runCommand(page, 'Open a pose file'))
  await expect(notices(page)).toContainText('wrong number of points: Left hand.')
  await expect(panel.getByRole('list', { name: 'People' }).getByRole('listitem')).toHaveCount(people + 1)
  const broken = path.join(profile.userFolder, 'broken.json')
  writeFileSync(broken, '{"people": 3}')
  await app.answerDialog(broken, () => runCommand(page, 'Open a pose file'))
  await expect(notices(page)).toContainText('This is no pose file')
})

test('people are found in a photo, which then lies under them', async ({ app }) => {
  const page = await posing(app)
  const photo = path.join(repositoryFolder, 'test/fixtures/faces/male_42.jpg')
  await app.answerDialog(photo, () => runCommand(page, 'Find people in a photo'))
  await expect(notices(page)).toContainText('People found: 1.', { timeout: 30_000 })
  await expect(page.getByRole('region', { name: 'Layers', exact: true }).getByRole('listitem')).toHaveCount(3)
  const landscape = path.join(repositoryFolder, 'assets/exemplars/landscape/life.jpg')
  await app.answerDialog(landscape, () => runCommand(page, 'Find people in a photo'))
  await expect(notices(page)).toContainText('No person was found in life.jpg', { timeout: 30_000 })
})

function flat(count: number): number[] {
  return Array.from({ length: count }, (_, index) => [20 + 10 * index, 30 + 10 * index, 1]).flat()
}

/** Down from the top, in pixels. */
function heightOf(person: PosePerson | undefined, joint: number): number {
  const point = person?.body[joint] ?? null
  return point === null ? Number.NaN : point[1]
}

function lengthOf(person: PosePerson | undefined, from: number, to: number): number {
  const [a, b] = [person?.body[from] ?? null, person?.body[to] ?? null]
  return a === null || b === null ? Number.NaN : Math.hypot(a[0] - b[0], a[1] - b[1])
}
