import {
  KeptMailEntity,
  OperationEntity,
  StreamChangeEntity,
  StreamEntity,
} from './platform/database/entities.js';
import type { Schema } from './platform/database/data-source.js';
import * as accounts from './modules/accounts/data/entities.js';
import * as affiliations from './modules/affiliations/data/entities.js';
import * as bingo from './modules/bingo/data/entities.js';
import * as contacts from './modules/contacts/data/entities.js';
import * as demonstration from './modules/demonstration/data/entities.js';
import * as door from './modules/door/data/entities.js';
import * as draw from './modules/draw/data/entities.js';
import * as encounters from './modules/encounters/data/entities.js';
import * as evenings from './modules/evenings/data/entities.js';
import * as suggestions from './modules/matchmaking/data/suggestion-entities.js';
import * as seating from './modules/matchmaking/data/seating-entities.js';
import * as panel from './modules/panel/data/entities.js';
import * as registration from './modules/registration/data/entities.js';
import * as ownData from './modules/registration/data/own-data-entities.js';
import * as stage from './modules/stage/data/entities.js';
import { migrations } from './migrations/index.js';

/** Every table and every step that made it. A test compares the two. */
export const schema: Schema = {
  entities: [
    OperationEntity,
    StreamEntity,
    StreamChangeEntity,
    KeptMailEntity,
    ...Object.values(accounts),
    ...Object.values(evenings),
    ...Object.values(registration),
    ...Object.values(affiliations),
    ...Object.values(ownData),
    ...Object.values(door),
    ...Object.values(encounters),
    ...Object.values(bingo),
    ...Object.values(draw),
    ...Object.values(contacts),
    ...Object.values(suggestions),
    ...Object.values(seating),
    ...Object.values(panel),
    ...Object.values(stage),
    ...Object.values(demonstration),
  ],
  migrations,
};
