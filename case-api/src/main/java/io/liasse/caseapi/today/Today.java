package io.liasse.caseapi.today;

import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.Document;
import io.liasse.store.task.Task;
import java.util.List;

/**
 * What the first page shows.
 *
 * @param greeting key: morning, afternoon or evening
 * @param waiting documents that wait for a person, counted to {@value #MOST_COUNTED}
 * @param tasks of the viewer, the first due first
 * @param cases last changed of those the viewer manages
 * @param inbox longest waiting
 */
record Today(
        String greeting,
        String name,
        long myCases,
        int waiting,
        int underWay,
        int receivedToday,
        ChannelChart chart,
        List<Task> tasks,
        List<CaseFile> cases,
        List<Document> inbox) {
    /** No one steers more cases than this. */
    static final int MOST_CASES = 40;

    static final int MOST_COUNTED = 1000;

    Today {
        tasks = List.copyOf(tasks);
        cases = List.copyOf(cases);
        inbox = List.copyOf(inbox);
    }

    public int mostCases() {
        return MOST_CASES;
    }

    public boolean overloaded() {
        return myCases > MOST_CASES;
    }
}
