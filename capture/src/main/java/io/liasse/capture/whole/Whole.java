package io.liasse.capture.whole;

import io.liasse.capture.Reading.Derived;
import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.field.Printed;
import io.liasse.capture.form.PdfForm;
import io.liasse.capture.invoice.EInvoice;
import io.liasse.capture.invoice.InvoiceFields;
import io.liasse.capture.invoice.InvoiceFile;
import io.liasse.capture.page.PageWords;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Looks at the pages of a document together: at the first twelve and the last three. */
public final class Whole {
    private static final int FIRST = 12;
    private static final int LAST = 3;
    private static final int PAGES_WITH_DATE = 2;
    private static final Set<String> OF_THE_BILL =
            Set.of("bill-account", "bill-amount", "bill-reference", "bill-creditor");

    private final Clock clock;

    public Whole(Clock clock) {
        this.clock = clock;
    }

    /** Adds to the renditions what the pages tell together. */
    public Answer.Assembled tell(Task.Assemble task, List<Derived> renditions) throws IOException {
        return new Look(task).told(renditions);
    }

    /** The work on one document. */
    private final class Look {
        private final Task.Assemble task;
        private final Path folder;
        private final Map<Integer, List<FoundField>> fields = new TreeMap<>();
        private final List<PageWords> words = new ArrayList<>();
        private final Set<Integer> changed = new TreeSet<>();
        private final Printed printed;

        Look(Task.Assemble task) throws IOException {
            this.task = task;
            this.folder = task.source().folder();
            for (int page : pages()) {
                fields.put(page, new ArrayList<>(PageFields.read(folder, page)));
                if (Files.exists(PageWords.file(folder, page))) {
                    words.add(PageWords.read(folder, page));
                }
            }
            this.printed = new Printed(words, byWords());
        }

        private List<Integer> pages() {
            return IntStream.rangeClosed(1, task.pages())
                    .filter(page -> page <= FIRST || page > task.pages() - LAST)
                    .boxed()
                    .toList();
        }

        /** Not those of codes. */
        private List<FoundField> byWords() {
            return fields.values().stream()
                    .flatMap(List::stream)
                    .filter(field -> !field.name().startsWith("bill"))
                    .toList();
        }

        Answer.Assembled told(List<Derived> renditions) throws IOException {
            List<FoundField> ofTheFile = new ArrayList<>();
            Optional<EInvoice> invoice = InvoiceFile.read(folder);
            if (invoice.isPresent()) {
                invoice(invoice.get(), ofTheFile);
            }
            data(ofTheFile);
            bills();
            List<Answer.FieldsOf> all = new ArrayList<>();
            all.add(new Answer.FieldsOf(0, ofTheFile));
            changed.forEach(page -> all.add(new Answer.FieldsOf(page, Objects.requireNonNull(fields.get(page)))));
            return new Answer.Assembled(renditions, date(ofTheFile), all);
        }

        private void invoice(EInvoice invoice, List<FoundField> ofTheFile) {
            for (FoundField field : InvoiceFields.of(invoice)) {
                boolean ours = task.source().form() == Task.Form.TEXT;
                FoundField noted = ours ? field : field.noting(note(field).orElse(null));
                if (noted.note() != null || !placed(noted)) {
                    ofTheFile.add(noted);
                }
            }
        }

        private Optional<String> note(FoundField field) {
            return switch (field.name()) {
                case "invoice-number" -> printed.code(field.value(), "invoice-number");
                case "invoice-date" -> printed.date(field.value(), "invoice-date", "date");
                case "due-date" -> printed.date(field.value(), "due-date");
                case "iban" -> printed.code(field.value(), "iban");
                case "total", "amount-due" -> printed.amount(field.value(), false);
                case "seller", "buyer" -> printed.name(field.value());
                default -> Optional.empty();
            };
        }

        /** Where the same value was found on a page, it stands there. */
        private boolean placed(FoundField field) {
            for (Map.Entry<Integer, List<FoundField>> page : fields.entrySet()) {
                for (FoundField found : page.getValue()) {
                    if (found.value().equals(field.value()) && found.width() > 0) {
                        page.getValue()
                                .removeIf(each -> each.name().equals(field.name())
                                        && each.value().equals(field.value()));
                        page.getValue()
                                .addFirst(new FoundField(
                                        field.name(),
                                        field.value(),
                                        found.x(),
                                        found.y(),
                                        found.width(),
                                        found.height(),
                                        1,
                                        field.valid()));
                        changed.add(page.getKey());
                        return true;
                    }
                }
            }
            return false;
        }

        /** The data of a form that its fields on the pages do not show already. */
        private void data(List<FoundField> ofTheFile) throws IOException {
            List<FoundField> shown = fields.values().stream()
                    .flatMap(List::stream)
                    .filter(field -> field.name().startsWith(PdfForm.NAME))
                    .toList();
            for (FoundField field : PageFields.read(folder, 0)) {
                boolean twice = shown.stream()
                        .anyMatch(each -> each.value().contains(field.value())
                                && each.name().contains(String.valueOf(field.label())));
                if (!twice) {
                    ofTheFile.add(field);
                }
            }
        }

        private void bills() {
            fields.forEach((page, found) -> {
                for (int i = 0; i < found.size(); i++) {
                    FoundField field = found.get(i);
                    Optional<String> note = OF_THE_BILL.contains(field.name()) ? billNote(field) : Optional.empty();
                    if (note.isPresent()) {
                        found.set(i, field.noting(note.get()));
                        changed.add(page);
                    }
                }
            });
        }

        private Optional<String> billNote(FoundField field) {
            return switch (field.name()) {
                case "bill-account" -> printed.code(field.value(), "iban");
                case "bill-amount" ->
                    field.value().contains(" ") ? printed.amount(field.value(), true) : Optional.empty();
                case "bill-reference" -> printed.code(field.value());
                case "bill-creditor" -> printed.name(field.value().replaceFirst(",.*", ""));
                default -> Optional.empty();
            };
        }

        /** That the data says, else the likeliest of the first pages: labelled ones come first among those of a page. */
        private @Nullable LocalDate date(List<FoundField> ofTheFile) {
            List<FoundField> candidates = new ArrayList<>(ofTheFile);
            fields.entrySet().stream()
                    .filter(page -> page.getKey() <= PAGES_WITH_DATE)
                    .forEach(page -> candidates.addAll(page.getValue()));
            LocalDate latest = LocalDate.now(clock).plusDays(1);
            for (String name : List.of("invoice-date", "bill-date", "date")) {
                Optional<LocalDate> found = candidates.stream()
                        .filter(field -> field.name().equals(name))
                        .flatMap(field -> day(field.value()).stream())
                        .filter(day -> !day.isAfter(latest))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
            return null;
        }

        private static Optional<LocalDate> day(String written) {
            try {
                return Optional.of(LocalDate.parse(written));
            } catch (DateTimeException other) {
                return Optional.empty();
            }
        }
    }
}
