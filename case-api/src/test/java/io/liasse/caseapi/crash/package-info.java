/** Kills the whole program at random moments while documents pour in, and accounts for each one. */
@NullMarked
package io.liasse.caseapi.crash;

import org.jspecify.annotations.NullMarked;
