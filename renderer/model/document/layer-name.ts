import type { DocumentStructure } from './document-structure.ts'

/**
 * The name itself where no layer has it yet, else with the smallest free number from 2: "Labels", "Labels 2", …
 * Rows and their buttons are told apart by name, by eye and by screen reader.
 */
export function unusedLayerName(document: DocumentStructure, wanted: string): string {
  const taken = new Set(Object.values(document.layers).map((layer) => layer.name))
  let name = wanted
  for (let number = 2; taken.has(name); number += 1) name = `${wanted} ${number}`
  return name
}
