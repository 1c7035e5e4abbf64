package io.liasse.routes.filing;

import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.document.Field;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Item;
import io.liasse.store.item.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what speaks for a case: in the document itself, in how it came, and in what it came in. */
@Component
final class Clues {
    private static final Set<String> MAIL_TYPES = Set.of("message/rfc822", "application/vnd.ms-outlook");

    private final Documents documents;
    private final Items items;

    Clues(Documents documents, Items items) {
        this.documents = documents;
        this.items = items;
    }

    /** In barcodes, page texts, name and title. */
    List<Clue> inside(Document document, ReadResult found) {
        List<Clue> clues = new ArrayList<>();
        found.fields().forEach(field -> clues.addAll(onCoverSheet(field)));
        found.fields().forEach(field -> clues.addAll(inBarcode(field)));
        found.pages().forEach(page -> clues.addAll(inText(page)));
        clues.addAll(inNames(Stream.of(document.name(), Objects.requireNonNullElse(found.title(), "")), isMail(found)));
        return List.copyOf(clues);
    }

    private static List<Clue> onCoverSheet(Field field) {
        return field.name().equals("cover-sheet") ? Clue.in(field.value(), EvidenceKind.COVER_SHEET) : List.of();
    }

    private static List<Clue> inBarcode(Field field) {
        if (!field.name().equals("barcode")) {
            return List.of();
        }
        return CaseReference.findAll(field.value()).stream()
                .map(found -> new Clue(found, EvidenceKind.REFERENCE_IN_BARCODE, field.page()))
                .toList();
    }

    private static List<Clue> inText(PageText page) {
        return CaseReference.findAll(page.text()).stream()
                .map(found -> new Clue(found, EvidenceKind.REFERENCE_IN_TEXT, page.page()))
                .toList();
    }

    private static List<Clue> inNames(Stream<String> names, boolean mail) {
        EvidenceKind kind = mail ? EvidenceKind.REFERENCE_IN_SUBJECT : EvidenceKind.REFERENCE_IN_NAME;
        return names.flatMap(name -> Clue.in(name, kind).stream()).distinct().toList();
    }

    private static boolean isMail(ReadResult found) {
        return MAIL_TYPES.contains(found.mediaType());
    }

    /** In folder names or subject, and in the thread of the mail. */
    List<Clue> around(Item item) {
        EvidenceKind kind =
                item.channel() == Channel.MAIL ? EvidenceKind.REFERENCE_IN_SUBJECT : EvidenceKind.REFERENCE_IN_FOLDER;
        Stream<Clue> hints = item.hints().stream().flatMap(hint -> Clue.in(hint, kind).stream());
        return Stream.concat(hints, thread(item)).distinct().toList();
    }

    private Stream<Clue> thread(Item item) {
        if (item.threadIds().isEmpty()) {
            return Stream.empty();
        }
        return documents.filedFromMessages(item.threadIds()).stream()
                .flatMap(earlier -> Optional.ofNullable(earlier.caseReference()).stream())
                .map(reference -> Clue.of(reference, EvidenceKind.MAIL_THREAD));
    }

    /** The case that what the part came in is filed in; empty when that waits itself. */
    Optional<Clue> caseOf(Document parent) {
        return parent.state() == DocumentState.FILED
                ? Optional.ofNullable(parent.caseReference())
                        .map(reference -> Clue.of(reference, EvidenceKind.WITH_PARENT))
                : Optional.empty();
    }

    /** What spoke for a case in a parent that waits: for its parts it counts as found with the parent. */
    List<Clue> ofWaiting(Document parent) {
        Stream<Clue> inside = documents.fields(parent.id()).stream()
                .filter(field -> field.name().equals("case-reference"))
                .flatMap(field -> Clue.in(field.value(), EvidenceKind.WITH_PARENT).stream());
        Stream<Clue> name = Clue.in(parent.name(), EvidenceKind.WITH_PARENT).stream();
        return Stream.of(inside, name, above(parent))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private Stream<Clue> above(Document waiting) {
        if (waiting.parent() == null) {
            return around(items.get(waiting.item())).stream();
        }
        return documents.find(waiting.parent()).stream()
                .flatMap(parent -> caseOf(parent).map(Stream::of).orElseGet(() -> ofWaiting(parent).stream()));
    }
}
