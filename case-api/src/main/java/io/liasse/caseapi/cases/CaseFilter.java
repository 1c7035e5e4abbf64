package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.Address;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseQuery;
import io.liasse.store.casefile.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * What the list of cases is narrowed to; empty means any. {@code manager} is a username, {@code mine} the viewer's own.
 */
record CaseFilter(
        @Nullable String text,
        @Nullable String type,
        @Nullable String phase,
        @Nullable CaseState state,
        @Nullable String manager,
        @Nullable Boolean mine) {

    public boolean isEmpty() {
        return text == null && type == null && phase == null && state == null && manager == null && !isMine();
    }

    public boolean isMine() {
        return Boolean.TRUE.equals(mine);
    }

    CaseQuery query(@Nullable UserId managedBy, Viewer viewer) {
        return new CaseQuery(text, type, phase, state, isMine() ? viewer.user() : managedBy, null);
    }

    /** The address of the list so narrowed, from {@code cursor} on. */
    String url(@Nullable String cursor) {
        return Address.of("/cases")
                .with("text", text)
                .with("type", type)
                .with("phase", phase)
                .with("state", state)
                .with("manager", manager)
                .with("mine", isMine() ? true : null)
                .with("cursor", cursor)
                .toString();
    }
}
