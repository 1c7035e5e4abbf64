package io.liasse.store.casefile;

import io.liasse.store.access.CaseRight;
import io.liasse.store.access.UserId;

/** A right that a user holds on a case. */
public record Grant(CaseId caseId, UserId user, String displayName, CaseRight right) {}
