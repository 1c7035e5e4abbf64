package io.liasse.store.party;

import io.liasse.store.access.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * People and organisations. A viewer sees the parties of the cases the viewer sees; supervisors, records officers, case
 * managers and clerks may look all parties up to attach them, except those that are in sealed cases only. Thread-safe.
 */
@Component
public class Parties {
    public Party create(NewParty party, Viewer by) {
        throw new UnsupportedOperationException();
    }

    public Optional<Party> find(PartyId id, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    /** For the program's own work: without a viewer. */
    public Map<PartyId, Party> findAll(Collection<PartyId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Parties with exactly this identifier in its normalised form. For the program's own work. */
    public List<Party> withIdentifier(PartyIdentifier identifier) {
        throw new UnsupportedOperationException();
    }

    /** Type-ahead by beginning of any word of the name, or exact identifier. */
    public List<Party> startingWith(String text, Viewer viewer, int limit) {
        throw new UnsupportedOperationException();
    }

    public Party change(Party party, Viewer by) {
        throw new UnsupportedOperationException();
    }
}
