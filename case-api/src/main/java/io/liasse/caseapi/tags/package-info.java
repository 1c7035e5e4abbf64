/** Tags and marks: managed, put on documents and cases, looked through. */
@NullMarked
package io.liasse.caseapi.tags;

import org.jspecify.annotations.NullMarked;
