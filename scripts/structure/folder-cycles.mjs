/** @typedef {import('./import-graph.mjs').ImportGraph} ImportGraph */

/**
 * Folders, or folders and files beside them, that need each other in a circle.
 *
 * @typedef {object} FolderCycle
 * @property {string} inside The folder that they share; '' is the repository.
 * @property {readonly string[]} members Names inside it.
 * @property {readonly string[]} imports Every import between two members, as `one file -> the other`.
 */

/**
 * Cycles at every depth. In each folder, what lies directly inside (its folders, each taken as a whole, and its files)
 * must have an order in which everything imports only what comes before.
 *
 * @param {ImportGraph} graph
 * @returns {FolderCycle[]}
 */
export function folderCycles(graph) {
  return [...arrowsByFolder(graph)].flatMap(([inside, arrows]) =>
    circles(arrows).map((members) => {
      const imports = members.flatMap((member) =>
        [...(arrows.get(member) ?? [])].flatMap(([other, texts]) => (members.includes(other) ? texts : [])),
      )
      return { inside, members, imports }
    }),
  )
}

/**
 * Pairs of siblings that import each other directly.
 *
 * @param {ImportGraph} graph
 */
export function mutualPairs(graph) {
  return [...arrowsByFolder(graph)].flatMap(([inside, arrows]) =>
    [...arrows].flatMap(([one, targets]) =>
      [...targets.keys()].flatMap((other) =>
        one < other && arrows.get(other)?.has(one) === true ? [`${inside}/{${one},${other}}`] : [],
      ),
    ),
  )
}

/** @typedef {Map<string, Map<string, string[]>>} Arrows who imports whom, and through which files */

/**
 * For every folder the arrows between its direct children: who imports whom, and through which files.
 *
 * @param {ImportGraph} graph
 */
function arrowsByFolder(graph) {
  /** @type {Map<string, Arrows>} */
  const folders = new Map()
  for (const [file, imports] of graph) {
    for (const target of imports) {
      const from = file.split('/')
      const to = target.split('/')
      const depth = from.findIndex((name, index) => name !== to[index])
      const one = from[depth]
      const other = to[depth]
      if (one === undefined || other === undefined) continue
      const arrows = entryOf(folders, from.slice(0, depth).join('/'), newArrows)
      const targets = entryOf(arrows, one, newTargets)
      entryOf(targets, other, newTexts).push(`${file} -> ${target}`)
    }
  }
  return folders
}

/** @returns {Arrows} */
const newArrows = () => new Map()
/** @returns {Map<string, string[]>} */
const newTargets = () => new Map()
/** @returns {string[]} */
const newTexts = () => []

/**
 * @template Value
 * @param {Map<string, Value>} map
 * @param {string} key
 * @param {() => Value} make
 * @returns {Value}
 */
function entryOf(map, key, make) {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

/**
 * Strongly connected parts with more than one member.
 *
 * @param {ReadonlyMap<string, ReadonlyMap<string, unknown>>} arrows
 * @returns {string[][]}
 */
function circles(arrows) {
  /** @type {Map<string, Set<string>>} */
  const reached = new Map()
  const names = new Set([...arrows.keys(), ...[...arrows.values()].flatMap((targets) => [...targets.keys()])])
  for (const name of names) {
    const seen = new Set([...(arrows.get(name)?.keys() ?? [])])
    for (const next of seen) for (const further of arrows.get(next)?.keys() ?? []) seen.add(further)
    reached.set(name, seen)
  }
  const found = [...names].map((name) =>
    [...names].filter((other) => reached.get(name)?.has(other) === true && reached.get(other)?.has(name) === true),
  )
  const distinct = new Map(found.filter((members) => members.length > 1).map((members) => [members.join(), members]))
  return [...distinct.values()]
}
