/** Files of every kind, each accounted for. */
@NullMarked
package io.liasse.capture.format;

import org.jspecify.annotations.NullMarked;
