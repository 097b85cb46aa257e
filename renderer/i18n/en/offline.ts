export const offlineMessages = {
  'offline.title': 'Works offline',
  'offline.claim': 'Nothing leaves this computer.',
  'offline.how':
    'Pictures are made here, by the model files below. Cocanvas has no account, sends no statistics and opens no connection to any other computer.',
  'offline.version': 'Version',
  'offline.web': 'window in the browser',
  'offline.document': 'Open document',
  'offline.notSaved': 'Not in a file yet',
  'offline.data': 'Settings, recovery and own photos',
  'offline.machine': 'Computer',
  'offline.engines': 'Parts',
  'offline.models': '{count} model files, {size}',
} as const
