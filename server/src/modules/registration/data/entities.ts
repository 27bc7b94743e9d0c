import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A person at an evening. Support persons and children are rows of their own that accompany another row. */
@Entity('registrations')
@Unique(['personalHash'])
@Unique(['badgeHash'])
@Unique(['badgeFrom'])
@Unique(['eveningId', 'spokenCode'])
@Index(['eveningId', 'queueNumber'])
@Index(['eveningId', 'emailKey'])
@Index(['eveningId', 'personKey'])
@Index(['eveningId', 'phone'])
@Index('ix_registrations_search', { synchronize: false })
@Check('ck_registrations_accompanies', "(kind = 'person') = (accompanies_id IS NULL)")
export class RegistrationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  /** `person`, `support` or `child`. */
  @Column('text')
  kind: string;

  @Index()
  @ForeignKey(() => RegistrationEntity, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  accompaniesId: string | null;

  /** `confirmed`, `waiting` or `cancelled`. */
  @Column('text')
  state: string;

  @Column('text')
  firstName: string;

  @Column('text', { default: '' })
  lastName: string;

  /** `searchKey` of the domain: folded names and affiliation, by which door and organiser search. */
  @Column('text', { default: '' })
  searchKey: string;

  /** SHA-256 of folded name and affiliation, by which likely duplicates are found; empty after a purge. */
  @Column('text', { default: '' })
  personKey: string;

  /** No unique constraint: an association's info@ may register many (product rule 12). */
  @Column('text', { nullable: true })
  email: string | null;

  /** The address as it is compared: NFC, lower case. */
  @Column('text', { nullable: true })
  emailKey: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text')
  sector: string;

  /** The sector of the own side that others see; null is the own one. */
  @Column('text', { nullable: true })
  shownSector: string | null;

  /** Shows `resident` or `expert-by-experience` as such, instead of the shared mark (product rule 1). */
  @Column('boolean', { default: false })
  showsExactSector: boolean;

  @Column('text', { default: '' })
  affiliation: string;

  @Column('text', { default: '' })
  offers: string;

  @Column('text', { default: '' })
  needs: string;

  @Column('text', { array: true, default: '{}' })
  offerTags: string[];

  @Column('text', { array: true, default: '{}' })
  needTags: string[];

  /** Contact fields that may be shared when both say yes. */
  @Column('text', { array: true, default: '{}' })
  shareFields: string[];

  /** "Share with everyone I meet", off by default (product rule 4). */
  @Column('boolean', { default: false })
  sharesWithEveryone: boolean;

  @Column('boolean', { default: false })
  drawOptIn: boolean;

  /** Support persons play only if they wish, children never (product rule 6). */
  @Column('boolean', { default: true })
  plays: boolean;

  @Column('boolean', { default: false })
  associationMaySee: boolean;

  /** "Others may be told what I offer and need", off by default (S89). */
  @Column('boolean', { default: false })
  offersMayBeTold: boolean;

  @Column('boolean', { default: false })
  showsLastName: boolean;

  @Column('boolean', { default: false })
  announcesOnStage: boolean;

  @Column('text')
  locale: string;

  @Column('integer', { default: 1 })
  personalVersion: number;

  @Column('text')
  personalHash: string;

  @Column('integer', { default: 1 })
  badgeVersion: number;

  @Column('text')
  badgeHash: string;

  /** The reserve whose badge, printed ahead, the person wears; its link is derived from that id. Null: from the own one. */
  @Column('uuid', { nullable: true })
  badgeFrom: string | null;

  /** Six digits, the last a check digit. */
  @Column('text')
  spokenCode: string;

  /** `form`, `organiser` or `walk-in`. */
  @Column('text')
  source: string;

  /** How a registration made by hand was agreed: "by phone". */
  @Column('text', { default: '' })
  agreedHow: string;

  /** Place in the strict order of the waitlist: grows within the evening. */
  @Column('bigint')
  queueNumber: string;

  /** When the personal link was first used; null is "unconfirmed" for those who came by the form. */
  @Column('timestamptz', { nullable: true })
  openedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  checkedInAt: Date | null;

  /** Actor key of who checked in. */
  @Column('text', { nullable: true })
  checkedInBy: string | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;
}

/** Health data perhaps: encrypted, read by the access host only, each read logged, deleted early. */
@Entity('access_needs')
export class AccessNeedsEntity {
  @ForeignKey(() => RegistrationEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  registrationId: string;

  @Column('text')
  ciphertext: string;

  /** `open`, `arranged` or `not-possible`. */
  @Column('text', { default: 'open' })
  state: string;

  /** The access host's own words to the person, when it cannot be arranged. */
  @Column('text', { default: '' })
  words: string;

  @Column('timestamptz', { nullable: true })
  toldAt: Date | null;

  @Column('timestamptz')
  updatedAt: Date;
}

@Entity('access_needs_reads')
export class AccessNeedsReadEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @Column('uuid')
  registrationId: string;

  @ForeignKey('AccountEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  accountId: string;

  @Index()
  @Column('timestamptz')
  readAt: Date;
}

@Entity('consents')
export class ConsentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => RegistrationEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  registrationId: string;

  @Column('text')
  kind: string;

  @Column('boolean')
  given: boolean;

  @Column('text')
  textVersion: string;

  /** How it was given: one of CONSENT_CHANNELS. */
  @Column('text')
  channel: string;

  @Column('timestamptz')
  decidedAt: Date;
}

/** A one-time QR shown by the door to somebody who lost the personal link (product rule 14). */
@Entity('handovers')
@Unique(['tokenHash'])
export class HandoverEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => RegistrationEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  registrationId: string;

  @Column('text')
  tokenHash: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}

/** A word to everybody registered and waiting: a change, a cancellation, the reminder. Sent once to each. */
@Entity('evening_notices')
export class EveningNoticeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  /** `changed`, `cancelled` or `reminder`. */
  @Column('text')
  kind: string;

  /** What changed: MUST_MAIL_CHANGES and OFFERED_CHANGES of the domain. */
  @Column('text', { array: true, default: '{}' })
  changes: string[];

  /** Time and place before the change. */
  @Column('jsonb')
  before: unknown;

  /** The organiser's own words. */
  @Column('text', { default: '' })
  words: string;

  @Column('timestamptz')
  createdAt: Date;
}
