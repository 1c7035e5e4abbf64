/** Cases and the people in them: lists, the 360° view, participants, rights, notes. */
@NullMarked
package io.liasse.caseapi.cases;

import org.jspecify.annotations.NullMarked;
