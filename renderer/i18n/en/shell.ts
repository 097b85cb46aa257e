export const shellMessages = {
  'shell.tools': 'Tools',
  'shell.toolOptions': 'Tool options',
  'shell.panels': 'Panels',
  'shell.canvas': 'Canvas',
  'shell.status': 'Status',
  'shell.close': 'Close',
  'shell.cancel': 'Cancel',
  'shell.dismiss': 'Dismiss',
  'shell.collapse': 'Collapse {panel}',
  'shell.expand': 'Expand {panel}',
  'shell.failed': 'Something went wrong; try again.',
} as const
