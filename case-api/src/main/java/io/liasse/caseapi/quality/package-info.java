/** How well the program files: the weekly sample put before people, and the panel of figures. */
@NullMarked
package io.liasse.caseapi.quality;

import org.jspecify.annotations.NullMarked;
