import { execFileSync } from 'node:child_process'

/** Process ids below one, by parentage, whose command line contains a text. */
export function descendants(ancestor: number, commandPart: string): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((match) =>
      match === null ? [] : [{ id: Number(match[1]), parent: Number(match[2]), command: match[3] ?? '' }],
    )
  const below = new Set([ancestor])
  // Parents come before children in no particular order: repeat until nothing is added.
  for (let size = 0; size !== below.size;) {
    size = below.size
    for (const { id, parent } of rows) if (below.has(parent)) below.add(id)
  }
  return rows
    .filter(({ id, command }) => id !== ancestor && below.has(id) && command.includes(commandPart))
    .map(({ id }) => id)
}
