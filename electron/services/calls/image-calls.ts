import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ShellCalls } from '../../contract/shell-api.ts'
import { writeFileAtomically } from '../../images/atomic-write.ts'
import { decodePhoto } from '../../images/decode-photo.ts'
import { renderCaption } from '../../images/render-caption.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { EXPORT_EXTENSIONS, fileNameWith, PHOTO_EXTENSIONS } from '../dialogs.ts'
import { decodeLabelImage } from '../images/decode-label-image.ts'
import { encodeImage } from '../images/encode-image.ts'
import { encodeIndexedPng } from '../project/indexed-png.ts'
import type { ShellServices } from '../shell-services.ts'
import type { ShellWindow } from '../shell-window.ts'

type ImageCalls = Pick<
  ShellCalls,
  | 'openImageDialog'
  | 'decodeImage'
  | 'openLabelImageDialog'
  | 'decodeLabelImage'
  | 'renderCaption'
  | 'openPoseDialog'
  | 'encodeImage'
  | 'encodeLabels'
  | 'exportFile'
>

/** Reads photos and label images, and writes exports. */
export function imageCalls({ protectedFolders, folders }: ShellServices, { dialogs, tell }: ShellWindow): ImageCalls {
  // Chinese, Japanese and Korean, for systems that have no fonts for them.
  const captionFont = join(folders.assets, 'fonts/wqy-microhei.ttc')
  const onNotice = (message: string): void => tell('photoNotice', { message })
  return {
    openImageDialog: async (longestSide) => {
      const paths = await dialogs.chooseFiles({ purpose: 'photos', multiple: true, extensions: PHOTO_EXTENSIONS })
      if (paths === undefined) return null
      const images = []
      // One after the other: a hundred photos at once would fill the memory.
      for (const path of paths) {
        const name = basename(path)
        images.push({ name, image: await decodePhoto(await readPictureFile(path), name, { longestSide, onNotice }) })
      }
      return images
    },
    decodeImage: ({ name, bytes }, longestSide) => decodePhoto(bytes, name, { longestSide, onNotice }),
    renderCaption: (text, box) => renderCaption(text, box, existsSync(captionFont) ? captionFont : undefined),
    openLabelImageDialog: async () => {
      const paths = await dialogs.chooseFiles({ purpose: 'labels', multiple: false, extensions: ['png'] })
      const path = paths?.[0]
      if (path === undefined) return null
      const name = basename(path)
      return { name, image: decodeLabelImage({ name, bytes: await readPictureFile(path) }) }
    },
    decodeLabelImage: (file) => Promise.resolve(decodeLabelImage(file)),
    openPoseDialog: async () => {
      const paths = await dialogs.chooseFiles({ purpose: 'poses', multiple: false, extensions: ['json'] })
      const path = paths?.[0]
      return path === undefined ? null : { name: basename(path), bytes: await readPictureFile(path) }
    },
    encodeImage,
    encodeLabels: encodeIndexedPng,
    exportFile: async ({ kind, suggestedName, bytes }) => {
      const extension = EXPORT_EXTENSIONS[kind]
      const name = fileNameWith(suggestedName, extension)
      const path = await dialogs.chooseTarget({ purpose: 'export', suggestedName: name, extension })
      if (path === undefined) return null
      await protectedFolders.check(path)
      await writeFileAtomically(path, bytes)
      return { name: basename(path), folder: dirname(path) }
    },
  }
}
