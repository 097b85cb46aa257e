/** As the contract has it. */
const MOST_TAGS = 32
const LONGEST_TAG = 40

/** The words a user wrote between commas; each once, whatever its case. */
export function readTags(text: string): string[] {
  const seen = new Set<string>()
  return text
    .split(',')
    .map((tag) => tag.trim().slice(0, LONGEST_TAG).trim())
    .filter((tag) => {
      const key = tag.toLowerCase()
      if (key === '' || seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, MOST_TAGS)
}
