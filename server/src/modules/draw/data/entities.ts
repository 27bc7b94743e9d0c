import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('prizes')
export class PrizeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  /** Which draw and place it is for: prizes go out in this order. */
  @Column('integer')
  position: number;

  @Column('text')
  kind: string;

  @Column('text')
  title: string;

  @Column('text', { default: '' })
  description: string;
}

/** One draw by `draw/1`; everything needed to recompute it is stored, so that a crash changes no winner. */
@Entity('draws')
@Unique(['eveningId', 'number'])
@Index('uq_draws_open', ['eveningId'], { unique: true, where: "state IN ('committed', 'frozen', 'seeded')" })
export class DrawEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  @Column('integer')
  number: number;

  /** `committed`, `frozen`, `seeded`, `done` or `void`. */
  @Column('text')
  state: string;

  @Column('bytea')
  secret: Buffer;

  /** Key of the tickets' pseudonyms. */
  @Column('bytea')
  ticketKey: Buffer;

  @Column('text')
  commitment: string;

  @Column('integer', { nullable: true })
  prizeCount: number | null;

  /** Sorted bytewise; set at the freeze. */
  @Column('text', { array: true, nullable: true })
  tickets: string[] | null;

  @Column('text', { nullable: true })
  list: string | null;

  @Column('text', { nullable: true })
  publicNumber: string | null;

  @Column('text', { nullable: true })
  seed: string | null;

  @Column('text', { array: true, nullable: true })
  ticketOrder: string[] | null;

  @Column('text', { nullable: true })
  voidReason: string | null;

  /** Hash of the draw before it in the evening: the chain head is shown to everyone. */
  @Column('text', { nullable: true })
  previousHash: string | null;

  @Column('text', { nullable: true })
  chainHash: string | null;

  @Column('text')
  startedBy: string;

  @Column('timestamptz')
  committedAt: Date;

  @Column('timestamptz', { nullable: true })
  frozenAt: Date | null;

  @Column('timestamptz', { nullable: true })
  seededAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}

/** Whose ticket is whose; deleted 30 days after the evening, the nameless proof stays. */
@Entity('draw_tickets')
@Unique(['drawId', 'ticket'])
export class DrawTicketEntity {
  @ForeignKey(() => DrawEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  drawId: string;

  @Index()
  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  registrationId: string;

  @Column('text')
  ticket: string;
}

/** A called winner: handed over, or absent and passed to the next of the same sequence. */
@Entity('draw_awards')
export class DrawAwardEntity {
  @ForeignKey(() => DrawEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  drawId: string;

  /** Index in the draw's order. */
  @PrimaryColumn('integer')
  place: number;

  @ForeignKey(() => PrizeEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  prizeId: string;

  /** `won` or `absent`. */
  @Column('text')
  state: string;

  @Column('text', { default: '' })
  reason: string;

  @Column('timestamptz')
  decidedAt: Date;
}
