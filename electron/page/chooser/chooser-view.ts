import type { ChooserRequest, FolderListing } from '../../contract/web-shell-protocol.ts'
import type { ChooserText } from './chooser-text.ts'
import { element } from './element.ts'

interface ChooserActions {
  accept(): void
  cancel(): void
  /** Another name was typed or selected. */
  renamed(): void
  /** Goes to another folder. */
  enter(path: string): void
}

/** The chooser's dialog: places, a list of entries, a field for a name or path, and two buttons. */
export class ChooserView {
  private readonly request: ChooserRequest
  private readonly text: ChooserText
  private readonly actions: ChooserActions
  private readonly dialog: HTMLDialogElement
  private readonly path = element('output', { className: 'file-chooser-path' })
  private readonly places = element('div', { className: 'file-chooser-places' })
  private readonly list = element('select', { className: 'file-chooser-list', size: 12 })
  private readonly field: HTMLInputElement
  private readonly problem = element('p', { className: 'file-chooser-problem' })
  private readonly button: HTMLButtonElement

  constructor(request: ChooserRequest, text: ChooserText, actions: ChooserActions) {
    this.request = request
    this.text = text
    this.actions = actions
    this.field = element('input', {
      type: 'text',
      value: request.suggestedName,
      spellcheck: false,
      autocomplete: 'off',
    })
    this.button = element('button', { type: 'submit', textContent: text[request.mode] })
    this.list.multiple = request.multiple
    this.list.ariaLabel = text.files
    this.places.ariaLabel = text.places
    this.places.role = 'group'
    this.problem.role = 'alert'
    this.dialog = this.build()
    document.body.append(this.dialog)
    this.dialog.showModal()
    this.field.focus()
    this.field.setSelectionRange(0, Math.max(0, request.suggestedName.lastIndexOf('.')))
  }

  get name(): string {
    return this.field.value
  }

  /** Paths of the selected files. */
  get selected(): string[] {
    return [...this.list.selectedOptions]
      .filter((option) => option.dataset['kind'] === 'file')
      .map((option) => option.value)
  }

  showFolder(listing: FolderListing): void {
    this.problem.textContent = listing.entries.length === 0 ? this.text.empty : ''
    this.path.textContent = listing.path
    const up = listing.parent === undefined ? [] : [{ name: `↑ ${this.text.up}`, path: listing.parent }]
    this.places.replaceChildren(
      ...[...up, ...listing.places].map(({ name, path }) =>
        element('button', { type: 'button', textContent: name, onclick: () => this.actions.enter(path) }),
      ),
    )
    this.list.replaceChildren(
      ...listing.entries.map(({ name, path, kind }) => {
        const option = element('option', { value: path, textContent: kind === 'folder' ? `${name}/` : name })
        option.dataset['kind'] = kind
        return option
      }),
    )
  }

  /** The name to save under stays as one looks for a folder; a name to open belongs to the folder it was in. */
  clearName(): void {
    if (this.request.mode === 'open') this.field.value = ''
  }

  showProblem(message: string): void {
    this.problem.textContent = message
  }

  askToReplace(): void {
    this.button.textContent = this.text.replace
    this.button.focus()
  }

  close(): void {
    this.dialog.close()
    this.dialog.remove()
  }

  private build(): HTMLDialogElement {
    const { title, cancel, name, folder } = this.text
    const heading = element('h2', { textContent: title[this.request.mode][this.request.purpose] })
    const where = element('label', { textContent: `${folder} ` }, [this.path])
    const label = element('label', { className: 'file-chooser-name', textContent: name }, [this.field])
    const cancelButton = element('button', {
      type: 'button',
      textContent: cancel,
      onclick: () => this.actions.cancel(),
    })
    const buttons = element('div', { className: 'file-chooser-buttons' }, [cancelButton, this.button])
    const form = element('form', { className: 'file-chooser-form' }, [
      heading,
      where,
      this.places,
      this.list,
      label,
      this.problem,
      buttons,
    ])
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.actions.accept()
    })
    this.field.addEventListener('input', () => this.forgetQuestion())
    this.list.addEventListener('change', () => this.nameSelection())
    this.list.addEventListener('dblclick', () => this.openSelection())
    const dialog = element('dialog', { className: 'file-chooser', ariaLabel: heading.textContent }, [form])
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault()
      this.actions.cancel()
    })
    // The editor's shortcuts must not act on what is typed here.
    dialog.addEventListener('keydown', (event) => event.stopPropagation())
    return dialog
  }

  /** Another name is another question. */
  private forgetQuestion(): void {
    this.button.textContent = this.text[this.request.mode]
    this.actions.renamed()
  }

  private nameSelection(): void {
    this.forgetQuestion()
    const [only, ...others] = [...this.list.selectedOptions]
    const single = only !== undefined && others.length === 0 && only.dataset['kind'] === 'file'
    if (single) this.field.value = only.textContent
    else if (this.request.mode === 'open') this.field.value = ''
  }

  private openSelection(): void {
    const [entry] = [...this.list.selectedOptions]
    if (entry === undefined) return
    if (entry.dataset['kind'] === 'folder') this.actions.enter(entry.value)
    else this.actions.accept()
  }
}
