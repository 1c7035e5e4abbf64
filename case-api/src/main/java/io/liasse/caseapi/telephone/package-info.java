/** Telephone notes: documents that people write in the program itself, in a case or for the inbox. */
@NullMarked
package io.liasse.caseapi.telephone;

import org.jspecify.annotations.NullMarked;
