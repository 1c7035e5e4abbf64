/** Documents with versions, renditions, pages, fields and filing candidates. */
@NamedInterface("document")
@NullMarked
package io.liasse.store.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
