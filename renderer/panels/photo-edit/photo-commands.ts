import type { Command } from '../../shared/commands/command.ts'
import type { PhotoScene } from '../../painting/photo/photo-scene.ts'
import type { PhotoEditing } from '../../synthesis/photo-edit/photo-editing.ts'
import type { PhotoOpening } from '../../files/photo-edit/photo-opening.ts'

export interface PhotoCommandParts {
  readonly scene: PhotoScene
  readonly editing: Pick<PhotoEditing, 'makeFull' | 'giveUp' | 'open' | 'making'>
  readonly opening: Pick<PhotoOpening, 'choose'>
}

/** The commands for a photo that is edited. */
export function photoCommands({ scene, editing, opening }: PhotoCommandParts): readonly Command[] {
  const isOpen = (): boolean => editing.open.get() !== undefined
  const canMake = (): boolean => editing.making.get().hasChange && !editing.making.get().isFull
  const group = 'commands.group.photo'
  return [
    {
      id: 'file.editPhoto',
      title: 'photoEdit.command',
      group: 'commands.group.file',
      shortcuts: ['Ctrl+Alt+O'],
      menus: [{ menu: 'file', section: 1, order: 15 }],
      run: () => void opening.choose(),
    },
    {
      id: 'photo.toggle',
      title: 'photoEdit.toggle',
      group,
      shortcuts: ['\\'],
      sharesKeys: true,
      isAvailable: isOpen,
      run: () => scene.change({ mode: scene.view.get().mode === 'before' ? 'after' : 'before' }),
    },
    {
      id: 'photo.region',
      title: 'photoEdit.showRegion',
      group,
      shortcuts: [],
      isAvailable: isOpen,
      run: () => scene.change({ showsRegion: !scene.view.get().showsRegion }),
    },
    {
      id: 'photo.makeFull',
      title: 'photoEdit.makeFull',
      group,
      shortcuts: [],
      isAvailable: canMake,
      run: () => editing.makeFull(),
    },
    {
      id: 'photo.giveUp',
      title: 'photoEdit.giveUp',
      group,
      shortcuts: [],
      isAvailable: () => editing.making.get().phase !== 'resting',
      run: () => void editing.giveUp(),
    },
  ]
}
