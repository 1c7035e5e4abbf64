/** What tells the case of a document, and what was decided on that ground. */
@NamedInterface("filing")
@NullMarked
package io.liasse.store.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
