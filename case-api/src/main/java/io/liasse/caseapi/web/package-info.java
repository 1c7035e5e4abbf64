/** What all REST answers have in common: problems, lists, entity tags, byte ranges, idempotent posts. */
@NullMarked
package io.liasse.caseapi.web;

import org.jspecify.annotations.NullMarked;
