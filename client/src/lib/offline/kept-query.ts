import type { QueryFunctionContext } from '@tanstack/react-query';
import { isProblem } from '../http/problem-error.js';
import type { KeptScope } from './kept-reads.js';

/**
 * For `queryOptions`: an answer is kept on this phone, and is what a page without network opens with. What is on the page
 * already is newer than what was kept, so a later failure changes nothing.
 */
export function keptQuery<Data>(
  kept: KeptScope,
  read: (context: Pick<QueryFunctionContext, 'signal'>) => Promise<Data>,
) {
  return {
    meta: { kept },
    queryFn: async ({ signal, client, queryKey }: QueryFunctionContext): Promise<Data> => {
      try {
        return await read({ signal });
      } catch (error) {
        const isAway = isProblem(error, 'network-failure') || (isProblem(error) && error.status >= 502);
        if (!isAway || client.getQueryData(queryKey) !== undefined) throw error;
        const { lastAnswer } = await import('./kept-reads.js');
        const last = await lastAnswer({ kept }, queryKey);
        if (last === undefined) throw error;
        return last as Data;
      }
    },
  };
}
