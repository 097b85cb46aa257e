import type { DocumentStructure } from './document-structure.ts'

/**
 * The name; with the smallest free number from 2 where another layer has it already: "Labels", "Labels 2", … Rows and
 * their buttons have to differ by name, for the eye and for screen readers.
 */
export function unusedLayerName(document: DocumentStructure, wanted: string): string {
  const taken = new Set(Object.values(document.layers).map((layer) => layer.name))
  let name = wanted
  for (let number = 2; taken.has(name); number += 1) name = `${wanted} ${number}`
  return name
}
