import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { RegistrationEntity } from './entities.js';

/** A new address that somebody asked for; it counts once the link mailed there was pressed. Forgotten the night after. */
@Entity('email_changes')
@Unique(['tokenHash'])
@Index('uq_email_changes_open', ['registrationId'], {
  unique: true,
  where: 'confirmed_at IS NULL AND replaced_at IS NULL',
})
@Index(['registrationId', 'createdAt'])
export class EmailChangeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => RegistrationEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  registrationId: string;

  @Column('text')
  email: string;

  @Column('text')
  tokenHash: string;

  /** The address that was changed, until it has been told. */
  @Column('text', { nullable: true })
  previousEmail: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** Another address was asked for instead. */
  @Column('timestamptz', { nullable: true })
  replacedAt: Date | null;
}

/** Whose data was erased when, as a bare id: the ledger by which a restored backup erases them again (T27). */
@Entity('erasures')
export class ErasureEntity {
  @PrimaryColumn('uuid')
  registrationId: string;

  @Index()
  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  @Column('timestamptz')
  erasedAt: Date;

  /** Encrypted address, name and language of the mail that says it is done; gone once it was sent. */
  @Column('text', { nullable: true })
  lastLetter: string | null;
}
