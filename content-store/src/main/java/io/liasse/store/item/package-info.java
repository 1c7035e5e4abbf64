/** The intake ledger: one line for everything received. */
@NamedInterface("item")
@NullMarked
package io.liasse.store.item;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
