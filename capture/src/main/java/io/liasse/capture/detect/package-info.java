/** The first look at a file, in a child: what it is, how many pages it has, what it says about itself. */
@NullMarked
package io.liasse.capture.detect;

import org.jspecify.annotations.NullMarked;
