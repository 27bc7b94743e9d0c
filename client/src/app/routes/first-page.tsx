import { useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../features/accounts/api.js';
import { type Identity, pageOf } from '../../features/accounts/identities.js';
import { Redirect } from '../../lib/router/router.js';

/** Where an installed application begins: the page of who this browser may act as, or the front page. */
export function firstPage(isMine: (identity: Identity) => boolean) {
  return function FirstPage() {
    const own = useSuspenseQuery(sessionQuery).data.grants.find(isMine);
    return <Redirect to={own ? pageOf(own) : '/'} />;
  };
}
