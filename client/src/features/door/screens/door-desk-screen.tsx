import { useState } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { type DoorPerson, useDoor } from '../api.js';
import { NameSearch } from '../components/finding/name-search.js';
import { nameOf } from '../components/people/person-name.js';

/** The organiser's side of the door: opens it on this device, prints badges, one of them again. */
export function DoorDeskScreen() {
  const text = useText();
  const { evening = '' } = useParams();
  const { people } = useDoor(evening);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<DoorPerson>();
  const badges = `/api/evenings/${evening}/badges.pdf`;
  usePage(text('door.organise.title'));
  const seated = people.filter(({ registration }) => registration === 'confirmed');
  return (
    <Stack space="l">
      <PageHeader title={text('door.organise.title')} />
      <Card jam="raspberry" heading={<h2>{text('door.organise.open')}</h2>}>
        <p>{text('door.organise.openText')}</p>
        <div>
          <LinkButton href={`/door/${evening}`}>{text('door.organise.open')}</LinkButton>
        </div>
      </Card>
      <Card jam="blueberry" heading={<h2>{text('door.organise.badges')}</h2>}>
        <p>{text('door.organise.badgesText')}</p>
        <div>
          <LinkButton look="secondary" href={badges} download>
            {text('door.organise.all', { count: seated.length })}
          </LinkButton>
        </div>
        <h3>{text('door.organise.again')}</h3>
        <NameSearch
          people={seated}
          query={query}
          onQuery={setQuery}
          onChoose={(person) => {
            setChosen(person);
            setQuery('');
          }}
        />
        {chosen ? (
          <div>
            <LinkButton look="secondary" href={`${badges}?registration=${chosen.id}`} download>
              {text('door.organise.one', { name: nameOf(chosen) })}
            </LinkButton>
          </div>
        ) : null}
      </Card>
    </Stack>
  );
}
