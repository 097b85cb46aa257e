import { BODY_POINTS } from '../../../electron/contract/poses/body-18.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'

const NAMES: Readonly<Record<(typeof BODY_POINTS)[number], PlainMessageKey>> = {
  nose: 'pose.joint.nose',
  neck: 'pose.joint.neck',
  'right shoulder': 'pose.joint.rightShoulder',
  'right elbow': 'pose.joint.rightElbow',
  'right wrist': 'pose.joint.rightWrist',
  'left shoulder': 'pose.joint.leftShoulder',
  'left elbow': 'pose.joint.leftElbow',
  'left wrist': 'pose.joint.leftWrist',
  'right hip': 'pose.joint.rightHip',
  'right knee': 'pose.joint.rightKnee',
  'right ankle': 'pose.joint.rightAnkle',
  'left hip': 'pose.joint.leftHip',
  'left knee': 'pose.joint.leftKnee',
  'left ankle': 'pose.joint.leftAnkle',
  'right eye': 'pose.joint.rightEye',
  'left eye': 'pose.joint.leftEye',
  'right ear': 'pose.joint.rightEar',
  'left ear': 'pose.joint.leftEar',
}

/** Names of the joints in the order of `BODY_POINTS`. */
export const JOINT_NAMES: readonly PlainMessageKey[] = BODY_POINTS.map((joint) => NAMES[joint])
