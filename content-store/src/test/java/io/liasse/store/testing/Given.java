package io.liasse.store.testing;

import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.casefile.NewCase;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Evidence;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import io.liasse.store.item.NewItem;
import io.liasse.store.object.StoredObject;
import io.liasse.store.party.NewParty;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyIdentifier;
import io.liasse.store.party.PartyKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a test starts from, in the words of the domain; every method goes the way the program goes. */
public final class Given {
    private final Stores stores;

    Given(Stores stores) {
        this.stores = stores;
    }

    /** Bytes in the object store. */
    public StoredObject stored(String text) {
        return stores.objects().put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What a channel hands over; two with the same {@code sourceKey} are the same thing. */
    public NewItem item(String name, @Nullable String sourceKey) {
        return new NewItem(
                Channel.HOT_FOLDER,
                sourceKey,
                stored(name),
                name,
                null,
                "text/plain",
                null,
                List.of(),
                List.of(),
                null);
    }

    /** The same, posted by a user. */
    public NewItem itemOf(Viewer poster, String name) {
        return new NewItem(
                Channel.REST,
                null,
                stored(name),
                name,
                poster.name(),
                "text/plain",
                null,
                List.of(),
                List.of(),
                poster.user());
    }

    /** A document just received. */
    public DocumentId received(String name) {
        return stores.documents().receive(item(name, null), Wishes.NONE).document();
    }

    /** A document that is read, each page with its text, and not yet filed. */
    public DocumentId read(String name, String... pages) {
        DocumentId id = received(name);
        stores.documents().startReading(id);
        stores.documents().recordRead(id, reading(pages));
        return id;
    }

    /** A document that waits in the inbox. */
    public DocumentId waiting(String name, String... pages) {
        DocumentId id = read(name, pages);
        stores.documents().toInbox(id, List.of(), "no-evidence");
        return id;
    }

    /** A document in a case. */
    public DocumentId filed(CaseFile file, String name, String... pages) {
        DocumentId id = read(name, pages);
        Candidate candidate = candidate(file);
        stores.documents().fileAlone(id, candidate, List.of(candidate));
        return id;
    }

    public Candidate candidate(CaseFile file) {
        Evidence evidence = new Evidence("reference-in-text", file.reference().toString(), 1);
        return new Candidate(file.id(), file.reference(), file.title(), 1, List.of(evidence));
    }

    /** A person's decision for this case, all else left as it is. */
    public FilingOrder into(CaseFile file) {
        return new FilingOrder(file.id(), null, null, null, Map.of());
    }

    /** What reading finds in a plain document with these pages. */
    public ReadResult reading(String... pages) {
        List<PageText> texts = IntStream.range(0, pages.length)
                .mapToObj(each -> new PageText(each + 1, pages[each], "layer", null, "en", null, 595, 842))
                .toList();
        return new ReadResult("text/plain", null, null, "en", null, 5, texts, List.of(), List.of(), List.of());
    }

    /** An open case that is not sealed. */
    public CaseFile openCase(String title, Viewer by, NewParticipant... participants) {
        return opened(title, false, by, participants);
    }

    public CaseFile sealedCase(String title, Viewer by, NewParticipant... participants) {
        return opened(title, true, by, participants);
    }

    private CaseFile opened(String title, boolean sealed, Viewer by, NewParticipant... participants) {
        return stores.cases()
                .open(new NewCase("case-management", title, sealed, null, Arrays.asList(participants)), by);
    }

    public Party person(String name, Viewer by, PartyIdentifier... identifiers) {
        return stores.parties()
                .create(new NewParty(PartyKind.PERSON, name, null, "de", "Bern", Arrays.asList(identifiers)), by);
    }

    /** A valid reference that no case of the test has. */
    public CaseReference unusedReference() {
        return new CaseReference(1999, 999_999);
    }
}
