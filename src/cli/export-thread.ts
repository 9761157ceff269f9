// The thread that writes rows of an export beside `sharedRows`.
import { serve } from '../jobs/in-turn-thread.ts';
import { exportPieces } from './export-shares.ts';

serve(exportPieces);
