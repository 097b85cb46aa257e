/** Draws the app's icons in every size from assets/icons/cocanvas.svg; run it after changing the drawing. */
import path from 'node:path'

import { drawIcon, ICON_SIZES, iconFile } from './icons/draw-icon.mjs'
import { root } from './setup/repository.mjs'
import { writeFileSync } from 'node:fs'

for (const size of ICON_SIZES) writeFileSync(path.join(root, iconFile(size)), await drawIcon(size))
