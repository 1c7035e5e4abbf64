package io.liasse.caseapi.cases;

import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseQuery;
import io.liasse.store.party.Parties;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up the parties a form may mean, and hints at those that are there already. Thread-safe. */
@Component
public final class PartyChoices {
    private static final int MOST = 8;
    private static final int MOST_CASES = 5;

    private final Parties parties;
    private final CaseFiles cases;

    PartyChoices(Parties parties, CaseFiles cases) {
        this.parties = parties;
        this.cases = cases;
    }

    /** Those that match what was looked for, the chosen one first. */
    public List<Party> matching(PartyChoice choice, Viewer viewer) {
        Map<PartyId, Party> found = new LinkedHashMap<>();
        Stream.concat(choice.known().flatMap(id -> parties.find(id, viewer)).stream(), looked(choice.look(), viewer))
                .forEach(party -> found.putIfAbsent(party.id(), party));
        return List.copyOf(found.values());
    }

    /** The chosen party, or known ones that may be the new one, the likeliest first. */
    public List<Duplicate> duplicates(PartyChoice choice, Viewer viewer) {
        if (choice.isNew()) {
            return choice.meant().stream()
                    .flatMap(meant -> parties.like(meant, viewer, MOST).stream())
                    .map(each -> new Duplicate(
                            each.party(), each.why(), casesOf(each.party().id(), viewer)))
                    .toList();
        }
        return choice.known().flatMap(id -> parties.find(id, viewer)).stream()
                .map(party -> new Duplicate(party, null, casesOf(party.id(), viewer)))
                .toList();
    }

    private List<CaseFile> casesOf(PartyId party, Viewer viewer) {
        CaseQuery query = new CaseQuery(null, null, null, null, null, party);
        return cases.page(query, viewer, PageRequest.first(MOST_CASES)).items().stream()
                .sorted(Comparator.comparing(CaseFile::state))
                .toList();
    }

    private Stream<Party> looked(@Nullable String text, Viewer viewer) {
        return text == null || text.strip().length() < 2
                ? Stream.empty()
                : parties.startingWith(text.strip(), viewer, MOST).stream();
    }
}
