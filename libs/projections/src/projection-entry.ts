import type { Projection } from './projection';
import type { ProjectionFile } from './projection-file';
import type { ForeignHistory } from './projections';

/** A projection with the file that answers and the one that is being filled. */
export interface Entry {
  readonly projection: Projection;
  live?: ProjectionFile;
  build?: ProjectionFile;
  foreign?: ForeignHistory;
  skips: ReadonlySet<string>;
  rebuilt: { readonly resolve: () => void; readonly reject: (error: Error) => void }[];
}
