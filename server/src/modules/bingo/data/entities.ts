import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The nine prompts of an evening; without rows the defaults hold. Locked when the first card is issued. */
@Entity('bingo_prompts')
@Check('ck_bingo_prompts_position', 'position BETWEEN 0 AND 8')
export class BingoPromptEntity {
  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  eveningId: string;

  @PrimaryColumn('smallint')
  position: number;

  /** Key of a default prompt, or null for an own one. */
  @Column('text', { nullable: true })
  key: string | null;

  /** Own texts by locale: `{ fi, sv, en, fi-selko }`; empty for a default prompt. */
  @Column('jsonb', { default: {} })
  title: Record<string, string>;

  @Column('jsonb', { default: {} })
  starter: Record<string, string>;

  @Column('boolean')
  isColoured: boolean;
}

@Entity('cards')
@Unique(['registrationId'])
@Index('ix_cards_frozen', ['eveningId'], { where: 'frozen_at IS NOT NULL' })
export class CardEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  eveningId: string;

  @ForeignKey('RegistrationEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  registrationId: string;

  @Column('timestamptz')
  issuedAt: Date;

  /** Check-in was undone: the card is hidden and comes back unchanged. */
  @Column('timestamptz', { nullable: true })
  hiddenAt: Date | null;

  /** Since when the card has had a row without a break: the ticket. */
  @Column('timestamptz', { nullable: true })
  ticketSince: Date | null;

  /** The draw's freeze: the ticket no longer changes. On the card, so that its row lock tells, without an evening-wide row. */
  @Column('timestamptz', { nullable: true })
  frozenAt: Date | null;

  /** Grows with each change of the squares: a reader that waited for the lock sees whether it must read them again. */
  @Column('integer', { default: 0 })
  rev: number;
}

/** A filled square. */
@Entity('marks')
@Unique(['cardId', 'otherId'])
@Check('ck_marks_square', 'square BETWEEN 0 AND 8')
export class MarkEntity {
  @ForeignKey(() => CardEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  cardId: string;

  @PrimaryColumn('smallint')
  square: number;

  @Index()
  @ForeignKey('EncounterEntity', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  encounterId: string | null;

  /** Who fills the square; null once that person's registration is gone. */
  @ForeignKey('RegistrationEntity', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  otherId: string | null;

  @Column('timestamptz')
  markedAt: Date;

  /** Actor key of who entered it. */
  @Column('text')
  markedBy: string;
}
