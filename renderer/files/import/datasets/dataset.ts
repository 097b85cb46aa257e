/** One class of a public data set as its label images store it. */
export interface DatasetClass {
  readonly name: string
  /** Pixel value in label images. */
  readonly value: number
  /** 0xRRGGBB of the usual palette. */
  readonly colour: number
}

export interface Dataset {
  readonly id: 'ade20k' | 'coco-stuff' | 'celeba-mask'
  readonly classes: readonly DatasetClass[]
}

/** Reads a list of `name:rrggbb`, where names have `_` for spaces. */
export function parseDataset(id: Dataset['id'], list: string, valueOf: (index: number) => number): Dataset {
  const classes = list
    .trim()
    .split(/\s+/)
    .map((entry, index) => {
      const [name = '', colour = ''] = entry.split(':')
      return { name: name.replaceAll('_', ' '), value: valueOf(index), colour: Number.parseInt(colour, 16) }
    })
  return { id, classes }
}
