import { useText } from '../../../../lib/texts/texts.js';
import { ButtonRow } from '../../../../ui/actions/button-row.js';
import { LinkButton } from '../../../../ui/actions/link-button.js';
import { Card } from '../../../../ui/layout/card.js';
import { Aside } from '../../../../ui/text/text.js';
import { fileOf } from '../api.js';

interface PapersProps {
  evening: string;
  /** The round that is looked at: place cards are for one. */
  round: number;
  isStale: boolean;
}

/** Everything that is printed of the plan above. */
export function Papers({ evening, round, isStale }: PapersProps) {
  const text = useText();
  return (
    <Card jam="blueberry" heading={<h2>{text('seating.papers.title')}</h2>}>
      <p>{text('seating.papers.lead')}</p>
      {isStale ? <Aside>{text('seating.papers.stale')}</Aside> : null}
      <ButtonRow>
        <LinkButton look="secondary" href={fileOf(evening, 'slips.pdf')} download>
          {text('seating.papers.slips')}
        </LinkButton>
        <LinkButton look="secondary" href={fileOf(evening, `place-cards.pdf?round=${round}`)} download>
          {text('seating.papers.placeCards', { round })}
        </LinkButton>
        <LinkButton look="secondary" href={fileOf(evening, 'tables.pdf')} download>
          {text('seating.papers.tables')}
        </LinkButton>
        <LinkButton look="secondary" href={fileOf(evening, 'seating.csv')} download>
          {text('seating.papers.csv')}
        </LinkButton>
      </ButtonRow>
    </Card>
  );
}
