import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What the big screen of an evening shows; without a row it welcomes. Its lock orders the hosts. */
@Entity('stages')
export class StageEntity {
  @ForeignKey('EveningEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  eveningId: string;

  /** Two hosts at once do not overwrite each other unseen. */
  @Column('integer', { default: 0 })
  version: number;

  /** SCENES of the domain. */
  @Column('text', { default: 'welcome' })
  scene: string;

  /** Of the programme, which is saved anew with the same ids: whoever reads looks whether it is still there. */
  @Column('uuid', { nullable: true })
  blockId: string | null;

  @Column('integer', { nullable: true })
  round: number | null;

  @Column('text', { nullable: true })
  previousScene: string | null;

  @Column('uuid', { nullable: true })
  previousBlockId: string | null;

  @Column('integer', { nullable: true })
  previousRound: number | null;

  @Column('timestamptz', { nullable: true })
  shownAt: Date | null;
}
