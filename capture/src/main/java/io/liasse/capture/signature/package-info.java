/** Checks the signatures of signed files: whether they hold, who signed, and whether that is someone known. */
@NullMarked
package io.liasse.capture.signature;

import org.jspecify.annotations.NullMarked;
