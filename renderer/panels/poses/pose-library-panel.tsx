import { useState, type ReactElement } from 'react'
import { useSelector } from 'react-redux'

import type { PosePeople } from '../../../electron/contract/poses/pose-people.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { currentPose } from '../../model/document/current-pose.ts'
import { fitPeople, putInPlace } from '../../model/poses/fit-person.ts'
import { personOf, seenPerson } from '../../model/poses/person.ts'
import { poseDistance } from '../../model/poses/pose-distance.ts'
import { boundsOf } from '../../model/poses/transform-body.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { makeId } from '../../shared/lib/make-id.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { useSettings } from '../../shared/settings/settings-context.ts'
import { useSettingsChange } from '../../shared/settings/use-settings-change.ts'
import { Button } from '../../shared/ui/button.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { Switch } from '../../shared/ui/switch.tsx'
import { TextField } from '../../shared/ui/text-field.tsx'
import styles from './pose-panel.module.css'
import { PoseThumbnail } from './pose-thumbnail.tsx'
import { samplePoses } from './sample-poses.ts'

interface LibraryPose extends PosePeople {
  readonly id: string
  readonly name: string
  readonly isOwn: boolean
}

/** Poses to choose: those that ship and the user's own, found by name or by likeness with the pose that is drawn. */
export function PoseLibraryPanel(): ReactElement {
  const t = useTranslate()
  const { poses, layers } = useEditor()
  const { savedPoses } = useSettings()
  const changeSettings = useSettingsChange()
  const document = useSelector(selectDocument)
  useObservable(poses.selection)
  const [search, setSearch] = useState('')
  const [alike, setAlike] = useState(false)
  const people = currentPose(document)?.people ?? []
  const chosen = people[Math.max(0, poses.chosenIndex())]
  const all: LibraryPose[] = [
    ...savedPoses.map((pose) => ({ ...pose, name: pose.title, isOwn: true })),
    ...samplePoses.map((pose) => ({ ...pose, name: t(pose.title), isOwn: false })),
  ]
  const named = all.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))
  const distance = ({ people: [first] }: LibraryPose): number =>
    chosen === undefined || first === undefined ? 0 : poseDistance(seenPerson(chosen).body, first.body)
  const shown = alike ? named.toSorted((one, other) => distance(one) - distance(other)) : named

  const take = (pose: LibraryPose): void => {
    const [person] = fitPeople(pose.people.map(personOf), pose, document)
    if (person === undefined) return
    if (poses.layer() === undefined) layers.add('pose', t('layer.kind.pose'))
    const index = Math.max(0, poses.chosenIndex())
    const place = boundsOf(poses.people()?.[index]?.body ?? [])
    if (place === undefined) poses.add('pose.take', person)
    else {
      poses.select({ person: index, joint: undefined })
      poses.changeSelected('pose.take', () => putInPlace(person, place))
    }
  }
  const keep = (): void => {
    if (chosen === undefined) return
    const { width, height } = document
    const title = t('pose.own', { number: savedPoses.length + 1 })
    changeSettings({
      savedPoses: [{ id: makeId(), title, width, height, people: [seenPerson(chosen)] }, ...savedPoses],
    })
  }

  return (
    <>
      <div className={styles['search']}>
        <TextField kind="search" label={t('pose.search')} value={search} onChange={setSearch} />
      </div>
      <div className={styles['row']}>
        <Switch label={t('pose.alike')} checked={alike} onChange={setAlike} />
        <Button onPress={keep} disabled={chosen === undefined}>
          {t('pose.save')}
        </Button>
      </div>
      {shown.length === 0 ? <p className={styles['text']}>{t('pose.noneFound')}</p> : null}
      <ul className={styles['library']} aria-label={t('pose.library')}>
        {shown.map((pose) => (
          <li key={pose.id} className={styles['entry']}>
            <button type="button" className={styles['pose']} onClick={() => take(pose)}>
              <PoseThumbnail people={pose.people} />
              <span>{pose.name}</span>
            </button>
            {pose.isOwn ? (
              <span className={styles['forget']}>
                <IconButton
                  size="small"
                  icon="close"
                  label={t('pose.forget', { title: pose.name })}
                  onPress={() => changeSettings({ savedPoses: savedPoses.filter(({ id }) => id !== pose.id) })}
                />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
