/** Takes the files inside a file out, one level deep, under generated names and within limits. */
@NullMarked
package io.liasse.capture.unpack;

import org.jspecify.annotations.NullMarked;
