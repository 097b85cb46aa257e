import type { AppMenu } from './app-menu.ts'
import type { EditorSettings, SettingsPatch } from './editor-settings.ts'
import type { FaceTemplate } from './face-template.ts'
import type { ExemplarEntry, ExemplarPatch, SampleLayout } from './exemplar-library.ts'
import type { ExemplarReading } from './exemplar-reading.ts'
import type { ExportedFile, FileExport, ImageEncoding, LabelImage, NamedBytes, OpenedImage } from './image-file.ts'
import type { ImageSize } from './image-size.ts'
import type { ClientMessage, HostConfiguration, HostMessage } from './inference-protocol.ts'
import type { LabelMap } from './label-map.ts'
import type { HostEnd } from './host-end.ts'
import type { Port } from './port.ts'
import type { OpenedDocument, OpenPhoto, PhotoArea, PhotoExport } from './open-photo.ts'
import type { PhotoPixels } from './photo-pixels.ts'
import type { OpenedProject, ProjectContent, ProjectFile, RecentProject } from './project-content.ts'
import type { JournalBase, ProjectChange, Recovery } from './project-journal.ts'
import type { RgbImage } from './rgb-image.ts'
import type { PackList, SystemFacts } from './system-facts.ts'

/**
 * What the renderer may ask of the shell, one named method per capability. Electron answers over IPC, the web shell over
 * its WebSocket; arguments and results are checked with zod on both sides (shell-methods.ts). Every promise rejects with
 * a `CocanvasError` whose message is one sentence for the user. `null` means that the user cancelled a dialog.
 */
export interface ShellCalls {
  /** Asks for a `.cocanvas` file or a photo and reads it. Damaged and hostile files are refused with the reason. */
  openDocumentDialog(): Promise<OpenedDocument | null>
  /** Opens a file of the recent list. Rejects when it has gone. */
  openRecentProject(fileId: string): Promise<OpenedProject>
  /** Reads a project from bytes (dropped on the window); saving it asks for a name. */
  openProjectBytes(file: NamedBytes): Promise<OpenedProject>
  /** Projects opened or saved before, newest first, at most 20. */
  listRecentProjects(): Promise<RecentProject[]>
  forgetRecentProject(fileId: string): Promise<void>
  /** Replaces the file as a whole (temporary file, flush, rename), or leaves it as it was. */
  saveProject(fileId: string, content: ProjectContent): Promise<ProjectFile>
  /** Asks for a name first. */
  saveProjectAs(suggestedName: string, content: ProjectContent): Promise<ProjectFile | null>

  /** Begins (or begins anew, after a save) the journal of an open document. Resolves once it is on the disk. */
  startJournal(base: JournalBase): Promise<void>
  /** Adds a finished step. Resolves once it is on the disk, well within a second. */
  appendJournal(journalId: string, change: ProjectChange): Promise<void>
  /** Ends the journal of a document that was closed on purpose. */
  discardJournal(journalId: string): Promise<void>
  /** Documents of sessions that ended badly, newest first; those open in a running session are left out. */
  listRecoveries(): Promise<Recovery[]>
  /** The document as it was after its last complete step. The journal stays until it is discarded. */
  readRecovery(journalId: string): Promise<OpenedProject>

  /** Asks for photos and decodes them; sides above `longestSide` pixels are reduced to it. */
  openImageDialog(longestSide: number): Promise<OpenedImage[] | null>
  /** Decodes a photo of any format the platform knows (pasted, dropped). */
  decodeImage(file: NamedBytes, longestSide: number): Promise<RgbImage>
  /** Asks for a label PNG. */
  openLabelImageDialog(): Promise<{ name: string; image: LabelImage } | null>
  /** The stored values of a label PNG; their meaning is for the caller to find out. */
  decodeLabelImage(file: NamedBytes): Promise<LabelImage>
  /** Asks for a pose file (JSON) and reads it; what it means is for the caller to find out. */
  openPoseDialog(): Promise<NamedBytes | null>
  encodeImage(image: RgbImage, encoding: ImageEncoding): Promise<Uint8Array>
  /** A line of text as coverage 0..255 per pixel, in a font that has its characters, shortened to the box. */
  renderCaption(text: string, box: ImageSize): Promise<{ width: number; height: number; data: Uint8Array }>
  /** An indexed PNG: index = class id, `palette` = 256 RGB colours (768 bytes). */
  encodeLabels(labels: LabelMap, palette: Uint8Array): Promise<Uint8Array>
  /** Asks where to and writes the file atomically. */
  exportFile(file: FileExport): Promise<ExportedFile | null>

  /** Asks for a photo and opens it at its own size: up to 50 megapixels, any depth, profile and orientation. */
  openPhotoDialog(): Promise<OpenPhoto | null>
  /** Opens a photo from its bytes (dropped, pasted, kept in a project). */
  openPhoto(file: NamedBytes): Promise<OpenPhoto>
  /** Forgets its pixels. */
  closePhoto(photoId: string): Promise<void>
  /** The file as it was opened, to be kept in a project. */
  readPhotoBytes(photoId: string): Promise<NamedBytes>
  /** All its pixels in its own depth and colour space, for the inference host. */
  readPhotoPixels(photoId: string): Promise<PhotoPixels>
  /** A part of it in sRGB, reduced to the size it is shown at. */
  readPhotoArea(photoId: string, area: PhotoArea): Promise<RgbImage>
  /** Pixels in the photo's own colour space, such as a finished patch, in sRGB. */
  showPhotoPixels(photoId: string, pixels: PhotoPixels): Promise<RgbImage>
  /** Asks where to and writes the photo with its patches atomically; every other pixel is the photo's own. */
  exportPhoto(file: PhotoExport): Promise<ExportedFile | null>

  listPacks(): Promise<PackList>
  /** Reads every graph and compares checksums; rejects with the first fault. */
  verifyPack(packId: string): Promise<void>
  /** Only imported packs can be removed. */
  removePack(packId: string): Promise<void>
  /** The model card, Markdown. */
  readModelCard(packId: string): Promise<string>

  /** Samples and the user's own photos, recently used first. */
  listExemplars(): Promise<ExemplarEntry[]>
  /** A JPEG of at most 320 pixels a side. */
  readExemplarThumbnail(exemplarId: string): Promise<Uint8Array>
  /** As it is used: turned and cut to its frame. */
  readExemplar(exemplarId: string, longestSide: number): Promise<RgbImage>
  /** The whole photo, whatever its frame. */
  readExemplarOriginal(exemplarId: string, longestSide: number): Promise<RgbImage>
  /** The stored file, to embed in a project; of a framed photo a JPEG of what is used. */
  readExemplarBytes(exemplarId: string): Promise<NamedBytes>
  /** Keeps a photo in the user's library; the same bytes are kept once. */
  addExemplar(file: NamedBytes): Promise<ExemplarEntry>
  /** Asks for photos and keeps them in the user's library, each with the bytes of its file. */
  addExemplarsByDialog(): Promise<ExemplarEntry[] | null>
  updateExemplar(exemplarId: string, patch: ExemplarPatch): Promise<ExemplarEntry>
  removeExemplar(exemplarId: string): Promise<void>
  /** Moves it to the front of the recently used. */
  noteExemplarUsed(exemplarId: string): Promise<void>
  /** What the photo shows, as it is stored for a pack; null when it was not read yet. */
  readExemplarReading(exemplarId: string, packId: string): Promise<ExemplarReading | null>
  storeExemplarReading(exemplarId: string, reading: ExemplarReading): Promise<void>

  /** Faces to begin with, as edges and as masks. */
  listFaceTemplates(): Promise<FaceTemplate[]>
  listSampleLayouts(): Promise<SampleLayout[]>
  /** Class ids of the pack's sample layout. */
  readSampleLayout(layoutId: string, packId: string): Promise<LabelMap>

  getSettings(): Promise<EditorSettings>
  /** Changes the named settings only; resolves with all of them once they are on the disk. */
  setSettings(patch: SettingsPatch): Promise<EditorSettings>
  getSystemFacts(): Promise<SystemFacts>

  /** Whether closing the window would lose work: the shell then asks the renderer (or the browser asks) first. */
  setUnsavedChanges(unsaved: boolean): Promise<void>
  /** The window's menus as the system's menu should show them; shells without one ignore it. */
  showMenu(menu: AppMenu): Promise<void>
  /** Closes the window without asking again; answers `onCloseRequested`. */
  closeWindow(): Promise<void>
  /** Stops the inference host and starts it anew; for a host that no longer answers. */
  restartInference(): Promise<void>
}

/** What the shell tells unasked. */
export interface ShellEvents {
  /** A project or a photo was opened from outside: a double-clicked file, "Open with", a second start, the command line. */
  documentOpened: OpenedDocument
  /** Such a file could not be opened; the sentence says why. */
  documentRefused: { message: string }
  /** A photo was read although something is wrong with its file; the sentence says what. */
  photoNotice: { message: string }
  /** The user wants to close the window although there are unsaved changes: ask, save, then `closeWindow`. */
  closeRequested: { reason: 'window' | 'quit' }
  /** An entry of the system's menu was chosen. */
  menuCommand: { command: string }
  /** Another window, or the other shell, changed the settings. */
  settingsChanged: EditorSettings
  /** The host ended; its port is dead. */
  inferenceStopped: { reason: HostEnd }
}

/**
 * A way to the inference host. The port speaks electron/contract/inference-protocol.ts and skips the main process;
 * pixels are copied. The client opens with `hello` and the configuration given here.
 */
export interface InferenceConnection {
  readonly port: Port<ClientMessage, HostMessage>
  readonly configuration: HostConfiguration
}

/** The renderer's one door to the outside, found at `globalThis.cocanvas` before its first script runs. */
export interface ShellApi extends ShellCalls {
  /** Calls back for every event of a kind until the returned function is called. Events before the first listener wait for it. */
  on<Name extends keyof ShellEvents>(name: Name, listener: (event: ShellEvents[Name]) => void): () => void
  /** Starts the host when needed. Each call gives a connection of its own; close the old port first. */
  connectInference(): Promise<InferenceConnection>
}

declare global {
  var cocanvas: ShellApi
}
