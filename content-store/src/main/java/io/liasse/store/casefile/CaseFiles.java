package io.liasse.store.casefile;

import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Viewer;
import io.liasse.store.party.PartyId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The case files. Whatever takes a viewer applies {@code AccessPolicy}: a case the viewer may not see is absent from
 * lists and {@code NotFound} by name; a right that is lacking is {@code NotAllowed}. Thread-safe.
 */
@Component
public class CaseFiles {
    /** Gives the case the next reference of the current year. */
    public CaseFile open(NewCase newCase, Viewer by) {
        throw new UnsupportedOperationException();
    }

    /** The case, if the viewer may see it. */
    public CaseFile get(CaseReference reference, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    /** The case, if the viewer may see it. */
    public CaseFile get(CaseId id, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    /** For the program's own work (filing, indexing): without a viewer, so without a right; empty when there is none. */
    public Optional<CaseFile> find(CaseReference reference) {
        throw new UnsupportedOperationException();
    }

    /** For the program's own work: without a viewer. */
    public Map<CaseId, CaseFile> findAll(Collection<CaseId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Notes in the journal that the viewer looked at the case; at most once an hour for the same viewer. */
    public void viewed(CaseId id, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    /** Last changed first. */
    public Page<CaseFile> page(CaseQuery query, Viewer viewer, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** Type-ahead for filing: open cases whose reference or title begins so; needs the right to file into them. */
    public List<CaseFile> fileable(String text, Viewer viewer, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Open cases in which the viewer is the manager. */
    public long countManagedBy(UserId manager) {
        throw new UnsupportedOperationException();
    }

    /** Needs WRITE (MANAGE for sealed and manager). {@code version} is the one the caller knew. */
    public CaseFile change(CaseId id, CaseChange change, long version, Viewer by) {
        throw new UnsupportedOperationException();
    }

    /** Appends a note (1 to 4000 characters) to the journal of the case; needs WRITE. */
    public void note(CaseId id, String text, Viewer by) {
        throw new UnsupportedOperationException();
    }

    public List<Participant> participants(CaseId id, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    /** For the program's own work: without a viewer. */
    public List<Participant> participants(CaseId id) {
        throw new UnsupportedOperationException();
    }

    public void addParticipant(CaseId id, NewParticipant participant, Viewer by) {
        throw new UnsupportedOperationException();
    }

    public void endParticipant(CaseId id, PartyId party, String role, Viewer by) {
        throw new UnsupportedOperationException();
    }

    public List<Grant> grants(CaseId id, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    /** Needs MANAGE. Replaces the right the user had. */
    public void grant(CaseId id, UserId user, CaseRight right, Viewer by) {
        throw new UnsupportedOperationException();
    }

    /** Needs MANAGE. The last MANAGE of a sealed case cannot be revoked. */
    public void revoke(CaseId id, UserId user, Viewer by) {
        throw new UnsupportedOperationException();
    }
}
