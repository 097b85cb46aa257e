import { useState, type ReactElement } from 'react'

import type { SelfTestReport, SelfTestRow } from '../../../electron/contract/execution-provider.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { hostEndText } from '../../synthesis/inference/host-end-text.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useShell } from '../../shared/shell/shell-context.ts'
import { providerNames } from './provider-names.ts'
import { runSelfTest } from './run-self-test.ts'
import { useSettings } from '../../shared/settings/settings-context.ts'
import styles from './settings-dialog.module.css'

const outcomes: Readonly<Record<SelfTestRow['outcome'], PlainMessageKey>> = {
  passed: 'selfTest.passed',
  'wrong-result': 'selfTest.wrongResult',
  failed: 'selfTest.failed',
  unavailable: 'selfTest.unavailable',
}

/** Measures which execution providers work on this machine, and how fast. */
export function SelfTestPanel(): ReactElement {
  const t = useTranslate()
  const shell = useShell()
  const announcer = useAnnouncer()
  const { packId } = useSettings()
  const [progress, setProgress] = useState<number>()
  const [report, setReport] = useState<SelfTestReport>()
  const run = async (): Promise<void> => {
    setProgress(0)
    try {
      const wanted = packId ?? (await shell.listPacks()).packs[0]?.manifest.id
      if (wanted === undefined) announcer.tell('error', 'selfTest.noPack')
      else setReport(await runSelfTest(shell, wanted, setProgress, (reason) => announcer.text(hostEndText[reason])))
    } catch (error) {
      announcer.fail(error)
    } finally {
      setProgress(undefined)
    }
  }
  return (
    <div className={styles['test']}>
      <Button disabled={progress !== undefined} onPress={() => void run()}>
        {progress === undefined ? t('selfTest.run') : t('selfTest.running', { percent: Math.round(100 * progress) })}
      </Button>
      {report === undefined ? <p className={styles['note']}>{t('selfTest.note')}</p> : <Report report={report} />}
    </div>
  )
}

function Report({ report }: { readonly report: SelfTestReport }): ReactElement {
  const t = useTranslate()
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th>{t('settings.provider')}</th>
          <th>{t('selfTest.outcome')}</th>
          <th>{t('selfTest.time')}</th>
        </tr>
      </thead>
      <tbody>
        {report.rows.map((row) => (
          <tr key={row.provider} title={row.message}>
            <td className={row.provider === report.chosen ? styles['chosen'] : undefined}>
              {providerNames[row.provider]}
            </td>
            <td>{t(outcomes[row.outcome])}</td>
            <td className={styles['number']}>
              {row.milliseconds === undefined
                ? '—'
                : t('selfTest.milliseconds', { count: Math.round(row.milliseconds) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
