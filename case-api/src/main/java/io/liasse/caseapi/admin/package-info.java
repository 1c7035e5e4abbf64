/** What administrators set up, and what everybody sets up for themselves: users, passwords, API tokens. */
@NullMarked
package io.liasse.caseapi.admin;

import org.jspecify.annotations.NullMarked;
