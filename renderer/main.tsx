import '../electron/contract/without-eval.ts'
import './theme/tokens.css'
import './theme/base.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './app/app.tsx'
import { createSession } from './app/session.ts'
import { ignoreComposingKeys } from './panels/keyboard/ignore-composing.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html lacks the element #root.')

// Before anything else listens to keys.
ignoreComposingKeys(window)
const shell = globalThis.cocanvas
const session = createSession(window, shell, await shell.getSettings())

createRoot(root).render(
  <StrictMode>
    <App session={session} />
  </StrictMode>,
)
await session.start()
