package io.liasse.caseapi.cases;

import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.awaited.Awaited;
import io.liasse.store.awaited.AwaitedDocuments;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.NewCase;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.party.Parties;
import io.liasse.store.party.PartyId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens cases, adds participants and what is awaited from forms, a new party with it or neither. Thread-safe. */
@Component
public final class CaseOpening {
    private static final String CLIENT = "client";

    private final CaseFiles cases;
    private final Parties parties;
    private final AwaitedDocuments awaited;
    private final CaseNaming naming;
    private final TransactionTemplate transaction;

    CaseOpening(
            CaseFiles cases,
            Parties parties,
            AwaitedDocuments awaited,
            CaseNaming naming,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.parties = parties;
        this.awaited = awaited;
        this.naming = naming;
        this.transaction = transaction;
    }

    public CaseFile open(OpenCaseForm form, Viewer by) {
        return Objects.requireNonNull(transaction.execute(status -> cases.open(newCase(form, by), by)));
    }

    void add(CaseId caseId, PartyChoice choice, String role, Viewer by) {
        transaction.executeWithoutResult(status -> {
            PartyId party = party(choice, by).orElseThrow(() -> new InvalidInput("party", "must be chosen"));
            cases.addParticipant(caseId, new NewParticipant(party, role), by);
        });
    }

    Awaited await(CaseId caseId, AwaitedForm form, Viewer by) {
        return Objects.requireNonNull(transaction.execute(status ->
                awaited.add(caseId, form.awaited(party(form.chosen(), by).orElse(null)), by)));
    }

    private NewCase newCase(OpenCaseForm form, Viewer by) {
        List<NewParticipant> participants = party(form.client(), by).stream()
                .map(party -> new NewParticipant(party, CLIENT))
                .toList();
        return new NewCase(
                Objects.requireNonNull(form.type()),
                Objects.requireNonNull(form.title()),
                form.isSealed(),
                naming.managerNamed(form.manager(), by),
                participants);
    }

    private Optional<PartyId> party(PartyChoice choice, Viewer by) {
        return choice.isNew() ? Optional.of(parties.create(choice.party(), by).id()) : choice.known();
    }
}
