import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One per unordered pair and evening: the smaller id stands first. */
@Entity('encounters')
@Unique('uq_encounters_pair', ['eveningId', 'firstId', 'secondId'])
@Check('ck_encounters_pair', 'first_id < second_id')
@Check('ck_encounters_removed', '(removed_at IS NULL) = (removed_by_id IS NULL)')
export class EncounterEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  firstId: string;

  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  secondId: string;

  @Column('uuid')
  scannedById: string;

  /** The phone's time corrected by its offset, for entries made offline (product rule 5). */
  @Column('timestamptz')
  metAt: Date;

  @Column('timestamptz')
  createdAt: Date;

  /** Removed by either party: notes and fields are gone from both sheets, marks stay without a name. */
  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  /** The party that removed it; only a scan by the same one brings it back. */
  @Column('uuid', { nullable: true })
  removedById: string | null;
}

/** Each party's own note and own choice of shared fields. */
@Entity('encounter_parties')
export class EncounterPartyEntity {
  @ForeignKey(() => EncounterEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  encounterId: string;

  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  registrationId: string;

  @Column('text', { default: '' })
  agreed: string;

  @Column('text', { default: '' })
  nextStep: string;

  @Column('date', { nullable: true })
  nextDate: string | null;

  @Column('text', { default: '' })
  owner: string;

  @Column('timestamptz', { nullable: true })
  noteUpdatedAt: Date | null;

  /** Actor key of who typed the note in from paper; null when its writer wrote it. */
  @Column('text', { nullable: true })
  enteredBy: string | null;

  /** Null until the party answered; then the fields it shares with the other, none for a no. */
  @Column('text', { array: true, nullable: true })
  sharedFields: string[] | null;

  /** SHARING_AUDIENCES of the domain: whom the text named that was accepted; null with `sharedFields`. */
  @Column('text', { nullable: true })
  sharingAudience: string | null;

  /** Version of the sharing text that was answered. */
  @Column('text', { nullable: true })
  sharingTextVersion: string | null;

  @Column('timestamptz', { nullable: true })
  sharedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}
