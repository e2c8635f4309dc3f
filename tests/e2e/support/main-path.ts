/** What the person writes wherever a test needs a practice. */
export const DID = 'Ik maakte voor elke zaak een map. Zo vindt iedereen alles terug.';
/** What the person adds to a page of the wiki. */
export const CHANGE = 'Elke zaak krijgt een eigen map.';

/** A lease of 45 s, an alarm that the browser may round up, and the sending itself. */
export const LOST_ANSWER_WITHIN_MS = 150_000;
/** DESIGN §2: no keystroke stays unsaved longer. */
export const SAVED_WITHIN_MS = 500;
