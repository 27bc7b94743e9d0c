import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An association's view, opened by the organiser to a named e-mail (product rule 15). */
@Entity('association_views')
@Unique(['tokenHash'])
export class AssociationViewEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  /** As an attendee of it wrote it; compared folded. */
  @Column('text')
  affiliation: string;

  @Column('text')
  email: string;

  @Column('text')
  tokenHash: string;

  @Column('integer', { default: 1 })
  tokenVersion: number;

  @Column('text')
  openedBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}

/** Who exported what and when, as a count: no names. */
@Entity('contact_exports')
export class ContactExportEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  @Column('text')
  actor: string;

  @Column('text')
  format: string;

  @Column('integer')
  rows: number;

  @Column('timestamptz')
  exportedAt: Date;
}

/** One side of an encounter that both wanted kept: the shared values as they were when unkept encounters were removed. */
@Entity('kept_contacts')
export class KeptContactEntity {
  @ForeignKey('EncounterEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  encounterId: string;

  /** Whose values these are. */
  @PrimaryColumn('uuid')
  registrationId: string;

  @Column('text')
  firstName: string;

  @Column('text')
  affiliation: string;

  /** Shared contact fields only. */
  @Column('jsonb')
  fields: unknown;

  @Column('timestamptz')
  keptAt: Date;
}
