import type { Command } from './command.ts'

/** A command's name and line in the overview; the rest is loaded when it is called, which keeps start-up short. */
export interface CommandEntry {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<Command>
}

/** Every command, in the order of the overview. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'render',
    summary: 'make one picture from a layout and an exemplar photo',
    load: async () => (await import('./commands/render.ts')).renderCommand,
  },
  {
    name: 'edit',
    summary: 'change a photo by its labels and leave the rest of it as it is',
    load: async () => (await import('./commands/edit.ts')).editCommand,
  },
  {
    name: 'batch',
    summary: 'make every pair of a folder of layouts and a folder of photos, and a contact sheet',
    load: async () => (await import('./commands/batch.ts')).batchCommand,
  },
  {
    name: 'makeup',
    summary: 'put the make-up of a photo on the faces of another',
    load: async () => (await import('./commands/makeup.ts')).makeupCommand,
  },
  {
    name: 'annotate',
    summary: 'label the classes of a photo',
    load: async () => (await import('./commands/annotate.ts')).annotateCommand,
  },
  {
    name: 'pose',
    summary: 'find the people of a photo and write how they stand',
    load: async () => (await import('./commands/pose.ts')).poseCommand,
  },
  {
    name: 'animate',
    summary: 'make an animation of a folder of poses with one exemplar',
    load: async () => (await import('./commands/animate.ts')).animateCommand,
  },
  {
    name: 'import',
    summary: 'turn official CoCosNet checkpoints into a pack',
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  {
    name: 'packs',
    summary: 'list, show, verify and remove packs',
    load: async () => (await import('./commands/packs.ts')).packsCommand,
  },
  {
    name: 'bench',
    summary: 'measure how fast a pack runs here',
    load: async () => (await import('./commands/bench.ts')).benchCommand,
  },
  {
    name: 'doctor',
    summary: 'check this installation and its providers',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
]
