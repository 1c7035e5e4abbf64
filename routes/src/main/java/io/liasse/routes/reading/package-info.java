/**
 * The reading line: a job per document, written in the transaction that received it, taken by several workers on several
 * nodes. {@link io.liasse.routes.reading.ReadingLine} lists the steps; each is a class here.
 */
@NullMarked
package io.liasse.routes.reading;

import org.jspecify.annotations.NullMarked;
