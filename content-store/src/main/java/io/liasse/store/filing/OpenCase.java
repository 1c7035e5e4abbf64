package io.liasse.store.filing;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;

/** An open case, as filing needs it. */
public record OpenCase(CaseId id, CaseReference reference, String title) {}
