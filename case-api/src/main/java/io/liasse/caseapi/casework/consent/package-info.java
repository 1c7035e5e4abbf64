/** What people consent to in a case, and who was told what; screens and REST. */
@NullMarked
package io.liasse.caseapi.casework.consent;

import org.jspecify.annotations.NullMarked;
