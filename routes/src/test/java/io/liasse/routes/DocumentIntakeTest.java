package io.liasse.routes;

import static io.liasse.routes.testing.Program.bytes;
import static io.liasse.routes.testing.Program.incoming;
import static io.liasse.routes.testing.Program.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.routes.testing.Program;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Items;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentIntakeTest {
    private Program program;

    @BeforeAll
    void start(@TempDir Path home) {
        program = Program.start(home, TestDatabase.fresh(), "liasse.intake.max-bytes=1MB");
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void keepsBytesDocumentAndJobBeforeItAnswers() throws IOException {
        long jobs = program.jobs();
        Items.Receipt receipt = program.receive(upload("letter.txt"), bytes("Dear all"));
        Document document = program.document(receipt.document());
        assertThat(document.state()).isEqualTo(DocumentState.RECEIVED);
        assertThat(program.jobs()).isEqualTo(jobs + 1);
        try (InputStream kept = program.get(ObjectStore.class).open(document.sha256())) {
            assertThat(kept).hasContent("Dear all");
        }
    }

    @Test
    void keepsEmptyInput() {
        Items.Receipt receipt = program.receive(upload("empty.pdf"), new byte[0]);
        assertThat(program.document(receipt.document()).size()).isZero();
    }

    @Test
    void takesTheSameSourceKeyOnce() {
        Items.Receipt first = program.receive(incoming("a.txt", "key-1", Wishes.NONE), bytes("one"));
        long jobs = program.jobs();
        Items.Receipt second = program.receive(incoming("a.txt", "key-1", Wishes.NONE), bytes("one"));
        assertThat(first.repeated()).isFalse();
        assertThat(second).isEqualTo(new Items.Receipt(first.item(), first.document(), true));
        assertThat(program.jobs()).isEqualTo(jobs);
    }

    @Test
    void takesTheSameSourceKeyOnceWhenManyCallAtTheSameMoment() throws Exception {
        long jobs = program.jobs();
        Callable<Items.Receipt> call = () -> program.receive(incoming("b.txt", "key-2", Wishes.NONE), bytes("many"));
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Items.Receipt> receipts = many
                    .invokeAll(Stream.generate(() -> call).limit(40).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(receipts)
                    .extracting(Items.Receipt::document)
                    .containsOnly(receipts.getFirst().document());
            assertThat(receipts).filteredOn(receipt -> !receipt.repeated()).hasSize(1);
        }
        assertThat(program.jobs()).isEqualTo(jobs + 1);
    }

    @Test
    void takesWithoutSourceKeyEachTime() {
        Items.Receipt first = program.receive(upload("same.txt"), bytes("same"));
        Items.Receipt second = program.receive(upload("same.txt"), bytes("same"));
        assertThat(second.document()).isNotEqualTo(first.document());
    }

    @Test
    void commitsDocumentAndJobTogetherOrNeither() {
        long jobs = program.jobs();
        int documents = program.documentNames().size();
        TransactionTemplate outer = new TransactionTemplate(program.get(PlatformTransactionManager.class));
        outer.executeWithoutResult(status -> {
            program.receive(upload("never.txt"), bytes("never"));
            assertThat(program.jobs()).isEqualTo(jobs + 1);
            status.setRollbackOnly();
        });
        assertThat(program.jobs()).isEqualTo(jobs);
        assertThat(program.documentNames()).hasSize(documents).doesNotContain("never.txt");
    }

    @Test
    void refusesWhatIsTooLargeAndLeavesNothing() {
        long jobs = program.jobs();
        assertThatThrownBy(() -> program.receive(upload("large.bin"), new byte[(1 << 20) + 1]))
                .isInstanceOfSatisfying(
                        IncomingTooLarge.class, e -> assertThat(e.limit()).isEqualTo(1 << 20));
        assertThat(program.documentNames()).doesNotContain("large.bin");
        assertThat(program.jobs()).isEqualTo(jobs);
    }

    @Test
    void takesWhatIsJustNotTooLarge() {
        Items.Receipt receipt = program.receive(upload("limit.bin"), new byte[1 << 20]);
        assertThat(program.document(receipt.document()).size()).isEqualTo(1 << 20);
    }

    @Test
    void tellsASenderWhoBreaksOffFromAStoreThatFails() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("connection reset");
            }
        });
        assertThatThrownBy(() -> program.intake().receive(upload("broken.bin"), broken))
                .isInstanceOf(IncomingUnreadable.class);
        assertThat(program.documentNames()).doesNotContain("broken.bin");
    }

    @Test
    void takesNamesThatNoDatabaseCouldKeep() {
        Items.Receipt receipt = program.receive(upload("a\u0000b\ud800c\n" + "x".repeat(5000)), bytes("named"));
        assertThat(program.document(receipt.document()).name())
                .startsWith("a b c x")
                .hasSizeLessThan(600);
    }
}
