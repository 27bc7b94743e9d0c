import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

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
