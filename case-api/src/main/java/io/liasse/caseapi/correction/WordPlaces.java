package io.liasse.caseapi.correction;

import io.liasse.capture.PlacedWord;
import io.liasse.capture.PlacedWords;
import io.liasse.caseapi.correction.WordPlace.Place;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageWording;
import io.liasse.store.document.Rendition;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.object.ObjectStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the words of the text in force stand on their page: where the words were read that they stand for. Thread-safe. */
@Component
final class WordPlaces {
    private final Documents documents;
    private final ObjectStore objects;

    WordPlaces(Documents documents, ObjectStore objects) {
        this.documents = documents;
        this.objects = objects;
    }

    /** All words of the text in force, in order. */
    List<WordPlace> of(DocumentId id, PageWording wording) {
        List<String> words = PageWording.words(wording.text());
        List<@Nullable String> read = inTheirPlace(PageWording.words(wording.read()), words);
        List<PlacedWord> placed = placed(id, wording.page());
        List<WordPlace> places = new ArrayList<>();
        for (Alignment.Pair pair :
                Alignment.of(placed.stream().map(PlacedWord::text).toList(), words)) {
            List<Place> from = places(pair.before().stream().map(placed::get).toList());
            for (int index : pair.after()) {
                places.add(new WordPlace(index, words.get(index), read.get(index), from));
            }
        }
        return places;
    }

    /** For each word what was read where it stands now, null where nothing was. */
    private static List<@Nullable String> inTheirPlace(List<String> read, List<String> words) {
        List<@Nullable String> texts = new ArrayList<>();
        for (Alignment.Pair pair : Alignment.of(read, words)) {
            String text = pair.before().isEmpty()
                    ? null
                    : pair.before().stream().map(read::get).collect(Collectors.joining(" "));
            pair.after().forEach(each -> texts.add(text));
        }
        return texts;
    }

    private List<PlacedWord> placed(DocumentId id, int page) {
        Optional<Rendition> alto = documents.rendition(id, RenditionKind.ALTO, 0);
        if (alto.isEmpty()) {
            return List.of();
        }
        try (InputStream bytes =
                new BufferedInputStream(objects.open(alto.get().object().hash()))) {
            return PlacedWords.of(bytes, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words side by side on a line have one place. */
    private static List<Place> places(List<PlacedWord> read) {
        List<Place> places = new ArrayList<>();
        for (PlacedWord word : read) {
            Place place = Place.of(word);
            if (!places.isEmpty() && places.getLast().isBesides(place)) {
                place = places.removeLast().with(place);
            }
            places.add(place);
        }
        return places;
    }
}
