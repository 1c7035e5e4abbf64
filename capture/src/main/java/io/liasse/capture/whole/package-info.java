/**
 * What only the whole document tells: its date, who sent it, and whether the code or the data of an invoice says what its
 * pages print. Enter at {@link io.liasse.capture.whole.Whole}.
 */
@NullMarked
package io.liasse.capture.whole;

import org.jspecify.annotations.NullMarked;
