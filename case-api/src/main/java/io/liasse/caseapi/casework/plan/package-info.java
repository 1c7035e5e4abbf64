/** Goals, measures and the agreed versions of the plan, for people and programs. */
@NullMarked
package io.liasse.caseapi.casework.plan;

import org.jspecify.annotations.NullMarked;
