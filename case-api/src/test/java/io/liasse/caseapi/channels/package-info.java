/** Tests of the whole way of a document, from each channel to the reader. */
@NullMarked
package io.liasse.caseapi.channels;

import org.jspecify.annotations.NullMarked;
