/** A block of a model card or of the guide. */
export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'code'; readonly text: string }
  /** On a line of its own; whoever shows it decides whether the address may be loaded. */
  | { readonly kind: 'picture'; readonly address: string; readonly text: string }

/**
 * The small part of Markdown that model cards use. Cards of imported packs come from anyone, so this gives plain text
 * only: no HTML, no links to follow; pictures are for those who know their addresses.
 */
export function markdownBlocks(markdown: string): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  const lines = markdown.replaceAll('\r\n', '\n').split('\n')
  let at = 0
  const takeWhile = (fits: (line: string) => boolean): string[] => {
    const taken: string[] = []
    for (; at < lines.length && fits(lines[at] ?? ''); at += 1) taken.push(lines[at] ?? '')
    return taken
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const heading = /^(#{1,6})\s+(.*)$/.exec(line)
    const picture = /^!\[([^\]]*)\]\(([^)\s]+)\)\s*$/.exec(line)
    if (line.trim() === '') at += 1
    else if (picture !== null) {
      blocks.push({ kind: 'picture', address: picture[2] ?? '', text: picture[1] ?? '' })
      at += 1
    } else if (heading !== null) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: plain(heading[2] ?? '') })
      at += 1
    } else if (line.startsWith('```')) {
      at += 1
      blocks.push({ kind: 'code', text: takeWhile((next) => !next.startsWith('```')).join('\n') })
      at += 1
    } else if (isItem(line)) {
      blocks.push({ kind: 'list', items: listItems(takeWhile((next) => isItem(next) || /^\s+\S/.test(next))) })
    } else if (line.startsWith('|')) {
      blocks.push({ kind: 'table', rows: tableRows(takeWhile((next) => next.startsWith('|'))) })
    } else {
      const text = takeWhile((next) => next.trim() !== '' && !/^(#{1,6}\s|```|\|)/.test(next) && !isItem(next))
      blocks.push({ kind: 'paragraph', text: plain(text.join(' ')) })
    }
  }
  return blocks
}

function isItem(line: string): boolean {
  return /^\s*([-*+]|\d+\.)\s+/.test(line)
}

function listItems(lines: readonly string[]): string[] {
  const items: string[] = []
  for (const line of lines) {
    if (isItem(line)) items.push(line.replace(/^\s*([-*+]|\d+\.)\s+/, ''))
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return items.map(plain)
}

function tableRows(lines: readonly string[]): string[][] {
  return lines
    .filter((line) => !/^\|[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .replace(/^\||\|\s*$/g, '')
        .split('|')
        .map((cell) => plain(cell.trim())),
    )
}

function plain(text: string): string {
  return text.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/(\*\*|__|`)/g, '')
}
