export const shellMessages = {
  'shell.tools': 'Tools',
  'shell.toolOptions': 'Tool options',
  'shell.panels': 'Panels',
  'shell.canvas': 'Canvas',
  'shell.strip': 'Results',
  'shell.status': 'Status',
  'shell.close': 'Close',
  'shell.cancel': 'Cancel',
  'shell.dismiss': 'Dismiss',
  'shell.collapse': 'Collapse {panel}',
  'shell.expand': 'Expand {panel}',
  'shell.resetValue': 'Double-click to reset',
} as const
