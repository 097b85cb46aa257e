import type { ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { BODY_POINTS } from '../../../electron/contract/poses/body-18.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { currentPose } from '../../model/document/current-pose.ts'
import { hideJoint, isHidden, showJoint } from '../../model/poses/hide-joint.ts'
import { seenPerson, type Person } from '../../model/poses/person.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { JOINT_NAMES } from '../../painting/poses/joint-names.ts'
import { useCommands } from '../../shared/commands/commands-context.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import styles from './pose-panel.module.css'

const PERSON_COMMANDS = ['pose.mirror', 'pose.ground', 'pose.duplicate', 'pose.remove'] as const
const FILE_COMMANDS = ['pose.fromPhoto', 'pose.openFile', 'pose.exportJson', 'pose.exportPicture'] as const

/** The people of the pose: who they are, which joints are seen, and buttons to open and export poses. */
export function PosePanel(): ReactElement {
  const t = useTranslate()
  const { poses, layers } = useEditor()
  const commands = useCommands()
  const people = currentPose(useSelector(selectDocument))?.people
  useObservable(poses.selection)
  const index = poses.chosenIndex()
  const chosen = people?.[index]
  return (
    <>
      {people === undefined ? (
        <div className={styles['row']}>
          <p className={styles['text']}>{t('pose.empty')}</p>
          <Button tone="primary" onPress={() => void layers.add('pose', t('layer.kind.pose'))}>
            {t('layers.addPose')}
          </Button>
        </div>
      ) : (
        <>
          <ul className={styles['people']} aria-label={t('pose.people')}>
            {people.map((person, each) => (
              <li key={each}>
                <button
                  type="button"
                  className={classNames(styles['person'], each === index && styles['chosen'])}
                  aria-pressed={each === index}
                  onClick={() => poses.select({ person: each, joint: undefined })}
                >
                  <span>{t('pose.person', { number: each + 1 })}</span>
                  <span className={styles['text']}>{t('pose.seen', { count: seenCount(person) })}</span>
                </button>
              </li>
            ))}
          </ul>
          {people.length > 1 ? <p className={styles['text']}>{t('pose.onePainted')}</p> : null}
          <div className={styles['pairs']}>
            <Button onPress={() => commands.run('pose.add')}>{t('pose.add')}</Button>
            {PERSON_COMMANDS.map((id) => (
              <Button key={id} disabled={chosen === undefined} onPress={() => commands.run(id)}>
                {t(id)}
              </Button>
            ))}
            {index > 0 ? <Button onPress={() => commands.run('pose.first')}>{t('pose.first')}</Button> : null}
          </div>
          {chosen === undefined ? null : <Joints person={chosen} />}
        </>
      )}
      <div className={styles['buttons']}>
        {FILE_COMMANDS.map((id) => (
          <Button key={id} tone="quiet" onPress={() => commands.run(id)}>
            {t(id)}
          </Button>
        ))}
      </div>
    </>
  )
}

function seenCount(person: Person): number {
  return seenPerson(person).body.filter((point) => point !== null).length
}

/** Which joints are seen: from behind a person has no visible nose, and a hand in a pocket no visible wrist. */
function Joints({ person }: { readonly person: Person }): ReactElement {
  const t = useTranslate()
  const { poses } = useEditor()
  return (
    <details className={styles['joints']}>
      <summary>{t('pose.joints')}</summary>
      <ul>
        {BODY_POINTS.map((_, joint) => {
          const name = JOINT_NAMES[joint]
          if (name === undefined) return null
          const hidden = isHidden(person, joint)
          const toggle = (): void => {
            if (hidden) poses.changeSelected('pose.showJoint', (before) => showJoint(before, joint))
            else poses.changeSelected('pose.hideJoint', (before) => hideJoint(before, joint))
          }
          return (
            <li key={name}>
              <label>
                <input type="checkbox" checked={!hidden} onChange={toggle} />
                {t(name)}
              </label>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
