/**
 * Reads a file: detects, unpacks, renders, recognises text, finds fields and makes renditions, all in child processes.
 * Enter at {@link io.liasse.capture.DocumentReader}. Knows nothing of cases, databases or Spring.
 */
@NullMarked
package io.liasse.capture;

import org.jspecify.annotations.NullMarked;
