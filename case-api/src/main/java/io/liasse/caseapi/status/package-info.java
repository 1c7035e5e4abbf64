/** How the program does: its channels and its index. */
@NullMarked
package io.liasse.caseapi.status;

import org.jspecify.annotations.NullMarked;
