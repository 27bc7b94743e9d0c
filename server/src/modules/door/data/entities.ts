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

  /** `check-in` or `undo`. */
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
