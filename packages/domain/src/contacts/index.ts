export { type ContactRow, type Met, type Person, type SharedValues, contactSheet } from './sheet.js';
export { type AgreedStep, type StepOwner } from './agreed-step.js';
export { type NextStepEntry, nextStepEntries } from './next-steps.js';
export { type SheetOrder, SHEET_ORDERS, sortSheet } from './order.js';
export {
  type CollectedContacts,
  type Collector,
  type HolderOfMine,
  associationView,
  whoHasMyContact,
} from './disclosure.js';
export { contactKeptUntil } from './keeping.js';
export { neutralCell } from './cells.js';
