import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useLocation } from '../../../../lib/router/router.js';
import { useText } from '../../../../lib/texts/texts.js';
import styles from './pages-list.module.css';

/** When a page of an evening is needed; `always` stands above the rest without a heading. */
export const EVENING_PARTS = ['always', 'before', 'during', 'after'] as const;
export type EveningPart = (typeof EVENING_PARTS)[number];

export interface EveningPagesPart {
  readonly when: EveningPart;
  /** `path` is the last part of the address; empty for the first page. */
  readonly pages: readonly { readonly path: string; readonly label: string }[];
}

/** The pages of one evening: a list at the side; on a narrow screen a button says where one is and opens the list. */
export function PagesList({ base, parts }: { base: string; parts: readonly EveningPagesPart[] }) {
  const text = useText();
  const { pathname } = useLocation();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  // Open on this page only: going to another closes it.
  const [openAt, setOpenAt] = useState<string>();
  const isOpen = openAt === pathname;
  const hrefOf = (path: string) => (path === '' ? base : `${base}/${path}`);
  const current = parts.flatMap(({ pages }) => pages).find(({ path }) => hrefOf(path) === pathname);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !isOpen) return;
    setOpenAt(undefined);
    button.current?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes from anywhere inside
    <nav aria-label={text('planning.tabs.label')} className={styles.nav} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        onClick={() => setOpenAt(isOpen ? undefined : pathname)}
      >
        <span className={styles.where}>
          {current ? `${text('planning.tabs.page')}: ` : text('planning.tabs.label')}
          {current ? <strong>{current.label}</strong> : null}
        </span>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={styles.arrow}>
          <path d="M3 6l5 5 5-5" fill="none" stroke="currentColor" strokeWidth="2.5" />
        </svg>
      </button>
      <div id={`${id}-list`} className={styles.parts} data-open={isOpen}>
        {parts.map(({ when, pages }) => (
          <div key={when}>
            {when === 'always' ? null : (
              <p id={`${id}-${when}`} className={styles.when}>
                {text(`planning.tabs.${when}`)}
              </p>
            )}
            <ul aria-labelledby={when === 'always' ? undefined : `${id}-${when}`} className={styles.list}>
              {pages.map(({ path, label }) => (
                <li key={path}>
                  <a href={hrefOf(path)} aria-current={hrefOf(path) === pathname ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
