/**
 * What is filled into forms: the fields of PDF forms ({@link io.liasse.capture.form.PdfForm}) and the zones and boxes of
 * paper forms that are defined ({@link io.liasse.capture.form.PaperReading}).
 */
@NullMarked
package io.liasse.capture.form;

import org.jspecify.annotations.NullMarked;
