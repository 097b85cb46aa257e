import type { MenuName } from '../../../electron/contract/app-menu.ts'
import type { Command, MenuPlace } from './command.ts'

interface Placed {
  readonly command: Command
  readonly place: MenuPlace
}

/** The commands of a menu, grouped into sections by their places. */
export function menuSections(commands: readonly Command[], menu: MenuName): readonly (readonly Command[])[] {
  const placed: Placed[] = commands.flatMap((command) =>
    (command.menus ?? []).filter((place) => place.menu === menu).map((place) => ({ command, place })),
  )
  const numbers = [...new Set(placed.map(({ place }) => place.section))].toSorted((one, other) => one - other)
  return numbers.map((section) =>
    placed
      .filter(({ place }) => place.section === section)
      .toSorted((one, other) => one.place.order - other.place.order)
      .map(({ command }) => command),
  )
}
