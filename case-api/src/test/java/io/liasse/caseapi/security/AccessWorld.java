package io.liasse.caseapi.security;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Browser;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.People;
import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import io.liasse.store.access.Viewer;
import io.liasse.store.awaited.AwaitedDocuments;
import io.liasse.store.awaited.NewAwaited;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.casefile.NewCase;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.consent.ConsentForm;
import io.liasse.store.consent.Consents;
import io.liasse.store.consent.DataCategory;
import io.liasse.store.consent.NewConsent;
import io.liasse.store.cost.Costs;
import io.liasse.store.cost.NewCostEntry;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.document.Rendition;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Items;
import io.liasse.store.item.NewItem;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.object.StoredObject;
import io.liasse.store.party.NewParty;
import io.liasse.store.party.Parties;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyKind;
import io.liasse.store.plan.Goal;
import io.liasse.store.plan.Horizon;
import io.liasse.store.plan.Measure;
import io.liasse.store.plan.MeasureState;
import io.liasse.store.plan.NewGoal;
import io.liasse.store.plan.NewMeasure;
import io.liasse.store.plan.NewPlanVersion;
import io.liasse.store.plan.PlanVersions;
import io.liasse.store.plan.Plans;
import io.liasse.store.task.NewTask;
import io.liasse.store.task.Tasks;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case that is open to all by their roles, a sealed one, and everybody who might want to look at them. */
@Component
class AccessWorld {
    /** The ids that stand in addresses. */
    record Objects(
            String reference,
            String document,
            String item,
            String party,
            String user,
            String awaited,
            String goal,
            String measure,
            String task,
            String cost,
            String consent) {
        String in(String path) {
            return path.replace("{reference}", reference)
                    .replace("/documents/{id}", "/documents/" + document)
                    .replace("/inbox/{id}", "/inbox/" + document)
                    .replace("/items/{id}", "/items/" + item)
                    .replace("/ledger/{id}", "/ledger/" + item)
                    .replace("/parties/{id}", "/parties/" + party)
                    .replace("/awaited/{id}", "/awaited/" + awaited)
                    .replace("/goals/{id}", "/goals/" + goal)
                    .replace("/measures/{id}", "/measures/" + measure)
                    .replace("/tasks/{id}", "/tasks/" + task)
                    .replace("/costs/{id}", "/costs/" + cost)
                    .replace("/consents/{id}", "/consents/" + consent)
                    .replace("{party}", party)
                    .replace("{user}", user)
                    .replace("{version}", "999999")
                    .replace("{page}", "1")
                    .replace("{number}", "1")
                    .replace("{kind}", "BLURRED")
                    .replaceAll("\\{\\w+}", user);
        }
    }

    /** One call, to be made on any objects. */
    interface Call {
        Answer answer(Objects objects);
    }

    private final CaseFiles cases;
    private final Parties parties;
    private final Documents documents;
    private final ObjectStore objects;
    private final AwaitedDocuments awaited;
    private final Plans plans;
    private final PlanVersions versions;
    private final Tasks tasks;
    private final Costs costs;
    private final Consents consents;
    private final People people;
    private final Map<Role, Browser> browsers = new HashMap<>();
    private @Nullable Objects ordinary;
    private @Nullable Objects sealed;
    private @Nullable Objects quarantined;

    AccessWorld(
            CaseFiles cases,
            Parties parties,
            Documents documents,
            ObjectStore objects,
            AwaitedDocuments awaited,
            Plans plans,
            PlanVersions versions,
            Tasks tasks,
            Costs costs,
            Consents consents,
            People people) {
        this.cases = cases;
        this.parties = parties;
        this.documents = documents;
        this.objects = objects;
        this.awaited = awaited;
        this.plans = plans;
        this.versions = versions;
        this.tasks = tasks;
        this.costs = costs;
        this.consents = consents;
        this.people = people;
    }

    synchronized Objects ordinary() {
        if (ordinary == null) {
            ordinary = make(false);
        }
        return inItsCase(ordinary);
    }

    synchronized Objects sealed() {
        if (sealed == null) {
            sealed = make(true);
        }
        return inItsCase(sealed);
    }

    /** Some of those who are let in take the document out of its case. */
    private Objects inItsCase(Objects objects) {
        Viewer owner = people.named("owner-of-cases", Role.CASE_MANAGER).viewer();
        DocumentId id = DocumentId.of(objects.document());
        if (documents.find(id).orElseThrow().caseId() == null) {
            CaseReference reference = CaseReference.parse(objects.reference()).orElseThrow();
            FilingOrder order = new FilingOrder(cases.get(reference, owner).id(), null, null, null, Map.of());
            documents.file(id, order, null, owner);
        }
        return objects;
    }

    /** Ids of nothing: what is hidden must look just like them. */
    Objects unknown() {
        String nothing = UUID.randomUUID().toString();
        return new Objects(
                new CaseReference(2199, 999_999).toString(),
                nothing,
                nothing,
                nothing,
                ordinary().user(),
                nothing,
                nothing,
                nothing,
                nothing,
                nothing,
                nothing);
    }

    private Objects make(boolean isSealed) {
        User owner = people.named("owner-of-cases", Role.CASE_MANAGER);
        Viewer by = owner.viewer();
        Party party = parties.create(
                new NewParty(PartyKind.PERSON, "Hidden Person " + isSealed, null, null, null, List.of()), by);
        CaseFile file = cases.open(
                new NewCase(
                        "case-management",
                        "Hidden title",
                        isSealed,
                        null,
                        List.of(new NewParticipant(party.id(), "client"))),
                by);
        Items.Receipt receipt = documents.receive(item(by, "text " + isSealed), Wishes.NONE);
        documents.startReading(receipt.document());
        documents.recordRead(receipt.document(), read("hidden text"));
        documents.toInbox(receipt.document(), List.of(), "no-evidence");
        documents.file(receipt.document(), new FilingOrder(file.id(), null, null, null, Map.of()), null, by);
        NewGoal hidden = new NewGoal("Hidden goal", null, Horizon.LONG, 1, null, null, null, null);
        Goal goal = plans.add(file.id(), null, hidden, by);
        NewMeasure wanted = new NewMeasure("Hidden measure", null, null, null, null, null, null, MeasureState.PLANNED);
        Measure measure = plans.add(file.id(), goal.id(), wanted, by);
        versions.settle(file.id(), new NewPlanVersion("Hidden reason", Set.of(party.id()), null, null), by);
        return new Objects(
                file.reference().toString(),
                receipt.document().toString(),
                receipt.item().toString(),
                party.id().toString(),
                people.named("somebody-else", Role.CLERK).id().toString(),
                awaited.add(file.id(), new NewAwaited("Hidden report", null, null, null, null), by)
                        .id()
                        .toString(),
                goal.id().toString(),
                measure.id().toString(),
                tasks.add(file.id(), new NewTask("Hidden task", null, null, null, null), by)
                        .id()
                        .toString(),
                costs.add(
                                file.id(),
                                new NewCostEntry(
                                        "Hidden cost", LocalDate.of(2026, 7, 1), null, null, BigDecimal.ONE, null),
                                by)
                        .id()
                        .toString(),
                consents.add(
                                file.id(),
                                new NewConsent(
                                        party.id(),
                                        "Hidden purpose",
                                        Set.of(DataCategory.HEALTH),
                                        Set.of(party.id()),
                                        ConsentForm.WRITTEN,
                                        LocalDate.of(2026, 7, 1),
                                        null,
                                        null),
                                by)
                        .id()
                        .toString());
    }

    /** A document that was read, and in which a virus was found when it was read again. */
    synchronized Objects quarantined() {
        if (quarantined == null) {
            Viewer warden = warden().viewer();
            Items.Receipt receipt = documents.receive(item(warden, "plague inside"), Wishes.NONE);
            documents.startReading(receipt.document());
            documents.recordRead(receipt.document(), read("plague inside"));
            documents.toInbox(receipt.document(), List.of(), "no-evidence");
            documents.retry(receipt.document(), warden);
            documents.startReading(receipt.document());
            documents.refuse(receipt.document(), DocumentState.QUARANTINED, "virus|Test");
            quarantined = new Objects(
                    unknown().reference(),
                    receipt.document().toString(),
                    receipt.item().toString(),
                    unknown().party(),
                    ordinary().user(),
                    unknown().awaited(),
                    unknown().goal(),
                    unknown().measure(),
                    unknown().task(),
                    unknown().cost(),
                    unknown().consent());
        }
        return quarantined;
    }

    /** An administrator who may see what waits in the inbox. */
    User warden() {
        return people.named("warden", Role.CLERK, Role.SUPERVISOR, Role.ADMINISTRATOR);
    }

    private ReadResult read(String text) {
        StoredObject derived = objects.put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<Rendition> renditions = Arrays.stream(RenditionKind.values())
                .map(kind -> new Rendition(kind, kind == RenditionKind.PAGE ? 1 : 0, derived, "text/plain"))
                .toList();
        List<PageText> pages = List.of(new PageText(1, text, "layer", null, "en", null, 0, 0));
        return new ReadResult("text/plain", null, null, "en", null, 1, pages, List.of(), renditions, List.of());
    }

    private NewItem item(Viewer by, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new NewItem(
                Channel.REST,
                null,
                objects.put(new ByteArrayInputStream(bytes)),
                "hidden letter.txt",
                null,
                "text/plain",
                null,
                List.of(),
                List.of(),
                by.user());
    }

    /** By column of the table: programs by password, pages by a session. */
    Map<String, Call> callersOf(AccessRow row, String address, String password) {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("nobody", row.isOfApi() ? program(row, Caller.nobody(address)) : page(row, new Browser(address)));
        for (Role role : Role.values()) {
            String username = people.with(role).username();
            calls.put(
                    role.name(),
                    row.isOfApi()
                            ? program(row, Caller.nobody(address).signedInAs(username, password))
                            : page(row, browser(role, username, address, password)));
        }
        return calls;
    }

    private synchronized Browser browser(Role role, String username, String address, String password) {
        return browsers.computeIfAbsent(role, absent -> {
            Browser browser = new Browser(address);
            browser.signIn(username, password);
            return browser;
        });
    }

    private static Call program(AccessRow row, Caller caller) {
        return at -> {
            boolean bare = row.body().isEmpty();
            return caller.with("If-Match", "*")
                    .send(
                            row.method(),
                            at.in(row.path()) + at.in(row.query()),
                            at.in(row.body()),
                            bare ? "" : "application/json");
        };
    }

    private static Call page(AccessRow row, Browser browser) {
        return at -> row.method().equals("GET")
                ? browser.get(at.in(row.path()) + at.in(row.query()))
                : browser.postWithToken(at.in(row.path()), at.in(row.body()));
    }
}
