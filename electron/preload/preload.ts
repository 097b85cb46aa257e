import { contextBridge, ipcRenderer } from 'electron'
import { ELECTRON_CHANNELS, type ElectronBridge, type InferencePortMessage } from '../contract/electron-bridge.ts'

/** Runs in the window's isolated world: hands the page exactly the shell's capabilities. */
const call =
  (name: keyof ElectronBridge['calls']) =>
  (input: readonly unknown[]): Promise<unknown> =>
    ipcRenderer.invoke(`${ELECTRON_CHANNELS.call}${name}`, input)

const bridge: ElectronBridge = {
  calls: {
    openDocumentDialog: call('openDocumentDialog'),
    openRecentProject: call('openRecentProject'),
    openProjectBytes: call('openProjectBytes'),
    listRecentProjects: call('listRecentProjects'),
    forgetRecentProject: call('forgetRecentProject'),
    saveProject: call('saveProject'),
    saveProjectAs: call('saveProjectAs'),
    startJournal: call('startJournal'),
    appendJournal: call('appendJournal'),
    discardJournal: call('discardJournal'),
    listRecoveries: call('listRecoveries'),
    readRecovery: call('readRecovery'),
    openImageDialog: call('openImageDialog'),
    decodeImage: call('decodeImage'),
    openLabelImageDialog: call('openLabelImageDialog'),
    decodeLabelImage: call('decodeLabelImage'),
    openPoseDialog: call('openPoseDialog'),
    encodeImage: call('encodeImage'),
    renderCaption: call('renderCaption'),
    encodeLabels: call('encodeLabels'),
    exportFile: call('exportFile'),
    openPhotoDialog: call('openPhotoDialog'),
    openPhoto: call('openPhoto'),
    closePhoto: call('closePhoto'),
    readPhotoBytes: call('readPhotoBytes'),
    readPhotoPixels: call('readPhotoPixels'),
    readPhotoArea: call('readPhotoArea'),
    showPhotoPixels: call('showPhotoPixels'),
    exportPhoto: call('exportPhoto'),
    listPacks: call('listPacks'),
    verifyPack: call('verifyPack'),
    removePack: call('removePack'),
    readModelCard: call('readModelCard'),
    listExemplars: call('listExemplars'),
    readExemplarThumbnail: call('readExemplarThumbnail'),
    readExemplar: call('readExemplar'),
    readExemplarOriginal: call('readExemplarOriginal'),
    readExemplarBytes: call('readExemplarBytes'),
    addExemplar: call('addExemplar'),
    addExemplarsByDialog: call('addExemplarsByDialog'),
    updateExemplar: call('updateExemplar'),
    removeExemplar: call('removeExemplar'),
    noteExemplarUsed: call('noteExemplarUsed'),
    readExemplarReading: call('readExemplarReading'),
    storeExemplarReading: call('storeExemplarReading'),
    listFaceTemplates: call('listFaceTemplates'),
    listSampleLayouts: call('listSampleLayouts'),
    readSampleLayout: call('readSampleLayout'),
    getSettings: call('getSettings'),
    setSettings: call('setSettings'),
    getSystemFacts: call('getSystemFacts'),
    setUnsavedChanges: call('setUnsavedChanges'),
    showMenu: call('showMenu'),
    closeWindow: call('closeWindow'),
    restartInference: call('restartInference'),
  },
  onEvent: (listener) => {
    ipcRenderer.on(ELECTRON_CHANNELS.event, (_event, name: unknown, event: unknown) => {
      if (typeof name === 'string') listener(name, event)
    })
  },
  connectInference: (connectionId) => ipcRenderer.invoke(ELECTRON_CHANNELS.connectInference, connectionId),
}

contextBridge.exposeInMainWorld('cocanvasBridge', bridge)

// Ports cannot cross the bridge; the window's own messages are the documented way.
ipcRenderer.on(ELECTRON_CHANNELS.inferencePort, ({ ports }, connectionId: unknown) => {
  if (typeof connectionId !== 'number') return
  const message: InferencePortMessage = { type: ELECTRON_CHANNELS.inferencePort, connectionId }
  window.postMessage(message, location.origin, [...ports])
})
