/** Search for people and programs. */
@NullMarked
package io.liasse.caseapi.searching;

import org.jspecify.annotations.NullMarked;
