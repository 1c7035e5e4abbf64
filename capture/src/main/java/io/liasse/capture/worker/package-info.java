/**
 * The child processes that do the reading, and the fair line before them. {@link io.liasse.capture.worker.Children} is
 * the pool in the server's process; {@link io.liasse.capture.worker.ReadingChild} is the main class of a child. They talk
 * in length-framed JSON over the child's standard input and output.
 */
@NullMarked
package io.liasse.capture.worker;

import org.jspecify.annotations.NullMarked;
