/** The same change to many documents. */
@NullMarked
package io.liasse.caseapi.bulk;

import org.jspecify.annotations.NullMarked;
