import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An affiliation that an organisation has put on its list. */
@Entity('listed_affiliations')
@Unique(['organisationId', 'matchKey'])
@Index('ix_listed_affiliations_alphabet', { synchronize: false })
export class ListedAffiliationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId: string;

  @Column('text')
  name: string;

  @Column('text')
  sector: string;

  /** Empty when it works in the whole area. */
  @Column('text')
  municipality: string;

  /** `affiliationKey`: two with the same one are the same. */
  @Column('text')
  matchKey: string;

  /** `alphabetKey`: what the list is ordered by. */
  @Column('text')
  alphabetKey: string;

  @Column('timestamptz')
  createdAt: Date;

  /** Since when it is suggested to nobody. */
  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;
}

/** One folded word that a listed affiliation is found by. */
@Entity('affiliation_words')
@Index('ix_affiliation_words_beginning', { synchronize: false })
export class AffiliationWordEntity {
  @ForeignKey(() => ListedAffiliationEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  affiliationId: string;

  @PrimaryColumn('text')
  word: string;

  /** That of the affiliation, so that one index serves one organisation's words. */
  @Column('uuid')
  organisationId: string;
}
