/** Tags on documents and cases, and marks for following up. */
@NamedInterface("tag")
@NullMarked
package io.liasse.store.tag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
