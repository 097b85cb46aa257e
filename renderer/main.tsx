import './theme/tokens.css'
import './theme/base.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './app/app.tsx'
import { createAppStore } from './app/store.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html lacks the element #root.')

createRoot(root).render(
  <StrictMode>
    <App store={createAppStore()} />
  </StrictMode>,
)
