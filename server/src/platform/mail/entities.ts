import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A mail that was kept instead of sent, because no SMTP server is configured. */
@Entity('kept_mails')
export class KeptMailEntity {
  @PrimaryColumn('text')
  messageId: string;

  @Column('jsonb')
  mail: unknown;

  @Index()
  @Column('timestamptz')
  keptAt: Date;
}
