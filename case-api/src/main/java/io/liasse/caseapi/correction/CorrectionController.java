package io.liasse.caseapi.correction;

import io.liasse.caseapi.web.ProblemKind;
import io.liasse.caseapi.web.Refusal;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Corrections;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.PageWording;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/documents/{id}/pages/{page}}: the text of a page as it was read and as it was corrected. */
@RestController
@RequestMapping("/api/v1/documents/{id}/pages/{page}")
final class CorrectionController {
    private final OpenPages pages;
    private final Corrections corrections;
    private final WordPlaces places;

    CorrectionController(OpenPages pages, Corrections corrections, WordPlaces places) {
        this.pages = pages;
        this.corrections = corrections;
        this.places = places;
    }

    /** Either the text that stands on the page, or the number of a version of the history, 0 for what was read. */
    record Change(@Nullable String text, @Nullable Integer version) {}

    /** The words of a page in order. */
    record Words(int page, List<Word> words) {}

    /** A word of the text in force, and in whose place it stands. */
    record Word(String text, @Nullable String read, boolean corrected, List<WordPlace.Place> places) {
        static Word of(WordPlace place) {
            return new Word(place.text(), place.read(), place.corrected(), place.places());
        }
    }

    @Operation(summary = "The text of one page, as it was read and as it was corrected")
    @GetMapping("/text")
    ResponseEntity<PageTextJson> text(@PathVariable DocumentId id, @PathVariable int page, Viewer viewer) {
        return answer(id, pages.page(id, page, viewer), viewer);
    }

    @Operation(
            summary = "Corrects the text of one page, or takes a correction back",
            description =
                    "What was read is kept beside it. An empty text says that nothing stands on the page; version 0"
                            + " goes back to what was read, another one to what that said. If-Match is required.")
    @PutMapping("/text")
    ResponseEntity<PageTextJson> correct(
            @PathVariable DocumentId id,
            @PathVariable int page,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Change change,
            Viewer viewer) {
        pages.editable(id, viewer);
        String seen = seen(ifMatch, () -> corrections.page(id, page, viewer));
        return answer(id, changed(id, page, change, seen, viewer), viewer);
    }

    @Operation(
            summary = "The words of the text in force, with their places on the page",
            description =
                    "Places are in shares of width and height from the upper left corner. A corrected word has the"
                            + " place of the word that was read; a word added where none was read has none.")
    @GetMapping("/words")
    Words words(@PathVariable DocumentId id, @PathVariable int page, Viewer viewer) {
        PageWording wording = pages.page(id, page, viewer);
        return new Words(page, places.of(id, wording).stream().map(Word::of).toList());
    }

    private PageWording changed(DocumentId id, int page, Change change, String seen, Viewer viewer) {
        String text = change.text();
        Integer version = change.version();
        if ((text == null) == (version == null)) {
            throw new InvalidInput("text", "either the text or a version is to be given");
        }
        return text == null
                ? corrections.restore(id, page, version == null ? 0 : version, seen, viewer)
                : corrections.correct(id, page, text, seen, viewer);
    }

    private ResponseEntity<PageTextJson> answer(DocumentId id, PageWording page, Viewer viewer) {
        return ResponseEntity.ok()
                .eTag("\"" + page.revision() + "\"")
                .body(PageTextJson.of(page, corrections.history(id, page.page(), viewer)));
    }

    /** The revision that {@code If-Match} states; {@code *} means whatever it is now. */
    private static String seen(@Nullable String ifMatch, java.util.function.Supplier<PageWording> now) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(ProblemKind.VERSION_REQUIRED, null);
        }
        String tag = ifMatch.strip();
        return tag.equals("*")
                ? now.get().revision()
                : tag.replaceFirst("^W/", "").replace("\"", "");
    }
}
