// The thread that writes rows of an export beside `sharedCsv`.
import { serve } from '../jobs/in-turn-thread.ts';
import { exportPieces } from './export-shares.ts';

serve(exportPieces);
