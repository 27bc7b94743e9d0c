import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('operations')
export class OperationEntity {
  @PrimaryColumn('text')
  actor: string;

  @PrimaryColumn('uuid')
  operationId: string;

  @Column('text')
  route: string;

  @Column('text')
  bodyHash: string;

  @Column('text')
  resultId: string;

  @Index()
  @Column('timestamptz')
  performedAt: Date;
}

@Entity('streams')
export class StreamEntity {
  @PrimaryColumn('text')
  name: string;

  @Column('bigint')
  rev: string;
}

@Entity('stream_changes')
export class StreamChangeEntity {
  @PrimaryColumn('text')
  stream: string;

  @PrimaryColumn('bigint')
  rev: string;

  @Column('text')
  kind: string;

  @Column('jsonb')
  payload: unknown;

  @Index()
  @Column('timestamptz')
  changedAt: Date;
}

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
