import { useState } from 'react';
import { useReach } from '../../../lib/offline/use-reach.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { TextsProvider, useDates, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { type HeardStage, useStage } from '../api.js';
import { useStopped } from '../use-stopped.js';
import { SceneWords } from './scene-words.js';
import { useTold } from '../use-told.js';
import styles from './own-stage.module.css';

/** Phones that all hear of a new scene do not ask in the same moment. */
const SPREAD_MS = 1_500;

/** `/me/:registration/stage/:evening`: what the big screen shows, in words, for who cannot see it. */
export function OwnStageScreen() {
  const { registration = '', evening = '' } = useParams();
  const heard = useStage(evening, 'panel', SPREAD_MS);
  return (
    <TextsProvider bundle="stage" timeZone={heard.stage.evening.timeZone}>
      <Shown registration={registration} {...heard} />
    </TextsProvider>
  );
}

function Shown({ registration, stage, heardAt }: HeardStage & { registration: string }) {
  const text = useText();
  const dates = useDates();
  const { away } = useReach();
  const [isStill, setStill] = useState(false);
  const shown = useStopped(stage, isStill);
  const name = text(`stage.scene.${shown.scene.scene}`);
  usePage(text('stageOwn.title'));
  useTold(name);
  return (
    <Stack>
      <PageHeader title={text('stageOwn.title')}>
        <Lead>{text('stageOwn.lead')}</Lead>
      </PageHeader>
      {away ? (
        <Notice kind="info" title={text('stage.away', { time: dates.write(heardAt, 'time') })} />
      ) : null}
      <section className={styles.scene} aria-labelledby="scene">
        <h2 id="scene">{name}</h2>
        <SceneWords stage={shown} isLive={!away} isStill={isStill} />
      </section>
      <div>
        <Button look="secondary" aria-pressed={isStill} onClick={() => setStill(!isStill)}>
          {text(isStill ? 'stageOwn.goOn' : 'stageOwn.pause')}
        </Button>
      </div>
      <p>{text(isStill ? 'stageOwn.paused' : 'stageOwn.follows')}</p>
      <LinkButton look="quiet" href={`/me/${registration}`}>
        {text('stageOwn.back')}
      </LinkButton>
    </Stack>
  );
}
