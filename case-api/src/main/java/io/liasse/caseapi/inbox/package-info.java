/** The inbox: documents that wait for a person's decision, their page beside the form. */
@NullMarked
package io.liasse.caseapi.inbox;

import org.jspecify.annotations.NullMarked;
