package io.liasse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.search.lucene.Entry;
import io.liasse.search.lucene.LuceneIndex;
import io.liasse.search.lucene.Reach;
import io.liasse.store.journal.JournalPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
    private static final Reach FAR = new Reach(new JournalPosition(7, 3), Instant.EPOCH);

    @TempDir
    Path folder;

    @Test
    void beginsIncompleteAndStaysSoUntilAnIndexWasMade() {
        try (Shelf shelf = Shelf.open(folder, 16)) {
            assertThat(shelf.isComplete()).isFalse();
        }
        try (Shelf shelf = Shelf.open(folder, 16)) {
            assertThat(shelf.isComplete()).isFalse();
            shelf.serve(shelf.begin());
            assertThat(shelf.isComplete()).isTrue();
        }
        try (Shelf shelf = Shelf.open(folder, 16)) {
            assertThat(shelf.isComplete()).isTrue();
        }
    }

    @Test
    void keepsWhatItReachedWhenClosed() {
        try (Shelf shelf = complete()) {
            shelf.serving().put(person());
            shelf.serving().reached(FAR);
        }
        try (Shelf shelf = Shelf.open(folder, 16)) {
            assertThat(shelf.serving().reach()).isEqualTo(FAR);
            assertThat(shelf.serving().entries()).isEqualTo(1);
        }
    }

    @Test
    void opensAgainWhatWasCommittedAfterItsWriterFailed() {
        try (Shelf shelf = complete()) {
            shelf.serving().put(person());
            shelf.serving().reached(FAR);
            shelf.serving().commit();
            shelf.serving().put(person());
            shelf.serving().close();

            LuceneIndex again = shelf.writable();

            assertThat(again.reach()).isEqualTo(FAR);
            assertThat(again.entries()).isEqualTo(1);
            assertThat(shelf.serving()).isSameAs(again);
        }
    }

    @Test
    void throwsAwayWhatItDoesNotServe() throws IOException {
        try (Shelf shelf = complete()) {
            Shelf.Next abandoned = shelf.begin();
            shelf.abandon(abandoned);
            assertThat(abandoned.folder()).doesNotExist();
            shelf.serve(shelf.begin());
            try (Stream<Path> indexes = Files.list(folder).filter(Files::isDirectory)) {
                assertThat(indexes).hasSize(1);
            }
        }
    }

    @Test
    void isDoubtedAlsoAfterARestart() {
        try (Shelf shelf = complete()) {
            shelf.doubt();
            assertThat(shelf.isComplete()).isFalse();
        }
        try (Shelf shelf = Shelf.open(folder, 16)) {
            assertThat(shelf.isComplete()).isFalse();
        }
    }

    @Test
    void refusesAFolderThatAnotherUses() {
        try (Shelf shelf = Shelf.open(folder, 16)) {
            assertThat(shelf.isComplete()).isFalse();
            assertThatThrownBy(() -> Shelf.open(folder, 16)).isInstanceOf(UncheckedIOException.class);
        }
    }

    private Shelf complete() {
        Shelf shelf = Shelf.open(folder, 16);
        shelf.serve(shelf.begin());
        return shelf;
    }

    private static Entry person() {
        return new Entry.OfPerson(UUID.randomUUID(), "Meier Anna", "", Set.of(UUID.randomUUID()));
    }
}
