import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import type { PlainMessageKey } from '../../i18n/message.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { StatusPill, type StatusTone } from '../../shared/ui/status-pill.tsx'
import { useShortcuts } from '../../shared/commands/commands-context.ts'
import { useLive } from './live-context.ts'
import styles from './live-pill.module.css'
import { liveModes, type LiveMode, type LiveState } from './live-state.ts'

const phaseTexts: Readonly<Record<LiveState['phase'], PlainMessageKey>> = {
  idle: 'live.idle',
  previewing: 'live.previewing',
  rendering: 'live.rendering',
  paused: 'live.paused',
  failed: 'live.failed',
}

const phaseTones: Readonly<Record<LiveState['phase'], StatusTone>> = {
  idle: 'success',
  previewing: 'busy',
  rendering: 'busy',
  paused: 'warning',
  failed: 'danger',
}

const modeTexts: Readonly<Record<LiveMode, PlainMessageKey>> = {
  live: 'live.modeLive',
  'pen-up': 'live.modePenUp',
  manual: 'live.modeManual',
}

/** What the live loop does and how fast it was, and the switches for it. */
export function LivePill(): ReactElement {
  const t = useTranslate()
  const keys = useShortcuts()
  const live = useLive()
  const state = useObservable(live.state)
  const { phase, mode, outdated } = state
  return (
    <div className={styles['row']}>
      <StatusPill
        tooltip={tooltip(state, t)}
        tone={phase === 'idle' && outdated ? 'soft' : phaseTones[phase]}
        text={t(words(state))}
        figure={times(state)}
        minWidth={132}
        outlined={phase === 'paused'}
        data={{ 'data-testid': 'live-pill', 'data-phase': phase, 'data-outdated': outdated }}
      />
      <IconButton
        icon={phase === 'paused' ? 'play' : 'pause'}
        label={t(phase === 'paused' ? 'live.resume' : 'live.pause')}
        shortcut={keys('live.pause')}
        pressed={phase === 'paused'}
        onPress={() => live.togglePause()}
      />
      <IconButton icon="result" label={t('live.now')} shortcut={keys('live.now')} onPress={() => live.renderNow()} />
      <Select
        label={t('live.mode')}
        hideLabel
        value={mode}
        options={liveModes.map((value) => ({ value, label: t(modeTexts[value]) }))}
        onChange={(value) => live.setMode(value)}
      />
    </div>
  )
}

function words({ phase, outdated, pictureMilliseconds }: LiveState): PlainMessageKey {
  if (phase !== 'idle' || !outdated) return phaseTexts[phase]
  return pictureMilliseconds === undefined ? 'live.none' : 'live.outdated'
}

function times({ pictureMilliseconds }: LiveState): string {
  return pictureMilliseconds === undefined ? '' : `${Math.round(pictureMilliseconds)} ms`
}

function tooltip(state: LiveState, t: ReturnType<typeof useTranslate>): string {
  const { problem, warpMilliseconds, pictureMilliseconds } = state
  if (problem !== undefined) return problem
  if (warpMilliseconds === undefined || pictureMilliseconds === undefined) return t('live.noTimes')
  return t('live.times', { warp: Math.round(warpMilliseconds), picture: Math.round(pictureMilliseconds) })
}
