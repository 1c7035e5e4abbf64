/** The first page after signing in: what is mine, what waits, what came in. */
@NullMarked
package io.liasse.caseapi.today;

import org.jspecify.annotations.NullMarked;
