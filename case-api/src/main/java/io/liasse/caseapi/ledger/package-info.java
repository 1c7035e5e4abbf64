/** The intake ledger: what was received, what became of it, and the daily statement that nothing is missing. */
@NullMarked
package io.liasse.caseapi.ledger;

import org.jspecify.annotations.NullMarked;
