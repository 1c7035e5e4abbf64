package io.liasse.caseapi.documents;

import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cases a person may choose when filing, looked up by reference, title, people and their numbers. Thread-safe. */
@Component
public final class CaseChoices {
    private static final int MOST = 8;

    private final CaseFiles cases;

    CaseChoices(CaseFiles cases) {
        this.cases = cases;
    }

    /** A case to choose. */
    public record Choice(String reference, String title, String phase) {
        static Choice of(CaseFile each) {
            return new Choice(each.reference().toString(), each.title(), each.phase());
        }
    }

    /** At most eight; none for no text. */
    public List<Choice> matching(@Nullable String text, Viewer viewer) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        return cases.fileable(text.strip(), viewer, MOST).stream()
                .map(Choice::of)
                .toList();
    }
}
