import { describe, expect, it } from 'vitest'
import type { ExemplarEntry } from '../../../../../electron/contract/exemplar-library.ts'
import { PhotoLibrary } from '../../../../../renderer/synthesis/exemplars/photo-library.ts'

type Parts = ConstructorParameters<typeof PhotoLibrary>

const unused = (): never => {
  throw new Error('Nothing else is asked of the shell here.')
}

function entry(id: string): ExemplarEntry {
  return { id, origin: 'own', title: id, tags: [], width: 8, height: 8, readFor: [] }
}

/** A shell whose lists arrive when the test says so, in any order. */
function heldShell(): { shell: Parts[0]; lists: ((entries: ExemplarEntry[]) => void)[] } {
  const lists: ((entries: ExemplarEntry[]) => void)[] = []
  const shell: Parts[0] = {
    addExemplar: unused,
    addExemplarsByDialog: unused,
    listExemplars: () => new Promise((resolve) => lists.push(resolve)),
    noteExemplarUsed: unused,
    readExemplar: unused,
    readExemplarOriginal: unused,
    readExemplarReading: unused,
    readExemplarThumbnail: unused,
    removeExemplar: () => Promise.resolve(),
    storeExemplarReading: unused,
    updateExemplar: unused,
  }
  return { shell, lists }
}

describe('PhotoLibrary', () => {
  it('does not bring a removed photo back with a list that was asked for before (it stayed until the next start)', async () => {
    const { shell, lists } = heldShell()
    const library = new PhotoLibrary(shell, { annotate: unused })
    const before = library.refresh()
    const removal = library.remove('own-lake')
    await expect.poll(() => lists.length).toBe(2)
    lists[1]?.([entry('own-hill')])
    await removal
    lists[0]?.([entry('own-hill'), entry('own-lake')])
    await before
    expect(library.entries.get().map(({ id }) => id)).toEqual(['own-hill'])
  })

  it('shows lists that arrive in order', async () => {
    const { shell, lists } = heldShell()
    const library = new PhotoLibrary(shell, { annotate: unused })
    for (const [index, id] of ['own-hill', 'own-lake'].entries()) {
      const shown = library.refresh()
      lists[index]?.([entry(id)])
      await shown
      expect(library.entries.get()[0]?.id).toBe(id)
    }
  })
})
