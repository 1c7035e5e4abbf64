/**
 * Filing: which case a document belongs to, and why. {@link io.liasse.routes.filing.Filing} gathers clues, judges them and
 * either files the document or asks a clerk, with the candidates and their evidence.
 * {@link io.liasse.routes.filing.FilingTrial} says what other rules would make of documents decided before.
 */
@NamedInterface("filing")
@NullMarked
package io.liasse.routes.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
