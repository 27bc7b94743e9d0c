import type { ReactNode } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { personName } from '../../../lib/texts/person-name.js';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Aside } from '../../../ui/text/text.js';
import { type Encounter, useOwnEncounters } from '../api.js';
import { MetMarker } from '../components/met-person.js';
import { Notes } from '../components/notes.js';
import { Removal } from '../components/removal.js';
import { Sharing } from '../components/sharing.js';
import styles from './encounters.module.css';

interface EncounterScreenProps {
  /** What the card says of this meeting: the square, or the choice of one. */
  square: (registration: string, encounter: string) => ReactNode;
}

/** One meeting: the square, both notes, contact fields. */
export function EncounterScreen({ square }: EncounterScreenProps) {
  const text = useText();
  const { registration = '', encounter: id = '' } = useParams();
  const encounter = useOwnEncounters(registration).encounters.find((one) => one.id === id);
  if (encounter)
    return <Meeting registration={registration} encounter={encounter} square={square(registration, id)} />;
  return (
    <EmptyState
      title={text('encounters.gone.title')}
      action={<LinkButton href={`/me/${registration}/met`}>{text('encounters.list.back')}</LinkButton>}
    />
  );
}

interface MeetingProps {
  registration: string;
  encounter: Encounter;
  square: ReactNode;
}

function Meeting({ registration, encounter, square }: MeetingProps) {
  const text = useText();
  const dates = useDates();
  const { affiliation, marker } = encounter.other;
  const firstName = personName(text, encounter.other.firstName);
  usePage(firstName);
  return (
    <div className={styles.screen}>
      <div className={styles.person}>
        <MetMarker marker={marker} size="l" />
        <PageHeader title={firstName} over={affiliation}>
          <Aside>{text('encounters.met', { time: dates.write(encounter.metAt, 'time') })}</Aside>
        </PageHeader>
      </div>
      {square}
      <Notes key={encounter.id} registration={registration} encounter={encounter} />
      <Sharing registration={registration} encounter={encounter} />
      <LinkButton look="secondary" href={`/me/${registration}`}>
        {text('encounters.toPage')}
      </LinkButton>
      <Removal registration={registration} encounter={encounter.id} />
    </div>
  );
}
