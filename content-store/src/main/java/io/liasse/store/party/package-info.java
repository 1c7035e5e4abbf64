/** People and organisations with the identifiers by which they are known. */
@NamedInterface("party")
@NullMarked
package io.liasse.store.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
