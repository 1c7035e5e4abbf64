/**
 * Finds values in the words of a page: identifiers with check digits, dates, amounts, telephone numbers and what stands
 * beside a known label. Enter at {@link io.liasse.capture.field.FieldFinder}.
 */
@NullMarked
package io.liasse.capture.field;

import org.jspecify.annotations.NullMarked;
