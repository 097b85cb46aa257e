/** `npm run check:folders`: no folders import one another in a circle, and no rank of the window imports a higher one. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { importComplaint } from './lint/layer-imports.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { root } from './setup/repository.mjs'
import { runScript } from './setup/run-command.mjs'

await runScript(async () => {
  await ensureNodePackages()
  const { importGraph } = await import('./structure/import-graph.mjs')
  const { folderCycles, mutualPairs } = await import('./structure/folder-cycles.mjs')
  const { kindComparisons, layerKinds } = await import('./structure/kind-comparisons.mjs')
  const graph = await importGraph(root, 'renderer')
  const cycles = folderCycles(graph)
  const upward = [...graph].flatMap(([file, imports]) =>
    [...imports].flatMap((target) => {
      const source = path.posix.relative(path.posix.dirname(file), target)
      const complaint = importComplaint(file, source.startsWith('.') ? source : `./${source}`)
      return complaint === undefined ? [] : [`${file} -> ${target}: ${complaint}`]
    }),
  )
  const kinds = await layerKinds(root)
  const comparing = await Promise.all(
    [...graph.keys()].map(async (file) => {
      const lines = kindComparisons(file, await readFile(path.join(root, file), 'utf8'), kinds)
      return lines.map((line) => `${file}: ${line}`)
    }),
  )
  for (const { inside, members, imports } of cycles)
    console.error(`In ${inside}/ these import one another: ${members.join(', ')}.\n  ${imports.join('\n  ')}`)
  for (const arrow of upward) console.error(arrow)
  for (const line of comparing.flat()) console.error(`Asks for the kind of a layer: ${line}`)
  console.log(`${cycles.length} cycles between folders, ${mutualPairs(graph).length} mutual pairs,`)
  console.log(
    `${upward.length} arrows back up, ${comparing.flat().length} comparisons of a layer's kind outside kinds.`,
  )
})
