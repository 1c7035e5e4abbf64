package io.liasse.routes.filing;

import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A valid case reference that speaks for a document, with where it was found; whether there is such a case is open. */
record Clue(
        CaseReference reference,
        EvidenceKind kind,
        @Nullable Integer page) {
    static Clue of(CaseReference reference, EvidenceKind kind) {
        return new Clue(reference, kind, null);
    }

    /** One clue for each reference in the text. */
    static List<Clue> in(String text, EvidenceKind kind) {
        return CaseReference.findAll(text).stream()
                .map(found -> of(found, kind))
                .toList();
    }

    Evidence evidence() {
        return new Evidence(kind.key(), reference.toString(), page);
    }
}
