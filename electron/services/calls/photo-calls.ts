import { basename, dirname } from 'node:path'
import type { ShellCalls } from '../../contract/shell-api.ts'
import type { PhotoFormat } from '../../contract/open-photo.ts'
import { writeFileAtomically } from '../../images/atomic-write.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { fileNameWith, PHOTO_EXTENSIONS } from '../dialogs.ts'
import { encodePhotoExport } from '../photos/encode-photo-export.ts'
import type { ShellServices } from '../shell-services.ts'
import type { ShellWindow } from '../shell-window.ts'

type PhotoCalls = Pick<
  ShellCalls,
  | 'openPhotoDialog'
  | 'openPhoto'
  | 'closePhoto'
  | 'readPhotoBytes'
  | 'readPhotoPixels'
  | 'readPhotoArea'
  | 'showPhotoPixels'
  | 'exportPhoto'
>

const FORMAT_EXTENSIONS: Readonly<Record<PhotoFormat['format'], string>> = {
  png: 'png',
  tiff: 'tif',
  jpeg: 'jpg',
  psd: 'psd',
}

/** Opens photos at their own size, shows parts of them, and writes them with what was changed. */
export function photoCalls({ protectedFolders }: ShellServices, { dialogs, photos }: ShellWindow): PhotoCalls {
  return {
    openPhotoDialog: async () => {
      const paths = await dialogs.chooseFiles({ purpose: 'photos', multiple: false, extensions: PHOTO_EXTENSIONS })
      const path = paths?.[0]
      return path === undefined ? null : photos.open({ name: basename(path), bytes: await readPictureFile(path) })
    },
    openPhoto: (file) => photos.open(file),
    closePhoto: (photoId) => {
      photos.close(photoId)
      return Promise.resolve()
    },
    readPhotoBytes: async (photoId) => Promise.resolve(photos.get(photoId).source),
    readPhotoPixels: async (photoId) => Promise.resolve(photos.get(photoId).file.pixels),
    readPhotoArea: async (photoId, area) => photos.readArea(photoId, area),
    showPhotoPixels: async (photoId, pixels) => photos.show(photoId, pixels),
    exportPhoto: async ({ photoId, patches, suggestedName, encoding }) => {
      const photo = photos.get(photoId)
      const extension = FORMAT_EXTENSIONS[encoding.format]
      const path = await dialogs.chooseTarget({
        purpose: 'export',
        suggestedName: fileNameWith(suggestedName, extension),
        extension,
      })
      if (path === undefined) return null
      await protectedFolders.check(path)
      await writeFileAtomically(path, await encodePhotoExport(photo, patches, encoding))
      return { name: basename(path), folder: dirname(path) }
    },
  }
}
