package io.liasse.caseapi.inbox;

import io.liasse.capture.field.TakenValue;
import io.liasse.caseapi.cases.CaseOpening;
import io.liasse.caseapi.cases.OpenCaseForm;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Box;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.FieldPlace;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.InboxWork;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Carries out what a clerk decided on a waiting document. Thread-safe. */
@Component
final class Decisions {
    private final Documents documents;
    private final InboxWork work;
    private final Clock clock;
    private final CaseFiles cases;
    private final CaseOpening opening;
    private final TransactionOperations transaction;

    Decisions(
            Documents documents,
            InboxWork work,
            Clock clock,
            CaseFiles cases,
            CaseOpening opening,
            TransactionOperations transaction) {
        this.documents = documents;
        this.work = work;
        this.clock = clock;
        this.cases = cases;
        this.opening = opening;
        this.transaction = transaction;
    }

    Document file(DocumentId id, FilingForm form, Viewer by) {
        return fileInto(chosenCase(form.reference(), by).id(), id, form, by);
    }

    /** Opens the case and files into it: both or neither. */
    Document fileIntoNewCase(DocumentId id, FilingForm form, Viewer by) {
        return transaction.execute(status -> fileInto(open(form, by).id(), id, form, by));
    }

    private CaseFile chosenCase(@Nullable String reference, Viewer by) {
        if (reference == null) {
            throw new InvalidInput("case", "none chosen");
        }
        CaseReference parsed =
                CaseReference.parse(reference).orElseThrow(() -> new InvalidInput("case", "is no case reference"));
        return cases.fileable(parsed, by).orElseGet(() -> cases.get(parsed, by));
    }

    private CaseFile open(FilingForm form, Viewer by) {
        if (form.newCaseTitle() == null || form.newCaseType() == null) {
            throw new InvalidInput("title", "must have 1 to 200 characters");
        }
        OpenCaseForm order = new OpenCaseForm(form.newCaseType(), form.newCaseTitle(), form.party(), null, null);
        return opening.open(order, by);
    }

    private Document fileInto(CaseId caseId, DocumentId id, FilingForm form, Viewer by) {
        Map<String, String> written = corrected(id, form);
        Map<String, String> values = new HashMap<>();
        Map<String, FieldPlace> places = new HashMap<>();
        written.forEach((name, text) -> {
            TakenValue taken = TakenValue.of(name, text, LocalDate.now(clock));
            values.put(name, taken.value());
            places.put(name, place(form.places().get(name), taken));
        });
        FilingOrder order = new FilingOrder(caseId, form.type(), form.title(), form.date(), values);
        return Objects.requireNonNull(transaction.execute(status -> {
            Document filed = documents.file(id, order, form.version(), by);
            work.place(id, places);
            return filed;
        }));
    }

    private static FieldPlace place(@Nullable String written, TakenValue taken) {
        String[] parts = written == null || written.isBlank()
                ? new String[0]
                : written.strip().split(" ");
        if (parts.length == 0) {
            return new FieldPlace(null, null, taken.valid());
        }
        try {
            Box box = new Box(number(parts[1]), number(parts[2]), number(parts[3]), number(parts[4]));
            return new FieldPlace(Integer.valueOf(parts[0]), box, taken.valid());
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException malformed) {
            throw new InvalidInput("places", "must be a page and four numbers");
        }
    }

    private static double number(String text) {
        double value = Double.parseDouble(text);
        if (Double.isNaN(value)) {
            throw new InvalidInput("places", "must be numbers");
        }
        return value;
    }

    private Map<String, String> corrected(DocumentId id, FilingForm form) {
        Map<String, String> shown = new HashMap<>();
        documents.fields(id).forEach(each -> shown.putIfAbsent(each.name(), each.value()));
        Map<String, String> changed = new HashMap<>(form.fields());
        changed.entrySet()
                .removeIf(each ->
                        !shown.containsKey(each.getKey()) || each.getValue().equals(shown.get(each.getKey())));
        return changed;
    }
}
