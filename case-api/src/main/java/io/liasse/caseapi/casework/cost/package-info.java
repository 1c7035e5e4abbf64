/** Time and costs of cases on the screen and by REST. */
@NullMarked
package io.liasse.caseapi.casework.cost;

import org.jspecify.annotations.NullMarked;
