import { useState } from 'react';
import { useText } from '../../../../lib/texts/texts.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { Segments } from '../../../../ui/form/segments.js';
import { Card, Stack } from '../../../../ui/layout/card.js';
import { Disclosure } from '../../../../ui/layout/disclosure.js';
import type { Seating, SeatingPerson, SeatingPlan, Wishes } from '../api.js';
import { nameOf } from '../names.js';
import { MeetingsPicture } from './meetings-picture.js';
import { Papers } from './papers.js';
import { PersonDialog } from './person-dialog.js';
import { PublishPanel } from './publish-panel.js';
import { qualityWords } from './quality-words.js';
import { RoundTables } from './round-tables.js';

interface PlanViewProps {
  seating: Seating;
  plan: SeatingPlan;
  wishes: Wishes;
  onWish: (change: Partial<Wishes>) => void;
  isUnsaved: boolean;
  onChanged: (seating: Seating) => void;
}

/** What came out: how good it is in words, each round by its tables, who meets whom, and what is done with it. */
export function PlanView({ seating, plan, wishes, onWish, isUnsaved, onChanged }: PlanViewProps) {
  const text = useText();
  const [chosen, setChosen] = useState<number>();
  const [picked, setPicked] = useState<SeatingPerson>();
  const shown = Math.min(plan.rounds.length, Math.max(1, chosen ?? seating.held + 1));
  const round = plan.rounds[shown - 1] ?? {};
  return (
    <>
      <Card jam="raspberry" heading={<h2>{text('seating.result.title')}</h2>}>
        <Stack space="s">
          {qualityWords(text, plan, seating.countsEncounters).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Stack>
        <Changes seating={seating} plan={plan} isUnsaved={isUnsaved} />
        <Segments
          legend={text('seating.result.which')}
          value={String(shown)}
          choices={plan.rounds.map((_, at) => ({
            value: String(at + 1),
            label: text('seating.result.round', { round: at + 1 }),
          }))}
          onChange={(value) => setChosen(Number(value))}
        />
        {shown <= seating.held ? <p>{text('seating.result.heldRound')}</p> : null}
        <RoundTables seating={seating} round={round} locks={wishes.locks} onPick={setPicked} />
        <Disclosure summary={text('seating.picture.title')}>
          <MeetingsPicture plan={plan} seating={seating} />
        </Disclosure>
        <PersonDialog
          seating={seating}
          plan={plan}
          wishes={wishes}
          person={picked}
          onWish={onWish}
          onClose={() => setPicked(undefined)}
        />
      </Card>
      <PublishPanel seating={seating} plan={plan} onChanged={onChanged} />
      <Papers evening={seating.evening.id} round={shown} isStale={plan.isOutdated} />
    </>
  );
}

/** What has happened since: other wishes, walk-ins, no-shows. */
function Changes({ seating, plan, isUnsaved }: { seating: Seating; plan: SeatingPlan; isUnsaved: boolean }) {
  const text = useText();
  const names = (ids: readonly string[]) =>
    seating.people
      .filter(({ id }) => ids.includes(id))
      .map(nameOf)
      .join(', ');
  return (
    <>
      {plan.isOutdated || isUnsaved ? (
        <Notice kind="warning">{text('seating.result.outdated')}</Notice>
      ) : null}
      {plan.unseated.length > 0 ? (
        <Notice kind="warning" title={text('seating.result.unseated', { count: plan.unseated.length })}>
          {names(plan.unseated)}
        </Notice>
      ) : null}
      {plan.missing.length > 0 ? (
        <Notice title={text('seating.result.missing', { count: plan.missing.length })}>
          {names(plan.missing)}
        </Notice>
      ) : null}
      {plan.withoutAccessibleSeat > 0 ? (
        <Notice kind="warning">
          {text('seating.result.withoutAccessible', { count: plan.withoutAccessibleSeat })}
        </Notice>
      ) : null}
    </>
  );
}
