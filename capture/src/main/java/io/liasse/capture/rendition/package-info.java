/** Makes what is derived from a file: searchable PDF, ALTO, text, and PDF pages for files that have none. */
@NullMarked
package io.liasse.capture.rendition;

import org.jspecify.annotations.NullMarked;
