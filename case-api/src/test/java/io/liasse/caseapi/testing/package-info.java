/**
 * The whole program, started once for all tests of this module, with what a test needs to talk to it. Extend
 * {@link io.liasse.caseapi.testing.RunningLiasse}.
 */
@NullMarked
package io.liasse.caseapi.testing;

import org.jspecify.annotations.NullMarked;
