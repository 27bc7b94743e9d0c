export { isHex32 } from './bytes.js';
export { CHAIN_START, chainHead } from './chain.js';
export { type DrawCrypto, type SubtleHash, webCrypto } from './crypto.js';
export { drawOrder } from './order.js';
export {
  type DrawInput,
  type DrawProof,
  INPUT_FAULTS,
  type InputFault,
  inputFault,
  makeProof,
} from './proof.js';
export { type StageCalls, formatPublicNumber, parsePublicNumber } from './public-number.js';
export { type SeedParts, commitment, isDrawId, listHash, seedOf } from './steps.js';
export { isTicket, isTicketList, sortTickets, ticketFromDigest } from './ticket.js';
export { type Announced, VERIFY_STEPS, type VerifyResult, type VerifyStep, verifyProof } from './verify.js';
