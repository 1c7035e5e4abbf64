package io.liasse.caseapi.cases;

import io.liasse.store.NotFound;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseTypes;
import io.liasse.store.casefile.CaseTypes.CaseType;
import io.liasse.store.casefile.Participant;
import io.liasse.store.document.Documents;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.tag.Tags;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what stands above every page of a case the viewer may see. Thread-safe. */
@Component
public final class CaseHeads {
    private static final Set<Action> PHASES = Set.of(Action.CASE_CHANGED);

    private final CaseFiles cases;
    private final CaseTypes types;
    private final Documents documents;
    private final Journal journal;
    private final AccessPolicy policy;
    private final CaseNaming naming;
    private final UserNames names;
    private final Tags tags;

    CaseHeads(
            CaseFiles cases,
            CaseTypes types,
            Documents documents,
            Journal journal,
            AccessPolicy policy,
            CaseNaming naming,
            UserNames names,
            Tags tags) {
        this.cases = cases;
        this.types = types;
        this.documents = documents;
        this.journal = journal;
        this.policy = policy;
        this.naming = naming;
        this.names = names;
        this.tags = tags;
    }

    public CaseHead of(String reference, Viewer viewer) {
        CaseFile file = naming.caseNamed(reference, viewer);
        CaseRight right = policy.rightOn(viewer, file.id()).orElseThrow(() -> new NotFound("case"));
        return new CaseHead(
                file,
                nameOf(file),
                right,
                PhaseStep.of(phases(file.type()), file.phase(), entered(file)),
                documents.countOf(file.id()),
                present(file, viewer),
                tags.of(file.id()));
    }

    List<String> phases(String type) {
        return types.all().stream()
                .filter(each -> each.key().equals(type))
                .findFirst()
                .map(CaseType::phases)
                .orElse(List.of());
    }

    private @Nullable String nameOf(CaseFile file) {
        return file.manager() == null ? null : names.ofManagers(List.of(file)).get(file.manager());
    }

    private int present(CaseFile file, Viewer viewer) {
        return (int) cases.participants(file.id(), viewer).stream()
                .filter(Participant::present)
                .map(Participant::party)
                .distinct()
                .count();
    }

    /** When the case last entered each phase, as its journal says. */
    private Map<String, Instant> entered(CaseFile file) {
        Map<String, Instant> entered = new HashMap<>();
        PageRequest newest = PageRequest.first(PageRequest.MOST);
        for (JournalEntry entry : journal.ofCase(file.id(), PHASES, newest).items()) {
            String phase = entry.details().get("phase");
            if (phase != null) {
                entered.putIfAbsent(phase, entry.at());
            }
        }
        phases(file.type()).stream().findFirst().ifPresent(first -> entered.putIfAbsent(first, file.openedAt()));
        return entered;
    }
}
