package io.liasse.caseapi.quality;

import io.liasse.caseapi.documents.FieldLine;
import io.liasse.caseapi.documents.FieldTexts;
import io.liasse.caseapi.documents.Proposal;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.document.Document;
import io.liasse.store.document.Documents;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.quality.Checks;
import io.liasse.store.quality.Verdict;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what a person needs to check a document. Thread-safe. */
@Component
final class CheckViews {
    private static final int MOST_PAGES = 20;

    private final Documents documents;
    private final CaseFiles cases;
    private final FieldTexts fieldTexts;
    private final AccessPolicy policy;

    CheckViews(Documents documents, CaseFiles cases, FieldTexts fieldTexts, AccessPolicy policy) {
        this.documents = documents;
        this.cases = cases;
        this.fieldTexts = fieldTexts;
        this.policy = policy;
    }

    /**
     * A document to check.
     *
     * @param because why the program put it into the case
     * @param pictures of how many of its pages there are pictures to show
     */
    record CheckView(
            Checks.Check check,
            Document document,
            CaseFile caseFile,
            List<Proposal.Clue> because,
            List<FieldLine> fields,
            int pictures) {
        CheckView {
            because = List.copyOf(because);
            fields = List.copyOf(fields);
        }
    }

    /**
     * The answer given last, by a person who can take it back.
     *
     * @param correctable whether that person can correct the document, and it is still where it was
     */
    record AnswerView(Checks.Answer answer, Document document, boolean correctable) {
        /** What was said to be wrong, in the order of the questions. */
        public List<Verdict.Wrong> wrong() {
            return answer.verdict().wrong().stream().sorted().toList();
        }

        public boolean misplaced() {
            return answer.verdict().wrong().contains(Verdict.Wrong.CASE);
        }
    }

    CheckView of(Checks.Check check, Viewer viewer) {
        Document document = documents.get(check.document(), viewer);
        documents.opened(check.document(), viewer);
        return new CheckView(
                check,
                document,
                cases.get(check.caseId(), viewer),
                because(check, viewer),
                fieldTexts.lines(documents.fields(check.document())),
                pictures(document));
    }

    private List<Proposal.Clue> because(Checks.Check check, Viewer viewer) {
        return documents.candidates(check.document(), viewer).stream()
                .filter(each -> each.caseId().equals(check.caseId()))
                .findFirst()
                .map(Proposal::of)
                .map(Proposal::clues)
                .orElse(List.of());
    }

    private int pictures(Document document) {
        Integer pages = document.pages();
        boolean pictured =
                documents.rendition(document.id(), RenditionKind.PAGE, 1).isPresent();
        return pictured && pages != null ? Math.min(pages, MOST_PAGES) : 0;
    }

    AnswerView of(Checks.Answer answer, Viewer viewer) {
        Document document = documents.get(answer.check().document(), viewer);
        boolean there = answer.check().caseId().equals(document.caseId());
        return new AnswerView(answer, document, there && policy.mayEdit(viewer, document.id()));
    }
}
