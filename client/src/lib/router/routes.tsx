import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import { matchPath, type Params } from './match-path.js';
import { useLocation } from './router.js';

type Frame = ComponentType<{ children: ReactNode }>;

export interface Route {
  /** `/me/:registration/met`, as `matchPath` reads it. */
  readonly path: string;
  readonly Screen: ComponentType;
  /** What stands around the screen, outermost first; it stays when the next address has it too. */
  readonly frames?: readonly Frame[];
}

const ParamsContext = createContext<Params>({});

/** The screen of this address inside its frames: the first route that has its shape. */
export function Routes({ routes }: { routes: readonly Route[] }) {
  const { pathname } = useLocation();
  for (const { path, Screen, frames = [] } of routes) {
    const params = matchPath(path, pathname);
    if (!params) continue;
    const framed = frames.reduceRight<ReactNode>((inside, Frame) => <Frame>{inside}</Frame>, <Screen />);
    return <ParamsContext value={params}>{framed}</ParamsContext>;
  }
  return null;
}

/** `const { evening = '' } = useParams();` the values of the route's `:names`. */
export function useParams(): Params {
  return useContext(ParamsContext);
}
