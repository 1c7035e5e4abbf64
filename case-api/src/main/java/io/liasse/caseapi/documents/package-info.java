/** Documents for people and programs: hand in, look at, read as text, file again. */
@NullMarked
package io.liasse.caseapi.documents;

import org.jspecify.annotations.NullMarked;
