/** The demonstration: a client that opens cases and sends real documents through folder, mail and REST. */
@NullMarked
package io.liasse.demo;

import org.jspecify.annotations.NullMarked;
