/** Correcting the text of a page: page by page, or word by word on the picture; screens and REST. */
@NullMarked
package io.liasse.caseapi.correction;

import org.jspecify.annotations.NullMarked;
