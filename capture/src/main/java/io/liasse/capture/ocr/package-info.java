/** Tesseract and Leptonica, called natively in a child: one reused handle per language, the language found from a sample. */
@NullMarked
package io.liasse.capture.ocr;

import org.jspecify.annotations.NullMarked;
