import { type NowAction, stageColour, whatNow } from '@hillo/domain/stage';
import { useReach } from '../../../lib/offline/use-reach.js';
import { TextsProvider, useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Card } from '../../../ui/layout/card.js';
import { useTold } from '../use-told.js';
import { type StageNow, useStageNow } from './api.js';
import styles from './now.module.css';

export interface NowCardProps {
  registration: string;
  evening: string;
  plays: boolean;
  /** The own table of a round by its name; undefined as long as it is not known. */
  tableOf: (round: number) => string | undefined;
}

const PLACES: Readonly<Record<Exclude<NowAction, 'table'>, string>> = {
  'whom-to-meet': 'suggestions',
  scan: 'scan',
  ask: 'panel',
  draw: 'draw',
  contacts: 'contacts',
};

/**
 * What goes on now, and the one thing to do about it, as the big screen moves on (S33). Nothing before a host has shown
 * anything. Without network it stays where it is, so that nothing jumps under a thumb, and says that it is the last news.
 */
export function NowCard(props: NowCardProps) {
  const now = useStageNow(props.evening);
  const { away } = useReach();
  if (!now || now.version === 0 || !now.isRunning) return null;
  return (
    <TextsProvider bundle="now">
      <Told {...props} now={now} away={away} />
    </TextsProvider>
  );
}

interface ToldProps extends NowCardProps {
  now: StageNow;
  away: boolean;
}

function Told({ now, away, registration, evening, plays, tableOf }: ToldProps) {
  const text = useText();
  const { scene, block } = now;
  const { action, phoneMayRest } = whatNow(scene, block, plays);
  const round = scene.scene === 'seating' ? scene.round : 0;
  const title = text(away ? 'whatNow.lastTitle' : 'whatNow.title');
  const said =
    scene.scene === 'programme' && block
      ? text(`whatNow.part.${block}`)
      : text(`whatNow.scene.${scene.scene}`, { round });
  useTold(said);
  return (
    <Card jam={stageColour(evening)}>
      <section className={styles.now} aria-label={title}>
        <p className={styles.eyebrow}>{title}</p>
        <h2>{said}</h2>
        {action === 'table' ? <Table name={tableOf(round)} /> : null}
        {action === null || action === 'table' ? null : (
          <LinkButton wide href={`/me/${registration}/${PLACES[action]}`}>
            {text(`whatNow.action.${action}`)}
          </LinkButton>
        )}
        {phoneMayRest ? (
          <p className={styles.rest}>{text(action === null ? 'whatNow.rest' : 'whatNow.otherwiseRest')}</p>
        ) : null}
        <LinkButton look="quiet" href={`/me/${registration}/stage/${evening}`}>
          {text('whatNow.follow')}
        </LinkButton>
      </section>
    </Card>
  );
}

function Table({ name }: { name: string | undefined }) {
  const text = useText();
  return (
    <p className={styles.table}>
      {name === undefined ? text('whatNow.noTable') : text('whatNow.action.table', { table: name })}
    </p>
  );
}
