/** Tests of what stands around the program: containers and configuration. */
@NullMarked
package io.liasse.caseapi.operation;

import org.jspecify.annotations.NullMarked;
