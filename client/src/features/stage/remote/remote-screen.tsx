import { isSameScene, nextScene, sceneKey, scenesAside } from '@hillo/domain/stage';
import { useReach } from '../../../lib/offline/use-reach.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { StatusLine } from '../../../ui/feedback/status-line.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { type Scene, type Stage, useStage } from '../api.js';
import { type Drive, useDrive } from '../use-drive.js';
import { useTold } from '../use-told.js';
import { useSceneName } from './use-scene-name.js';
import styles from './remote.module.css';

/** The host's hand on the big screen: what is shown, what comes next, and everything that can be shown. */
export function RemoteScreen() {
  const text = useText();
  const { evening = '' } = useParams();
  const { stage } = useStage(evening, 'panel-desk');
  const drive = useDrive(evening, stage);
  const { away } = useReach();
  const nameOf = useSceneName(stage);
  usePage(text('stageRemote.title'));
  useTold(text('stageRemote.told', { scene: nameOf(stage.scene) }));
  const next = nextScene({ sheet: stage.sheet, current: stage.scene, previous: stage.previous });
  const { previous } = stage;
  return (
    <div className={styles.remote}>
      <PageHeader title={text('stageRemote.title')}>
        <Lead>{text('stageRemote.lead')}</Lead>
      </PageHeader>
      {away ? <StatusLine sign="warning" words={text('stageRemote.away')} /> : null}
      <FormFailure words={drive.failure === undefined ? undefined : problemText(text, drive.failure)} />
      <Current stage={stage} name={nameOf(stage.scene)} />
      <Scenes stage={stage} drive={drive} nameOf={nameOf} />
      <Disclosure summary={text('stageRemote.open')}>
        <p>{text('stageRemote.openHint')}</p>
        <LinkButton look="secondary" href={`/stage/${evening}`} target="_blank">
          {text('stageRemote.open')}
        </LinkButton>
      </Disclosure>
      <div className={styles.bar}>
        {previous ? (
          <Button look="quiet" busy={drive.busy} onClick={() => void drive.show(previous)}>
            {text('stageRemote.undo', { scene: nameOf(previous) })}
          </Button>
        ) : null}
        {next ? (
          <button
            type="button"
            className={styles.next}
            aria-disabled={drive.busy || undefined}
            onClick={() => void drive.show(next)}
          >
            <span>{text('stageRemote.next')}</span>
            <b>{nameOf(next)}</b>
          </button>
        ) : (
          <p className={styles.end}>{text('stageRemote.end')}</p>
        )}
      </div>
    </div>
  );
}

function Current({ stage, name }: { stage: Stage; name: string }) {
  const text = useText();
  const dates = useDates();
  return (
    <section className={styles.current} aria-labelledby="stage-current">
      <h2 id="stage-current">{text('stageRemote.current')}</h2>
      <p className={styles.name}>{name}</p>
      {stage.shownAt === null ? null : (
        <p>{text('stageRemote.since', { time: dates.write(stage.shownAt, 'time') })}</p>
      )}
    </section>
  );
}

interface ScenesProps {
  stage: Stage;
  drive: Drive;
  nameOf: (scene: Scene) => string;
}

function Scenes({ stage, drive, nameOf }: ScenesProps) {
  const text = useText();
  const scenes = [...stage.sheet, ...scenesAside(stage.sheet)];
  return (
    <section aria-labelledby="stage-scenes">
      <h2 id="stage-scenes">{text('stageRemote.all')}</h2>
      <ol className={styles.scenes}>
        {scenes.map((scene) => {
          const isShown = isSameScene(scene, stage.scene);
          const kind = text(`stage.scene.${scene.scene}`);
          const name = nameOf(scene);
          return (
            <li key={sceneKey(scene)}>
              <button
                type="button"
                aria-current={isShown ? 'true' : undefined}
                aria-disabled={drive.busy || undefined}
                onClick={() => void drive.show(isShown ? null : scene)}
              >
                <span className={styles.sceneName}>{name}</span>
                {name === kind ? null : <span className={styles.kind}>{kind}</span>}
                {isShown ? <span className={styles.shown}>{text('stageRemote.shown')}</span> : null}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
