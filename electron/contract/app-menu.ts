import { z } from 'zod'

/** The menus of the window's own bar, and of the system's in Electron, in their order. */
export const menuNames = ['file', 'edit', 'layers', 'view', 'help'] as const
export type MenuName = (typeof menuNames)[number]

/** An entry as the system's menu shows it. */
const menuItemSchema = z.object({
  /** The id of the window's command that it runs. */
  command: z.string().min(1).max(100),
  /** In the user's language. */
  label: z.string().min(1).max(200),
  /** As the window writes shortcuts, such as `Ctrl+Shift+Z`; null where it has none. */
  shortcut: z.string().max(40).nullable(),
  /** Whether choosing it would do something now. */
  available: z.boolean(),
})

/** The content of one menu, in sections with a line between them. */
const menuContentSchema = z.object({
  name: z.enum(menuNames),
  sections: z.array(z.array(menuItemSchema).max(100)).max(20),
})

/** All menus, as the window makes them from its commands. */
export const appMenuSchema = z.array(menuContentSchema).max(menuNames.length)

export type MenuItem = Readonly<z.infer<typeof menuItemSchema>>
export type AppMenu = readonly Readonly<z.infer<typeof menuContentSchema>>[]
