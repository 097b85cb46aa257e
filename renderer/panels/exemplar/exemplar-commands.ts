import type { NamedBytes } from '../../../electron/contract/image-file.ts'
import type { Command } from '../../shared/commands/command.ts'

export interface ExemplarCommandParts {
  readonly clipboard: Pick<Clipboard, 'read'> | undefined
  readonly add: (photos: readonly NamedBytes[]) => Promise<void>
  /** Lets the browser paste in its own way, which also works in shells that do not let pages read the clipboard. */
  readonly askForPaste: () => void
}

/** The commands of the photo library. */
export function exemplarCommands(parts: ExemplarCommandParts): readonly Command[] {
  const paste = async (): Promise<void> => {
    const photos = await clipboardPhotos(parts.clipboard)
    if (photos.length === 0) parts.askForPaste()
    else await parts.add(photos)
  }
  return [
    {
      id: 'exemplar.paste',
      title: 'exemplar.paste',
      group: 'commands.group.live',
      shortcuts: ['Ctrl+Shift+V'],
      run: () => void paste(),
    },
  ]
}

async function clipboardPhotos(clipboard: ExemplarCommandParts['clipboard']): Promise<NamedBytes[]> {
  try {
    const photos: NamedBytes[] = []
    for (const item of (await clipboard?.read()) ?? []) {
      const type = item.types.find((candidate) => candidate.startsWith('image/'))
      if (type === undefined) continue
      const bytes = new Uint8Array(await (await item.getType(type)).arrayBuffer())
      photos.push({ name: `clipboard.${type.slice('image/'.length)}`, bytes })
    }
    return photos
  } catch {
    // Reading the clipboard is not allowed here, or it holds nothing readable, so the browser pastes in its own way.
    return []
  }
}
