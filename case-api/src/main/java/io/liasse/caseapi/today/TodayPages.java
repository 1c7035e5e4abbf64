package io.liasse.caseapi.today;

import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseQuery;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.Documents;
import io.liasse.store.document.Documents.ReceivedPerDay;
import io.liasse.store.task.TaskQuery;
import io.liasse.store.task.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: greeting, counts, what came in, my cases and what waits. All numbers are read when it is shown. */
@Controller
final class TodayPages {
    private static final int DAYS = 14;
    private static final int SHOWN = 6;

    private final CaseFiles cases;
    private final Documents documents;
    private final Tasks tasks;
    private final Clock clock;

    TodayPages(CaseFiles cases, Documents documents, Tasks tasks, Clock clock) {
        this.cases = cases;
        this.documents = documents;
        this.tasks = tasks;
        this.clock = clock;
    }

    @GetMapping("/")
    String show(Viewer viewer, Model model) {
        model.addAttribute("today", today(viewer));
        model.addAttribute("date", LocalDate.now(clock));
        return "today/today";
    }

    private Today today(Viewer viewer) {
        LocalDate date = LocalDate.now(clock);
        List<ReceivedPerDay> received = documents.receivedPerDay(DAYS);
        return new Today(
                greeting(LocalTime.now(clock)),
                viewer.name().split(" ")[0],
                cases.countManagedBy(viewer.user()),
                documents.countInbox(viewer, Today.MOST_COUNTED),
                documents.countUnderWay(),
                countOn(date, received),
                ChannelChart.of(received, date, DAYS),
                tasks.page(TaskQuery.of(viewer.user()), viewer, PageRequest.first(SHOWN))
                        .items(),
                mine(viewer),
                waiting(viewer));
    }

    private List<CaseFile> mine(Viewer viewer) {
        CaseQuery query = new CaseQuery(null, null, null, CaseState.OPEN, viewer.user(), null);
        return cases.page(query, viewer, PageRequest.first(SHOWN)).items();
    }

    private List<Document> waiting(Viewer viewer) {
        return documents
                .page(DocumentQuery.inbox(), viewer, PageRequest.first(SHOWN))
                .items();
    }

    private static int countOn(LocalDate date, List<ReceivedPerDay> received) {
        return received.stream()
                .filter(each -> each.day().equals(date))
                .mapToInt(ReceivedPerDay::count)
                .sum();
    }

    private static String greeting(LocalTime now) {
        if (now.getHour() < 12) {
            return "morning";
        }
        return now.getHour() < 18 ? "afternoon" : "evening";
    }
}
