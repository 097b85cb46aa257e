export const onboardingMessages = {
  'firstSteps.title': 'First steps',
  'firstSteps.command': 'Show the first steps',
  'firstSteps.sample': 'Open the sample',
  'firstSteps.noSample': 'No sample fits the pack; start with a new document instead.',
  'firstSteps.place': '{step} of {count}',
  'firstSteps.hide': 'Hide the first steps',
  'firstSteps.back': 'Back',
  'firstSteps.next': 'Next',
  'firstSteps.done': 'Start painting',
  'firstSteps.paintTitle': 'Paint what is where',
  'firstSteps.paintText':
    'Choose a class at the right, such as tree or water, and paint it with the brush. Colours stand for classes, not for paint.',
  'firstSteps.photoTitle': 'Choose a photo',
  'firstSteps.photoText':
    'The exemplar lends its light, colours and textures. Take one from the library or drop your own on it.',
  'firstSteps.lookTitle': 'Watch the picture appear',
  'firstSteps.lookText':
    'The picture follows your strokes. Switch views at the top, and export or save when you like it.',
} as const
