/** `npm start`: until the editor exists, sets everything up and shows the way to the first picture. */
import { ensureBuilt } from './building/build.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { runScript } from './setup/run-command.mjs'

const FIRST_STEPS = `Cocanvas is ready. The editor is still to come; the command line is here.

Render a sample layout in the manner of a sample photo:

  npm run -s cocanvas -- render --pack landscape --layout assets/layouts/mountain-lake.png \\
    --exemplar assets/exemplars/landscape/evening-glow.jpg --out picture.png

Every layout with every photo, and a contact sheet of them all:

  npm run -s cocanvas -- batch --pack landscape --layouts assets/layouts \\
    --exemplars assets/exemplars/landscape --out pictures

Everything else it can do:

  npm run -s cocanvas -- --help
`

await runScript(async () => {
  await ensureNodePackages()
  await ensureBuilt()
  console.log(FIRST_STEPS)
  return 0
})
