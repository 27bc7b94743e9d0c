import type { FetchQueryOptions, QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Reads what the server has now, for somebody who knows that it changed. A read that is under way may have begun before
 * the change, so its answer is waited for and then asked again; all who ask meanwhile share that one further read.
 */
export async function readAnew<Data, Key extends QueryKey>(
  client: QueryClient,
  query: FetchQueryOptions<Data, Error, Data, Key>,
): Promise<Data> {
  const { queryKey } = query;
  await client
    .getQueryCache()
    .find({ queryKey, exact: true })
    ?.promise?.catch(() => undefined);
  return client.fetchQuery({ ...query, staleTime: 0 });
}
