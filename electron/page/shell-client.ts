import { callOutcomeSchema } from '../contract/call-outcome.ts'
import { CocanvasError } from '../contract/error-codes.ts'
import type { ShellApi, ShellCalls } from '../contract/shell-api.ts'
import { shellMethods, type ShellMethodName } from '../contract/shell-methods.ts'
import { EventRelay } from './event-relay.ts'
import type { ShellTransport } from './shell-transport.ts'

type Input<Name extends ShellMethodName> = Parameters<ShellCalls[Name]>
type Output<Name extends ShellMethodName> = Awaited<ReturnType<ShellCalls[Name]>>

/** The renderer's door over any transport: every result is checked, every failure is a `CocanvasError`. */
export function createShellApi(transport: ShellTransport): ShellApi {
  const relay = new EventRelay()
  transport.onEvent((name, event) => relay.receive(name, event))
  const method =
    <Name extends ShellMethodName>(name: Name) =>
    (...input: Input<Name>): Promise<Output<Name>> =>
      call(transport, name, input)
  return {
    openDocumentDialog: method('openDocumentDialog'),
    openRecentProject: method('openRecentProject'),
    openProjectBytes: method('openProjectBytes'),
    listRecentProjects: method('listRecentProjects'),
    forgetRecentProject: method('forgetRecentProject'),
    saveProject: method('saveProject'),
    saveProjectAs: method('saveProjectAs'),
    startJournal: method('startJournal'),
    appendJournal: method('appendJournal'),
    discardJournal: method('discardJournal'),
    listRecoveries: method('listRecoveries'),
    readRecovery: method('readRecovery'),
    openImageDialog: method('openImageDialog'),
    decodeImage: method('decodeImage'),
    openLabelImageDialog: method('openLabelImageDialog'),
    decodeLabelImage: method('decodeLabelImage'),
    openPoseDialog: method('openPoseDialog'),
    encodeImage: method('encodeImage'),
    renderCaption: method('renderCaption'),
    encodeLabels: method('encodeLabels'),
    exportFile: method('exportFile'),
    openPhotoDialog: method('openPhotoDialog'),
    openPhoto: method('openPhoto'),
    closePhoto: method('closePhoto'),
    readPhotoBytes: method('readPhotoBytes'),
    readPhotoPixels: method('readPhotoPixels'),
    readPhotoArea: method('readPhotoArea'),
    showPhotoPixels: method('showPhotoPixels'),
    exportPhoto: method('exportPhoto'),
    listPacks: method('listPacks'),
    verifyPack: method('verifyPack'),
    removePack: method('removePack'),
    readModelCard: method('readModelCard'),
    listExemplars: method('listExemplars'),
    readExemplarThumbnail: method('readExemplarThumbnail'),
    readExemplar: method('readExemplar'),
    readExemplarOriginal: method('readExemplarOriginal'),
    readExemplarBytes: method('readExemplarBytes'),
    addExemplar: method('addExemplar'),
    addExemplarsByDialog: method('addExemplarsByDialog'),
    updateExemplar: method('updateExemplar'),
    removeExemplar: method('removeExemplar'),
    noteExemplarUsed: method('noteExemplarUsed'),
    readExemplarReading: method('readExemplarReading'),
    storeExemplarReading: method('storeExemplarReading'),
    listFaceTemplates: method('listFaceTemplates'),
    listSampleLayouts: method('listSampleLayouts'),
    readSampleLayout: method('readSampleLayout'),
    getSettings: method('getSettings'),
    setSettings: method('setSettings'),
    getSystemFacts: method('getSystemFacts'),
    setUnsavedChanges: method('setUnsavedChanges'),
    showMenu: method('showMenu'),
    closeWindow: method('closeWindow'),
    restartInference: method('restartInference'),
    on: (name, listener) => relay.on(name, listener),
    connectInference: () => transport.connectInference(),
  }
}

async function call<Name extends ShellMethodName>(
  transport: ShellTransport,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const outcome = callOutcomeSchema.safeParse(await transport.call(name, input))
  if (!outcome.success) throw misunderstood(name)
  if (!outcome.data.ok) throw new CocanvasError(outcome.data.code, outcome.data.message)
  const result = shellMethods[name].output.safeParse(outcome.data.value)
  if (!result.success) throw misunderstood(name)
  return result.data
}

function misunderstood(name: string): CocanvasError {
  return new CocanvasError(
    'protocol',
    `The window and its shell disagree about ${name}: close Cocanvas and start it anew.`,
  )
}
