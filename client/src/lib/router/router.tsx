import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useTransition,
} from 'react';

interface Place {
  readonly pathname: string;
  readonly hash: string;
}
/** Goes to an address of ours; `replace` leaves no way back to this one. */
export type Navigate = (to: string, options?: { readonly replace?: boolean }) => void;

const PlaceContext = createContext<Place | undefined>(undefined);
const ArrivingContext = createContext(false);
const NavigateContext = createContext<Navigate | undefined>(undefined);

/**
 * Where the reader is and the way elsewhere; stands once around the application. Every change of place is a transition:
 * the page that is open stays until the next one has what it shows.
 */
export function Router({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState(currentPlace);
  const [isArriving, startArriving] = useTransition();
  const arrive = useCallback(() => startArriving(() => setPlace(currentPlace())), []);
  useEffect(() => {
    addEventListener('popstate', arrive);
    return () => removeEventListener('popstate', arrive);
  }, [arrive]);
  const navigate = useCallback<Navigate>(
    (to, { replace = false } = {}) => {
      if (replace) history.replaceState(null, '', to);
      else history.pushState(null, '', to);
      arrive();
    },
    [arrive],
  );
  return (
    <NavigateContext value={navigate}>
      <ArrivingContext value={isArriving}>
        <PlaceContext value={place}>{children}</PlaceContext>
      </ArrivingContext>
    </NavigateContext>
  );
}

function currentPlace(): Place {
  const { pathname, hash } = location;
  return { pathname, hash };
}

export function useLocation(): Place {
  const place = useContext(PlaceContext);
  if (!place) throw new Error('useLocation stands inside a Router');
  return place;
}

/** Whether the next page is on its way, while the one before it still stands. */
export function useArriving(): boolean {
  return useContext(ArrivingContext);
}

export function useNavigate(): Navigate {
  const navigate = useContext(NavigateContext);
  if (!navigate) throw new Error('useNavigate stands inside a Router');
  return navigate;
}

/** Shows nothing and goes on, without a way back to here. */
export function Redirect({ to }: { to: string }) {
  const navigate = useNavigate();
  useEffect(() => navigate(to, { replace: true }), [navigate, to]);
  return null;
}
