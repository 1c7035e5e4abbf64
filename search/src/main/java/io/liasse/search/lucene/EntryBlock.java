package io.liasse.search.lucene;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns an entry into its block of Lucene documents: pages first where there are several, head last. */
final class EntryBlock {
    private static final FieldType STEMS = stems();

    private final Entry entry;
    private final Document head = new Document();

    private EntryBlock(Entry entry) {
        this.entry = entry;
    }

    static List<Document> of(Entry entry) {
        return new EntryBlock(entry).documents();
    }

    private List<Document> documents() {
        common();
        return switch (entry) {
            case Entry.OfDocument document -> document(document);
            case Entry.OfCase caseFile -> caseFile(caseFile);
            case Entry.OfPerson person -> person(person);
        };
    }

    private void common() {
        key(head);
        facet(Fields.KIND, entry.key().kind().name());
        head.add(new TextField(Fields.TITLE, entry.title(), Field.Store.NO));
        head.add(new NumericDocValuesField(Fields.TIE, entry.key().id().getLeastSignificantBits()));
    }

    private List<Document> document(Entry.OfDocument document) {
        belongsTo(document.caseId() == null ? Set.of() : Set.of(document.caseId()));
        head.add(new StringField(Fields.FILED, document.caseId() == null ? Fields.NO : Fields.YES, Field.Store.NO));
        dossier(document.caseId(), document.reference(), document.phase());
        if (document.by() != null) {
            head.add(new StringField(Fields.BY, document.by().toString(), Field.Store.NO));
        }
        facet(Fields.TYPE, document.type());
        facet(Fields.LANGUAGE, document.language());
        tags(document.tags());
        when(document.day(), document.moment());
        text(document.title(), document.language());
        text(document.words(), document.language());
        return pages(PageCut.of(document.pages()));
    }

    private List<Document> caseFile(Entry.OfCase caseFile) {
        belongsTo(Set.of(caseFile.id()));
        head.add(new StringField(Fields.FILED, Fields.YES, Field.Store.NO));
        dossier(caseFile.id(), caseFile.reference(), caseFile.phase());
        head.add(new StringField(Fields.PHASE_NAME, caseFile.phase(), Field.Store.NO));
        facet(Fields.TYPE, caseFile.type());
        tags(caseFile.tags());
        when(caseFile.day(), caseFile.moment());
        return wordsOnly(caseFile.title() + " " + caseFile.reference(), caseFile.words());
    }

    private List<Document> person(Entry.OfPerson person) {
        belongsTo(person.cases());
        if (!person.cases().isEmpty()) {
            head.add(new StringField(Fields.FILED, Fields.YES, Field.Store.NO));
        }
        return wordsOnly(person.title(), person.words());
    }

    private List<Document> wordsOnly(String title, String words) {
        text(title, null);
        text(words, null);
        head.add(new StoredField(Fields.BODY, words));
        return List.of(head);
    }

    private void belongsTo(Set<UUID> cases) {
        for (UUID each : cases) {
            head.add(new StringField(Fields.CASES, each.toString(), Field.Store.NO));
            head.add(new SortedSetDocValuesField(Fields.CASES, new BytesRef(each.toString())));
        }
    }

    private void tags(Set<UUID> tags) {
        for (UUID each : tags) {
            head.add(new StringField(Fields.TAG, each.toString(), Field.Store.NO));
            head.add(new SortedSetDocValuesField(Fields.TAG, new BytesRef(each.toString())));
        }
    }

    private void dossier(@Nullable UUID caseId, @Nullable String reference, @Nullable String phase) {
        if (caseId != null) {
            head.add(new StringField(Fields.DOSSIER, caseId.toString(), Field.Store.NO));
        }
        if (reference != null) {
            head.add(new StringField(Fields.REFERENCE, reference, Field.Store.NO));
        }
        if (phase != null) {
            head.add(new NumericDocValuesField(Fields.PHASE, Fields.phaseNumber(phase)));
        }
    }

    private void when(LocalDate day, Instant moment) {
        head.add(new LongPoint(Fields.DAY, day.toEpochDay()));
        head.add(new NumericDocValuesField(Fields.DAY, day.toEpochDay()));
        head.add(new NumericDocValuesField(Fields.MOMENT, moment.toEpochMilli()));
    }

    private List<Document> pages(List<Entry.PageContent> pages) {
        pages.forEach(each -> text(each.text(), each.language()));
        if (pages.size() < 2) {
            pages.forEach(each -> body(head, each));
            return List.of(head);
        }
        List<Document> block = new ArrayList<>();
        pages.forEach(each -> block.add(page(each)));
        head.add(new NumericDocValuesField(Fields.PAGES_BEFORE, pages.size()));
        block.add(head);
        return block;
    }

    private Document page(Entry.PageContent page) {
        Document document = new Document();
        key(document);
        document.add(new TextField(field(Fields.PAGE_TEXT, page.language()), page.text(), Field.Store.NO));
        body(document, page);
        return document;
    }

    private void text(String text, @Nullable String language) {
        head.add(new TextField(Fields.TEXT, text, Field.Store.NO));
        Language.of(language).ifPresent(known -> head.add(new Field(Fields.in(Fields.TEXT, known.key()), text, STEMS)));
    }

    private static void body(Document document, Entry.PageContent page) {
        document.add(new StoredField(Fields.BODY, page.text()));
        document.add(new StoredField(Fields.PAGE_NUMBER, page.number()));
        Language.of(page.language())
                .ifPresent(known -> document.add(new StoredField(Fields.BODY_LANGUAGE, known.key())));
    }

    private void key(Document document) {
        document.add(new StringField(Fields.KEY, entry.key().toString(), Field.Store.YES));
    }

    private void facet(String field, @Nullable String value) {
        if (value != null) {
            head.add(new StringField(field, value, Field.Store.NO));
            head.add(new SortedDocValuesField(field, new BytesRef(value)));
        }
    }

    private static String field(String field, @Nullable String language) {
        return Language.of(language).map(known -> Fields.in(field, known.key())).orElse(field);
    }

    private static FieldType stems() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
