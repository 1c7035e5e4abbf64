/** What people have to do, for people, programs and calendars. */
@NullMarked
package io.liasse.caseapi.casework.task;

import org.jspecify.annotations.NullMarked;
