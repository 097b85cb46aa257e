import type { ReactElement } from 'react'

import { markdownBlocks, type MarkdownBlock } from './markdown-blocks.ts'
import styles from './packs-page.module.css'

interface ModelCardProps {
  readonly markdown: string
  /** Pictures that may be shown, by their addresses in the text; of others only the words are. */
  readonly pictures?: Readonly<Record<string, string>>
}

/** A model card, or a page of the guide. */
export function ModelCard({ markdown, pictures = {} }: ModelCardProps): ReactElement {
  return (
    <div className={styles['card']}>
      {markdownBlocks(markdown).map((block, index) => (
        <Block key={index} block={block} pictures={pictures} />
      ))}
    </div>
  )
}

interface BlockProps {
  readonly block: MarkdownBlock
  readonly pictures: Readonly<Record<string, string>>
}

function Block({ block, pictures }: BlockProps): ReactElement {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>
    case 'paragraph':
      return <p>{block.text}</p>
    case 'picture': {
      const address = Object.hasOwn(pictures, block.address) ? pictures[block.address] : undefined
      return address === undefined ? <p>{block.text}</p> : <img src={address} alt={block.text} />
    }
    case 'code':
      return <pre>{block.text}</pre>
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <table>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.join('|')}>
                {row.map((cell, column) => (
                  <td key={`${column}-${cell}`}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}
