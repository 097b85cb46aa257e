import { useEffect, useState, type ReactElement } from 'react'

import styles from './exemplar-thumbnail.module.css'
import { useExemplars } from './exemplars-context.ts'

/** A small view of a library photo; empty until it is loaded. */
export function ExemplarThumbnail({ id }: { readonly id: string }): ReactElement {
  const { library } = useExemplars()
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let current = true
    library.thumbnail(id).then(
      (url) => {
        if (current) setAddress(url)
      },
      // The tile stays empty; choosing the photo tells the user what is wrong with it.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [library, id])
  return (
    <span className={styles['thumbnail']}>
      {address === undefined ? null : <img src={address} alt="" draggable={false} />}
    </span>
  )
}
