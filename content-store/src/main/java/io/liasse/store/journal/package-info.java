/** The one append-only record: audit trail, timeline, outbox and proof. */
@NamedInterface("journal")
@NullMarked
package io.liasse.store.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
