import type { PosePeople } from '../../../electron/contract/poses/pose-people.ts'
import { readPosePeople } from '../../../electron/contract/poses/reading/read-pose-people.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import armsCrossed from '../../../assets/poses/arms-crossed.json'
import armsRaised from '../../../assets/poses/arms-raised.json'
import dancing from '../../../assets/poses/dancing.json'
import handOnHip from '../../../assets/poses/hand-on-hip.json'
import jumping from '../../../assets/poses/jumping.json'
import kneeling from '../../../assets/poses/kneeling.json'
import leaning from '../../../assets/poses/leaning.json'
import running from '../../../assets/poses/running.json'
import sitting from '../../../assets/poses/sitting.json'
import standing from '../../../assets/poses/standing.json'
import walking from '../../../assets/poses/walking.json'
import waving from '../../../assets/poses/waving.json'

/** A pose that ships. */
interface SamplePose extends PosePeople {
  readonly id: string
  readonly title: PlainMessageKey
}

const sample = (title: PlainMessageKey, document: unknown): SamplePose => ({
  ...readPosePeople(document),
  id: title,
  title,
})

/** The poses of assets/poses. */
export const samplePoses: readonly SamplePose[] = [
  sample('pose.sample.standing', standing),
  sample('pose.sample.hand-on-hip', handOnHip),
  sample('pose.sample.arms-crossed', armsCrossed),
  sample('pose.sample.leaning', leaning),
  sample('pose.sample.walking', walking),
  sample('pose.sample.running', running),
  sample('pose.sample.jumping', jumping),
  sample('pose.sample.dancing', dancing),
  sample('pose.sample.waving', waving),
  sample('pose.sample.arms-raised', armsRaised),
  sample('pose.sample.sitting', sitting),
  sample('pose.sample.kneeling', kneeling),
]
