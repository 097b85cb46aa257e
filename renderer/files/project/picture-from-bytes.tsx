import { useEffect, useState, type ReactElement } from 'react'

interface PictureFromBytesProps {
  readonly bytes: Uint8Array | undefined
  readonly className: string | undefined
}

/** A stored picture as an image, which only decorates the name beside it. Its address lives as long as the image. */
export function PictureFromBytes({ bytes, className }: PictureFromBytesProps): ReactElement {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (bytes === undefined) return
    const created = URL.createObjectURL(new Blob([Uint8Array.from(bytes)]))
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the address is a resource that the effect owns
    setAddress(created)
    return () => URL.revokeObjectURL(created)
  }, [bytes])
  return address === undefined ? <span className={className} /> : <img className={className} src={address} alt="" />
}
