package io.liasse.caseapi.cases;

import io.liasse.store.casefile.CaseFile;
import org.jspecify.annotations.Nullable;

/** One line of the list of cases. */
record CaseRow(CaseFile file, @Nullable String manager) {}
