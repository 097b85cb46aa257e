import type { ImageSize } from '../../../../electron/contract/image-size.ts'
import { showJoint } from '../../../model/poses/hide-joint.ts'
import { mirrorPerson } from '../../../model/poses/mirror-person.ts'
import { mapPerson, type Person } from '../../../model/poses/person.ts'
import { standingBody } from '../../../model/poses/standing-body.ts'
import { boundsOf, moveBody, standOn } from '../../../model/poses/transform-body.ts'
import type { Command } from '../../../shared/commands/command.ts'
import type { PoseEditing } from './pose-editing.ts'

/** Where the ground lies, as a share of the document's height. */
const GROUND = 0.95

/** Commands for the people of a pose. */
export function poseCommands(poses: PoseEditing, documentSize: () => ImageSize): readonly Command[] {
  const ofPerson = (id: `pose.${'mirror' | 'ground' | 'showAll'}`, change: (person: Person) => Person): Command => ({
    id,
    title: id,
    group: 'commands.group.layers',
    shortcuts: [],
    isAvailable: () => poses.chosenIndex() >= 0,
    run: () => void poses.changeSelected(id, change),
  })
  return [
    ofPerson('pose.mirror', (person) => {
      const bounds = boundsOf(person.body)
      return bounds === undefined ? person : mirrorPerson(person, (bounds.left + bounds.right) / 2)
    }),
    ofPerson('pose.ground', (person) => onGround(person, documentSize().height * GROUND)),
    ofPerson('pose.showAll', (person) =>
      person.body.reduce<Person>((shown, _, joint) => showJoint(shown, joint), person),
    ),
    {
      id: 'pose.add',
      title: 'pose.add',
      group: 'commands.group.layers',
      shortcuts: [],
      isAvailable: () => poses.layer() !== undefined,
      run: () => void poses.add('pose.add', { body: standingBody(documentSize()), hidden: [] }),
    },
    {
      id: 'pose.duplicate',
      title: 'pose.duplicate',
      group: 'commands.group.layers',
      shortcuts: [],
      isAvailable: () => poses.chosenIndex() >= 0,
      run: () => void poses.duplicate(),
    },
    {
      id: 'pose.remove',
      title: 'pose.remove',
      group: 'commands.group.layers',
      shortcuts: [],
      isAvailable: () => poses.chosenIndex() >= 0,
      run: () => void poses.remove(),
    },
    {
      id: 'pose.first',
      title: 'pose.first',
      group: 'commands.group.layers',
      shortcuts: [],
      isAvailable: () => poses.chosenIndex() > 0,
      run: () => makeFirst(poses),
    },
  ]
}

/** Moves the person so that the lowest point that is seen stands on the line; hands and face move along. */
function onGround(person: Person, ground: number): Person {
  const seen = person.body.map((point, joint) => (person.hidden.includes(joint) ? null : point))
  const [before, after] = [boundsOf(seen), boundsOf(standOn(seen, ground))]
  if (before === undefined || after === undefined) return person
  return mapPerson(person, (points) => moveBody(points, 0, after.bottom - before.bottom))
}

/** The chosen person becomes the one that pictures show. */
function makeFirst(poses: PoseEditing): void {
  const people = poses.people() ?? []
  const index = poses.chosenIndex()
  const chosen = people[index]
  if (chosen === undefined) return
  poses.change('pose.first', [chosen, ...people.filter((_, each) => each !== index)])
  poses.select({ person: 0, joint: undefined })
}
