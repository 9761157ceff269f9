// The thread that takes shares of a round's findings beside `roundShares`.
import { View } from '../../ledger/facts/view.ts';
import { serve } from '../in-turn-thread.ts';
import { type SharesAsked, sharesOf } from './round-shares.ts';

serve((db, asked: SharesAsked) => sharesOf(new View(db, asked.position, asked.reversedBy), asked));
