package io.liasse.caseapi.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.caseapi.documents.DocumentLine;
import io.liasse.store.casefile.CaseLink;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.casefile.Participant;
import io.liasse.store.consent.Consent;
import io.liasse.store.cost.CostTotals;
import io.liasse.store.document.Document;
import io.liasse.store.plan.Goal;
import io.liasse.store.plan.GoalLevel;
import io.liasse.store.task.Task;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case at a glance.
 *
 * @param attention what a person should look at
 * @param goals the open ones of the plan, each followed by those under it
 * @param documents the latest
 * @param tasks the open ones, by the day they are due
 * @param links to other cases that the viewer may see
 * @param consents the last noted first
 * @param dates what happened or will happen to the case, by time
 */
record OverviewJson(
        @JsonProperty("case") CaseJson file,
        Phase phase,
        List<AttentionJson> attention,
        List<ParticipantJson> participants,
        List<GoalJson> goals,
        List<DocumentLine> documents,
        List<OpenTaskJson> tasks,
        List<ConsentJson> consents,
        List<CostJson> costs,
        List<LinkJson> links,
        List<DateJson> dates) {
    /** The present phase among all of the case type, in order. */
    record Phase(String key, List<String> all) {}

    /** A goal; {@code percent} says how far it is on the way from start to target, null when nothing was measured. */
    record GoalJson(
            UUID id,
            GoalLevel level,
            String what,
            @Nullable LocalDate dueOn,
            @Nullable Integer percent) {
        static GoalJson of(Goal goal) {
            OptionalInt percent = goal.percent();
            return new GoalJson(
                    goal.id().value(),
                    goal.level(),
                    goal.what(),
                    goal.dueOn(),
                    percent.isPresent() ? percent.getAsInt() : null);
        }
    }

    /** A task; {@code assignee} is the name of who is to do it. */
    record OpenTaskJson(
            UUID id,
            String what,
            @Nullable String assignee,
            @Nullable LocalDate dueOn) {
        static OpenTaskJson of(Task task) {
            Task.Assignee assignee = task.assignee();
            return new OpenTaskJson(
                    task.id().value(), task.what(), assignee == null ? null : assignee.name(), task.dueOn());
        }
    }

    /** A consent, {@code from} whom by name; {@code withdrawnOn} null while nobody withdrew it. */
    record ConsentJson(
            UUID id,
            String from,
            String purpose,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate withdrawnOn) {
        static ConsentJson of(Consent consent) {
            Consent.Withdrawal withdrawal = consent.withdrawal();
            return new ConsentJson(
                    consent.id().value(),
                    consent.from().name(),
                    consent.purpose(),
                    consent.validFrom(),
                    consent.validUntil(),
                    withdrawal == null ? null : withdrawal.on());
        }
    }

    /** {@code TIME} with its minutes, {@code EXPENSES}, and {@code BUDGET} for what it may cost, those there are. */
    record CostJson(String kind, @Nullable Long minutes, BigDecimal amount, String currency) {
        static List<CostJson> of(CostTotals totals) {
            String currency = totals.currency().getCurrencyCode();
            List<CostJson> all = new ArrayList<>();
            if (totals.minutes() > 0) {
                all.add(new CostJson("TIME", totals.minutes(), totals.time(), currency));
            }
            if (totals.expenses().signum() > 0) {
                all.add(new CostJson("EXPENSES", null, totals.expenses(), currency));
            }
            if (totals.budget() != null) {
                all.add(new CostJson("BUDGET", null, totals.budget(), currency));
            }
            return all;
        }
    }

    /** Something that needs a person: {@code no-manager} or {@code no-client}. */
    record AttentionJson(String kind) {}

    /** {@code opened} or {@code closed}, and when. */
    record DateJson(String kind, Instant at) {}

    static OverviewJson of(
            CaseJson file,
            List<String> phases,
            List<Participant> participants,
            List<Goal> goals,
            List<Document> documents,
            List<Task> tasks,
            List<Consent> consents,
            CostTotals costs,
            List<CaseLink> links) {
        return new OverviewJson(
                file,
                new Phase(file.phase(), phases),
                attention(file, participants),
                participants.stream().map(ParticipantJson::of).toList(),
                goals.stream().filter(Goal::open).map(GoalJson::of).toList(),
                documents.stream().map(DocumentLine::of).toList(),
                tasks.stream().map(OpenTaskJson::of).toList(),
                consents.stream().map(ConsentJson::of).toList(),
                CostJson.of(costs),
                links.stream().map(LinkJson::of).toList(),
                dates(file));
    }

    private static List<AttentionJson> attention(CaseJson file, List<Participant> participants) {
        List<AttentionJson> found = new ArrayList<>();
        if (file.state() == CaseState.OPEN && file.manager() == null) {
            found.add(new AttentionJson("no-manager"));
        }
        if (file.state() == CaseState.OPEN && participants.stream().noneMatch(OverviewJson::isPresentClient)) {
            found.add(new AttentionJson("no-client"));
        }
        return found;
    }

    private static boolean isPresentClient(Participant participant) {
        return participant.role().equals("client") && participant.present();
    }

    private static List<DateJson> dates(CaseJson file) {
        DateJson opened = new DateJson("opened", file.openedAt());
        return file.closedAt() == null ? List.of(opened) : List.of(opened, new DateJson("closed", file.closedAt()));
    }
}
