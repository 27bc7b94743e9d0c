// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { matchPath } from './match-path.js';
import { Redirect, Router, useArriving, useLocation, useNavigate } from './router.js';
import { type Route, Routes, useParams } from './routes.js';

describe('matchPath', () => {
  it.each([
    ['/', '/', {}],
    ['/me/:registration', '/me/7', { registration: '7' }],
    ['/me/:registration', '/me/7/', { registration: '7' }],
    ['/me/:registration/met/:encounter', '/ME/7/Met/8', { registration: '7', encounter: '8' }],
    ['/e/:slug', '/e/kev%C3%A4t%20illalla', { slug: 'kevät illalla' }],
    ['/e/:slug', '/e/%E4', { slug: '%E4' }],
    ['/door/:evening/*', '/door/7', { evening: '7' }],
    ['/door/:evening/*', '/door/7/people/x', { evening: '7' }],
    ['*', '/anything/at/all', {}],
  ])('%s takes %s', (pattern, pathname, params) => expect(matchPath(pattern, pathname)).toEqual(params));

  it.each([
    ['/', '/me'],
    ['/me/:registration', '/me'],
    ['/me/:registration', '/me/7/scan'],
    ['/me/:registration/met', '/me/7/scan'],
    ['/door/:evening/*', '/door'],
  ])('%s does not take %s', (pattern, pathname) => expect(matchPath(pattern, pathname)).toBeUndefined());
});

describe('Router', () => {
  beforeEach(() => history.replaceState(null, '', '/a/1'));
  afterEach(cleanup);

  let bring: (module: { default: () => ReactNode }) => void = () => undefined;
  const Late = lazy(() => new Promise<{ default: () => ReactNode }>((resolve) => (bring = resolve)));

  function Place({ name }: { name: string }) {
    const { id } = useParams();
    const navigate = useNavigate();
    return (
      <>
        <h1>{`${name} ${id}`}</h1>
        <p>{useLocation().pathname + useLocation().hash}</p>
        {useArriving() ? <output>the next one is on its way</output> : null}
        {['/a/2#here', '/b/3', '/late', '/old'].map((to) => (
          <button key={to} onClick={() => navigate(to)}>
            {to}
          </button>
        ))}
        <button onClick={() => navigate('/b/9', { replace: true })}>replace</button>
      </>
    );
  }
  let drawn = 0;
  function Frame({ children }: { children: ReactNode }) {
    const [number] = useState(() => (drawn += 1));
    return <section aria-label={`frame ${number}`}>{children}</section>;
  }
  const routes: readonly Route[] = [
    { path: '/a/:id', frames: [Frame], Screen: () => <Place name="a" /> },
    { path: '/b/:id', frames: [Frame], Screen: () => <Place name="b" /> },
    { path: '/late', Screen: Late },
    { path: '/old', Screen: () => <Redirect to="/b/4" /> },
    { path: '*', Screen: () => <h1>not found</h1> },
  ];
  function open() {
    render(
      <Router>
        <Suspense fallback={<h1>waiting</h1>}>
          <Routes routes={routes} />
        </Suspense>
      </Router>,
    );
  }
  const heading = () => screen.getByRole('heading').textContent;
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  const back = () =>
    act(async () => {
      const arrived = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
      history.back();
      await arrived;
    });

  it('shows the screen of the address, and of every next one', async () => {
    open();
    expect(heading()).toBe('a 1');
    press('/a/2#here');
    expect(heading()).toBe('a 2');
    expect(screen.getByText('/a/2#here', { selector: 'p' })).toBeDefined();
    press('/b/3');
    expect(location.pathname).toBe('/b/3');
    await back();
    expect(heading()).toBe('a 2');
  });

  it('keeps a frame that the next screen has too', () => {
    open();
    const before = screen.getByRole('region').getAttribute('aria-label');
    press('/b/3');
    expect(heading()).toBe('b 3');
    expect(screen.getByRole('region').getAttribute('aria-label')).toBe(before);
  });

  it('leaves no way back to what was replaced, and none to a redirect', async () => {
    open();
    press('/a/2#here');
    press('replace');
    expect(heading()).toBe('b 9');
    await back();
    expect(heading()).toBe('a 1');
    press('/old');
    expect(heading()).toBe('b 4');
    await back();
    expect(heading()).toBe('a 1');
  });

  it('keeps the open page until the next one is there', async () => {
    open();
    press('/late');
    expect(location.pathname).toBe('/late');
    expect(heading()).toBe('a 1');
    expect(screen.getByRole('status').textContent).toBe('the next one is on its way');
    await act(async () => bring({ default: () => <h1>late</h1> }));
    expect(heading()).toBe('late');
  });

  it('takes the first route that has the shape', () => {
    history.replaceState(null, '', '/nowhere');
    open();
    expect(heading()).toBe('not found');
  });
});
