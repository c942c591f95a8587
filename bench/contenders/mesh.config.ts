import { defineConfig } from '@graphql-mesh/compose-cli';
import { loadOpenAPISubgraph } from '@omnigraph/openapi';

/** Moov's description becomes a supergraph, which Hive Gateway serves. */
export const composeConfig = defineConfig({
  subgraphs: [
    {
      sourceHandler: loadOpenAPISubgraph('moov', {
        source: process.env['MOOV_DESCRIPTION'] ?? '',
        endpoint: process.env['MOOV_API_URL'] ?? '',
        operationHeaders: {
          authorization: process.env['MOOV_AUTHORIZATION'] ?? '',
        },
      }),
    },
  ],
});
