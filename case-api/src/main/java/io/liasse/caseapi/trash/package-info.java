/** The trash: what people threw away, until it is restored or removed for good. */
@NullMarked
package io.liasse.caseapi.trash;

import org.jspecify.annotations.NullMarked;
