package io.liasse.caseapi.inbox;

import io.liasse.store.document.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk does with a waiting document other than filing it.
 *
 * @param why name of a reason why it is not ours
 * @param text more of that
 * @param to username of the colleague to whom it is handed, with the {@code note}
 * @param version the one the clerk saw
 * @param next the document to show afterwards
 * @param cursor of the list page, which lists what {@code show} says
 */
record HandlingForm(
        @Nullable String why,
        @Nullable String text,
        @Nullable String to,
        @Nullable String note,
        @Nullable Long version,
        @Nullable DocumentId next,
        @Nullable String cursor,
        @Nullable String show) {}
