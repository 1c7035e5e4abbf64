/** The work in a case, step by step of the standard: its goals and measures. */
@NullMarked
package io.liasse.caseapi.casework;

import org.jspecify.annotations.NullMarked;
