/** Measures the whole program from outside, each figure beside the limit of the machine taken in the same run. */
@NullMarked
package io.liasse.bench;

import org.jspecify.annotations.NullMarked;
