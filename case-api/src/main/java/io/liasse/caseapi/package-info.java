/** People and programs: REST, screens and security over the rooms below. Feature packages hold controller, pages and forms. */
@NullMarked
package io.liasse.caseapi;

import org.jspecify.annotations.NullMarked;
