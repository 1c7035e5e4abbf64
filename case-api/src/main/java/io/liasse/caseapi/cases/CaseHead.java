package io.liasse.caseapi.cases;

import io.liasse.store.access.CaseRight;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.tag.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands above every page of a case. */
public record CaseHead(
        CaseFile file,
        @Nullable String manager,
        CaseRight right,
        List<PhaseStep> steps,
        int documents,
        int participants,
        List<Tag> tags) {
    public CaseHead {
        steps = List.copyOf(steps);
        tags = List.copyOf(tags);
    }

    public boolean mayWrite() {
        return right.includes(CaseRight.WRITE);
    }

    public boolean mayManage() {
        return right.includes(CaseRight.MANAGE);
    }

    public boolean open() {
        return file.state() == CaseState.OPEN;
    }

    public String path() {
        return "/cases/" + file.reference();
    }
}
