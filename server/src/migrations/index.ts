import type { MigrationInterface } from 'typeorm';
import { CreateOperations1795305601000 } from './1795305601000-create-operations.js';
import { CreateAccounts1795305602000 } from './1795305602000-create-accounts.js';
import { CreateEvenings1795305603000 } from './1795305603000-create-evenings.js';
import { CreateRegistration1795305604000 } from './1795305604000-create-registration.js';
import { CreateEncounters1795305605000 } from './1795305605000-create-encounters.js';
import { CreateBingo1795305606000 } from './1795305606000-create-bingo.js';
import { CreateDraw1795305607000 } from './1795305607000-create-draw.js';
import { CreateContacts1795305608000 } from './1795305608000-create-contacts.js';
import { FindRegistrations1795305620000 } from './1795305620000-find-registrations.js';
import { CreateEveningNotices1795305621000 } from './1795305621000-create-evening-notices.js';
import { CreateDoor1795305630000 } from './1795305630000-create-door.js';
import { SettleCards1795305640000 } from './1795305640000-settle-cards.js';
import { DrawStepByStep1795305650000 } from './1795305650000-draw-step-by-step.js';
import { KeepContacts1795305651000 } from './1795305651000-keep-contacts.js';
import { PlanEvenings1795305660000 } from './1795305660000-plan-evenings.js';
import { CreatePasskeyChallenges1795305661000 } from './1795305661000-create-passkey-challenges.js';
import { CreateDemonstration1795305670000 } from './1795305670000-create-demonstration.js';
import { CreateStepUps1795306100000 } from './1795306100000-create-step-ups.js';
import { CreateEmailChanges1795306101000 } from './1795306101000-create-email-changes.js';
import { CreateErasures1795306102000 } from './1795306102000-create-erasures.js';
import { HandOverPrizes1795306200000 } from './1795306200000-hand-over-prizes.js';
import { ListAffiliations1795306300000 } from './1795306300000-list-affiliations.js';
import { CountDoorQueues1795310200000 } from './1795310200000-count-door-queues.js';
import { PrintAhead1795310500000 } from './1795310500000-print-ahead.js';
import { CreatePanel1795310700000 } from './1795310700000-create-panel.js';
import { KeepToldVotes1795310701000 } from './1795310701000-keep-told-votes.js';
import { CreateSeating1795310800000 } from './1795310800000-create-seating.js';
import { TellOffers1795310910000 } from './1795310910000-tell-offers.js';
import { CreateStages1795310911000 } from './1795310911000-create-stages.js';

/** In order of their timestamps. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  CreateOperations1795305601000,
  CreateAccounts1795305602000,
  CreateEvenings1795305603000,
  CreateRegistration1795305604000,
  CreateEncounters1795305605000,
  CreateBingo1795305606000,
  CreateDraw1795305607000,
  CreateContacts1795305608000,
  FindRegistrations1795305620000,
  CreateEveningNotices1795305621000,
  CreateDoor1795305630000,
  SettleCards1795305640000,
  DrawStepByStep1795305650000,
  KeepContacts1795305651000,
  PlanEvenings1795305660000,
  CreatePasskeyChallenges1795305661000,
  CreateDemonstration1795305670000,
  CreateStepUps1795306100000,
  CreateEmailChanges1795306101000,
  CreateErasures1795306102000,
  HandOverPrizes1795306200000,
  ListAffiliations1795306300000,
  CountDoorQueues1795310200000,
  PrintAhead1795310500000,
  CreatePanel1795310700000,
  KeepToldVotes1795310701000,
  CreateSeating1795310800000,
  TellOffers1795310910000,
  CreateStages1795310911000,
];
