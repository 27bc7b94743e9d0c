import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What was done at the door, by whom and when: check-ins and their undoing, oldest first by id (UUIDv7). */
@Entity('door_acts')
@Index(['eveningId', 'registrationId'])
export class DoorActEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  registrationId: string;

  /**
   * `check-in` or `undo`; of doors without network also `again`, let in a second time, and `take-back`, that door's own
   * undone while another's stands.
   */
  @Column('text')
  kind: string;

  /** Let in although the seats were given, after a confirmation (product rule 11). */
  @Column('boolean', { default: false })
  isOverCapacity: boolean;

  @Column('timestamptz')
  doneAt: Date;

  /** Actor key of who did it. */
  @Column('text')
  doneBy: string;
}

/** The entries of one phone of the door that came late, counted, so that a lost one is noticed (T51). */
@Entity('door_queues')
export class DoorQueueEntity {
  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  eveningId: string;

  /** Actor key of who holds the phone. */
  @PrimaryColumn('text')
  actor: string;

  @Column('integer')
  last: number;

  @Column('integer', { array: true })
  missing: number[];

  @Column('integer')
  lost: number;

  @Column('integer')
  restarts: number;

  @Column('timestamptz')
  heardAt: Date;
}

/** A badge with QR and code, printed before anybody's name is known; its id also seeds the order of the card beside it. */
@Entity('badge_reserves')
@Unique(['eveningId', 'spokenCode'])
@Unique(['badgeHash'])
export class BadgeReserveEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  @Column('text')
  spokenCode: string;

  @Column('text')
  badgeHash: string;

  @Column('timestamptz')
  createdAt: Date;

  /** Its bingo card is on paper: the evening's prompts are locked. */
  @Column('timestamptz', { nullable: true })
  cardsPrintedAt: Date | null;

  /** Who took it; the reserve stays used when that person is gone. */
  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  boundToId: string | null;

  @Column('timestamptz', { nullable: true })
  boundAt: Date | null;

  /** Actor key of who gave it. */
  @Column('text', { nullable: true })
  boundBy: string | null;
}
