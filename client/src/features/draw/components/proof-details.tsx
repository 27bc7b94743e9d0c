import { useText } from '../../../lib/texts/texts.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import type { OwnDraw } from '../api.js';
import styles from './draw.module.css';

type Steps = Pick<OwnDraw, 'id' | 'number' | 'commit' | 'list' | 'publicNumber' | 'chainHead' | 'hasProof'>;

/** The signs by which anybody can check the draw, and the way to do it. */
export function ProofDetails({ draw, open = false }: { draw: Steps; open?: boolean }) {
  const text = useText();
  const signs = [
    ['commit', draw.commit],
    ['list', draw.list],
    ['publicNumber', draw.publicNumber],
    ['chain', draw.chainHead],
  ] as const;
  return (
    <Disclosure summary={text('draw.proof.title')} open={open}>
      <p>{text('draw.proof.text')}</p>
      <p>{text('draw.proof.number', { number: draw.number })}</p>
      <dl className={styles.signs}>
        {signs.map(([key, sign]) =>
          sign === null ? null : (
            <div key={key}>
              <dt>{text(`draw.proof.${key}`)}</dt>
              <dd>
                <code>{sign}</code>
              </dd>
            </div>
          ),
        )}
      </dl>
      {draw.hasProof ? (
        <ButtonRow>
          <LinkButton
            look="secondary"
            href={`/api/public/draws/${draw.id}/proof.json`}
            download={`proof-${draw.id}.json`}
          >
            {text('draw.proof.download')}
          </LinkButton>
          <LinkButton look="quiet" href="/verify">
            {text('draw.proof.page')}
          </LinkButton>
        </ButtonRow>
      ) : null}
    </Disclosure>
  );
}
