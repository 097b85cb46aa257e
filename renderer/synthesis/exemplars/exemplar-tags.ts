/** As many as the contract allows. */
const MOST_TAGS = 32
const LONGEST_TAG = 40

/** The words that a user wrote, separated by commas; each once, upper and lower case being equal. */
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
