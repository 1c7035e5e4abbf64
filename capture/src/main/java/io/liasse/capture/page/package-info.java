/** Reads one page, in a child: its picture, which way up it is, its text, its words and its barcodes. */
@NullMarked
package io.liasse.capture.page;

import org.jspecify.annotations.NullMarked;
