/** Every way of making pictures. A new one is added here first; the compiler then names what else it lacks. */
export type RecipeName = 'exemplar-synthesis' | 'photo-edit' | 'make-up'
