/**
 * Where, in a stack scanned without sheets between its documents, another document may begin, and why. Enter at {@link
 * io.liasse.capture.boundary.Boundaries}; the words it knows are in {@code boundaries.json}.
 */
@NullMarked
@NamedInterface("boundary")
package io.liasse.capture.boundary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
