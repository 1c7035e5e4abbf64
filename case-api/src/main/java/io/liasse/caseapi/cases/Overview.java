package io.liasse.caseapi.cases;

import io.liasse.store.awaited.Awaited;
import io.liasse.store.casefile.CaseLink;
import io.liasse.store.casefile.Grant;
import io.liasse.store.casefile.Participant;
import io.liasse.store.consent.Consent;
import io.liasse.store.cost.CostTotals;
import io.liasse.store.plan.Goal;
import io.liasse.store.task.Task;
import java.util.List;
import java.util.Optional;

/** The 360° view of a case: what needs attention, what is to be reached, what came last and is awaited, what people consent to, what it costs, what other cases it has to do with, who takes part, who may see it. */
record Overview(
        List<Attention> attention,
        List<DocumentCard> documents,
        List<Awaited> awaited,
        List<Goal> goals,
        List<Task> tasks,
        List<Consent> consents,
        CostTotals costs,
        List<CaseLink> links,
        List<Participant> participants,
        List<Grant> grants,
        List<TimelineEntry> happened) {
    Overview {
        attention = List.copyOf(attention);
        documents = List.copyOf(documents);
        awaited = List.copyOf(awaited);
        goals = List.copyOf(goals);
        tasks = List.copyOf(tasks);
        consents = List.copyOf(consents);
        links = List.copyOf(links);
        participants = List.copyOf(participants);
        grants = List.copyOf(grants);
        happened = List.copyOf(happened);
    }

    /** The person or organisation the case is for. */
    public Optional<Participant> client() {
        return participants.stream()
                .filter(each -> each.role().equals("client"))
                .findFirst();
    }

    /** Everybody but the client shown first. */
    public List<Participant> network() {
        return participants.stream()
                .filter(each -> client().filter(each::equals).isEmpty())
                .toList();
    }
}
