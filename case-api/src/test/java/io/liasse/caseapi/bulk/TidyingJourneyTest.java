package io.liasse.caseapi.bulk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.NewCase;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import io.liasse.store.item.NewItem;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.tag.Tag;
import io.liasse.store.tag.Tags;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tags, marks, several at once, and the trash, in a real browser and by the interface. */
class TidyingJourneyTest extends RunningLiasse {
    private static Chromium chromium;

    @Autowired
    private Documents documents;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private ObjectStore objects;

    @Autowired
    private Tags tags;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void throwsADocumentAwayAndBringsItBack() {
        String name = word();
        CaseFile file = caseNamed(name);
        DocumentId id = filed(file, name + " letter");
        String path = "/cases/" + file.reference() + "/documents";
        try (Window window = chromium.desk(address()).signIn(supervisor(), "/documents/" + id)) {
            Page page = window.page();
            page.locator("#throw").click();
            assertThat(page.locator("#flash")).containsText("in the trash");
            assertThat(page).hasURL(address() + path);
            assertThat(page.getByText(name + " letter", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(0);
            assertThat(as(Role.SUPERVISOR).get("/api/v1/documents/" + id).status())
                    .isEqualTo(404);
            for (String content : List.of("original", "text", "tags", "mark", "events", "thumbnail")) {
                assertThat(as(Role.SUPERVISOR)
                                .get("/api/v1/documents/" + id + "/" + content)
                                .status())
                        .as(content)
                        .isEqualTo(404);
            }
            window.open("/trash");
            Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText(name + " letter"));
            assertThat(row).containsText(file.reference().toString());
            window.inspect("trash");
            try (Window phone = chromium.phone(address()).signIn(supervisor(), "/trash")) {
                phone.inspect("trash");
            }
            row.locator("button").click();
            assertThat(page.locator("h1")).hasText(name + " letter");
            assertThat(page.locator("#flash")).containsText("back where it was");
            assertThat(window.complaints()).isEmpty();
        }
        assertThat(as(Role.SUPERVISOR).get("/api/v1/documents/" + id).text("case"))
                .isEqualTo(file.reference().toString());
    }

    @Test
    void leavesTheIndexWithTheTrashAndComesBackWithIt() {
        String name = word();
        DocumentId id = filed(caseNamed(name), name + "findme");
        awaitHits(name + "findme", 1);
        assertThat(as(Role.RECORDS_OFFICER).delete("/api/v1/documents/" + id).status())
                .isEqualTo(403);
        assertThat(as(Role.CLERK).delete("/api/v1/documents/" + id).status()).isEqualTo(404);
        assertThat(as(Role.SUPERVISOR).delete("/api/v1/documents/" + id).status())
                .isEqualTo(204);
        awaitHits(name + "findme", 0);
        Answer trash = as(Role.SUPERVISOR).get("/api/v1/trash?limit=200");
        assertThat(trash.text()).contains(id.toString());
        assertThat(as(Role.CLERK).get("/api/v1/trash?limit=200").text()).doesNotContain(id.toString());
        assertThat(as(Role.CLERK)
                        .post("/api/v1/documents/" + id + "/restore", "")
                        .status())
                .isEqualTo(404);
        assertThat(as(Role.SUPERVISOR)
                        .post("/api/v1/documents/" + id + "/restore", "")
                        .status())
                .isEqualTo(204);
        awaitHits(name + "findme", 1);
    }

    private void awaitHits(String word, int count) {
        awaitTotal("kind=DOCUMENT&q=" + word, count);
    }

    private void awaitTotal(String question, int count) {
        try (Window window = chromium.desk(address()).signIn(supervisor(), "/trash")) {
            window.page()
                    .waitForCondition(
                            () -> as(Role.SUPERVISOR)
                                            .get("/api/v1/search?" + question)
                                            .json()
                                            .get("total")
                                            .asInt()
                                    == count,
                            new Page.WaitForConditionOptions().setTimeout(60_000));
        }
    }

    @Test
    void makesATagPutsItOnAndFindsByIt() {
        String name = word();
        CaseFile file = caseNamed(name);
        DocumentId tagged = filed(file, name + " one");
        filed(file, name + " two");
        try (Window window = chromium.desk(address()).signIn(supervisor(), "/settings/tags")) {
            Page page = window.page();
            page.onDialog(Dialog::accept);
            page.locator("#name").fill(name);
            page.locator("#colour").selectOption("RED");
            page.getByText("Make a tag").click();
            assertThat(page.locator("#flash")).containsText(name);
            window.inspect("settings-tags");
            window.open("/documents/" + tagged);
            page.locator("#tag").fill(name.substring(0, 6));
            assertThat(page.locator("#tag-options option[value='" + name + "']"))
                    .hasCount(1);
            page.locator("#tag").fill(name);
            page.locator("#tag").press("Enter");
            assertThat(page.locator(".tags-of .tag")).hasText(name);
            page.locator("#mark-own").click();
            assertThat(page.locator("#mark-own")).hasAttribute("aria-pressed", "true");
            page.locator("#mark-shared").click();
            assertThat(page.locator(".marks-of")).containsText("Marked for all by");
            window.inspect("document-tagged");
            window.open("/marks?shared=true");
            assertThat(page.locator("tbody")).containsText(name + " one");
            window.inspect("marks");
            window.open("/cases/" + file.reference() + "/documents?tag=" + name);
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody")).containsText(name + " one");
            window.open("/cases/" + file.reference());
            page.locator("#tag").fill(name);
            page.locator("#tag").press("Enter");
            assertThat(page.locator(".tags-of .tag")).hasText(name);
            window.inspect("case-tagged");
            page.locator(".tag-x").click();
            assertThat(page.locator(".tags-of .tag")).hasCount(0);
            assertThat(window.complaints()).isEmpty();
        }
        try (Window phone = chromium.phone(address()).signIn(supervisor(), "/settings/tags")) {
            phone.inspect("settings-tags");
        }
    }

    @Test
    void changesSeveralDocumentsOfACaseAtOnce() {
        String name = word();
        CaseFile file = caseNamed(name);
        CaseFile other = caseNamed(name + " other");
        List.of("one", "two", "three").forEach(each -> filed(file, name + " " + each));
        try (Window window =
                chromium.desk(address()).signIn(supervisor(), "/cases/" + file.reference() + "/documents")) {
            Page page = window.page();
            page.locator("#bulk-all").check();
            assertThat(page.locator("#bulk-count")).hasText("3");
            page.locator("#bulk-what").selectOption("TYPE");
            page.locator("#bulk-type").selectOption("contract");
            window.inspect("bulk");
            page.locator("#bulk-do").click();
            assertThat(page.locator("#flash")).containsText("3 documents are changed");
            assertThat(page.locator("tbody tr td:has-text('Contract')")).hasCount(3);
            page.getByLabel("Tick " + name + " two").check();
            page.locator("#bulk-what").selectOption("MOVE");
            page.locator("#bulk-case").fill(other.reference().toString());
            page.locator("#bulk-do").click();
            assertThat(page.locator("#flash")).containsText("One document is changed");
            assertThat(page.locator("tbody tr")).hasCount(2);
            cases.change(
                    other.id(),
                    new io.liasse.store.casefile.CaseChange(
                            null, null, io.liasse.store.casefile.CaseState.CLOSED, null, null),
                    cases.find(other.reference()).orElseThrow().version(),
                    viewer());
            page.getByLabel("Tick " + name + " one").check();
            page.locator("#bulk-what").selectOption("MOVE");
            page.locator("#bulk-case").fill(other.reference().toString());
            page.locator("#bulk-do").click();
            assertThat(page.locator("#flash")).containsText("0 changed, 1 not");
            assertThat(page.locator("#refused")).containsText(name + " one");
            window.inspect("bulk-refused");
            assertThat(page.locator("#bulk-do")).isHidden();
            assertThat(window.complaints()).isEmpty();
        }
        try (Window phone =
                chromium.phone(address()).signIn(supervisor(), "/cases/" + file.reference() + "/documents")) {
            phone.inspect("bulk");
        }
    }

    @Test
    void givesWhatASearchFoundATagAndFindsItByTheTag() {
        String name = word();
        CaseFile file = caseNamed("Searched");
        List.of("one", "two", "three").forEach(each -> filed(file, name + " " + each));
        String tag = name + "tag";
        Tag made = tags.create(tag, Tag.Colour.GREEN, viewer());
        awaitHits(name, 3);
        String search = "/search?q=" + name + "&kind=document";
        try (Window window = chromium.desk(address()).signIn(supervisor(), search)) {
            Page page = window.page();
            assertThat(page.locator("#bulk-do")).isHidden();
            page.getByLabel("Tick " + name + " one").check();
            assertThat(page.locator("#bulk-count")).hasText("1");
            page.locator("#bulk-what").selectOption("TAG");
            page.locator("#bulk-tag").fill(tag);
            window.inspect("search-bulk");
            page.locator("#bulk-do").click();
            assertThat(page.locator("#flash")).containsText("One document is changed");
            assertThat(page).hasURL(address() + search);
            assertThat(page.locator("#bulk-do")).isHidden();
        }
        try (Window phone = chromium.phone(address()).signIn(supervisor(), search)) {
            Page page = phone.page();
            page.getByLabel("Tick " + name + " one").check();
            page.getByLabel("Tick " + name + " two").check();
            page.locator("#bulk-what").selectOption("TAG");
            page.locator("#bulk-tag").fill(tag);
            phone.inspect("search-bulk");
            page.locator("#bulk-do").click();
            assertThat(page.locator("#flash")).containsText("2 documents are changed");
            assertThat(page).hasURL(address() + search);
            assertThat(phone.complaints()).isEmpty();
        }
        awaitTotal("q=" + name + "&tag=" + made.id(), 2);
        Answer answer = as(Role.SUPERVISOR).get("/api/v1/search?q=" + name);
        assertThat(answer.json().at("/facets/tag/0/value").asString())
                .isEqualTo(made.id().toString());
        assertThat(answer.json().at("/facets/tag/0/count").asInt()).isEqualTo(2);
        assertThat(as(Role.SUPERVISOR).get("/api/v1/search?tag=nothing").status())
                .isEqualTo(400);
        try (Window window = chromium.desk(address()).signIn(supervisor(), search)) {
            Page page = window.page();
            page.locator(".facet-value", new Page.LocatorOptions().setHasText(tag))
                    .click();
            assertThat(page.locator(".hit")).hasCount(2);
            assertThat(page.locator("#hits")).not().containsText(name + " three");
            page.locator("#bulk-all").check();
            assertThat(page.locator("#bulk-count")).hasText("2");
            window.inspect("search-tag");
            page.locator("#bulk-what").selectOption("UNTAG");
            page.locator("#bulk-tag").fill(tag);
            page.locator("#bulk-do").click();
            assertThat(page.locator("#flash")).containsText("2 documents are changed");
            assertThat(page).hasURL(address() + search + "&tag=" + made.id());
            awaitTotal("tag=" + made.id(), 0);
            tags.remove(made.id(), viewer());
            page.reload();
            assertThat(page.locator("#search-facets")).containsText("no longer there");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window phone = chromium.phone(address()).signIn(supervisor(), search)) {
            phone.inspect("search-tag");
        }
    }

    @Test
    void comesBackToSearchesOfThisProgramOnly() {
        try (Window window = chromium.desk(address()).signIn(supervisor(), "/inbox/all")) {
            Page page = window.page();
            page.locator("#bulk input[name=back]")
                    .evaluate("field => field.value = 'https://elsewhere.example/search?q=x'");
            page.locator("#bulk").evaluate("form => form.submit()");
            assertThat(page.locator("#flash")).isVisible();
            assertThat(page).hasURL(address() + "/inbox/all");
        }
    }

    @Test
    void throwsSeveralOfTheInboxAway() {
        String name = word();
        DocumentId one = waiting(name + " one");
        DocumentId two = waiting(name + " two");
        Answer answer = as(Role.CLERK).post("/api/v1/documents/bulk", """
                        {"documents": ["%s", "%s", "%s"], "change": {"type": "invoice", "date": "2026-03-01"}}
                        """.formatted(one, two, UUID.randomUUID()));
        assertThat(answer.json().get("done").asInt()).as(answer.toString()).isEqualTo(2);
        assertThat(answer.json().at("/documents/2/problem").asString()).isEqualTo("NOT_FOUND");
        try (Window window = chromium.desk(address()).signIn(supervisor(), "/inbox/all")) {
            Page page = window.page();
            Locator later = page.locator(".more-row a");
            Locator first = page.getByLabel("Tick " + name + " one");
            while (first.count() == 0 && later.count() > 0) {
                int before = page.locator("input.tick").count();
                later.click();
                assertThat(page.locator("input.tick")).not().hasCount(before);
            }
            window.inspect("inbox-all");
            first.check();
            page.getByLabel("Tick " + name + " two").check();
            page.locator("#bulk-what").selectOption("TRASH");
            page.locator("#bulk-do").click();
            assertThat(page.locator("#flash")).containsText("2 documents are changed");
            assertThat(window.complaints()).isEmpty();
        }
        assertThat(documents.find(one)).isEmpty();
        assertThat(as(Role.CLERK)
                        .post("/api/v1/documents/bulk", "{\"documents\": [], \"change\": {\"trash\": true}}")
                        .status())
                .isEqualTo(400);
    }

    private Viewer viewer() {
        return people().with(Role.SUPERVISOR).viewer();
    }

    private String supervisor() {
        return people().with(Role.SUPERVISOR).username();
    }

    private CaseFile caseNamed(String title) {
        return cases.open(new NewCase("case-management", title, false, null, List.of()), viewer());
    }

    private DocumentId waiting(String name) {
        byte[] bytes = ("text of " + name).getBytes(StandardCharsets.UTF_8);
        DocumentId id = documents
                .receive(
                        new NewItem(
                                Channel.REST,
                                null,
                                objects.put(new ByteArrayInputStream(bytes)),
                                name,
                                null,
                                "text/plain",
                                null,
                                List.of(),
                                List.of(),
                                null),
                        Wishes.NONE)
                .document();
        documents.startReading(id);
        PageText page = new PageText(1, name, "layer", null, "en", null, 595, 842);
        documents.recordRead(
                id,
                new ReadResult(
                        "text/plain", null, null, "en", null, 1, List.of(page), List.of(), List.of(), List.of()));
        documents.toInbox(id, List.of(), "no-evidence");
        return id;
    }

    private DocumentId filed(CaseFile file, String name) {
        DocumentId id = waiting(name);
        documents.file(id, new FilingOrder(file.id(), null, null, null, Map.of()), null, viewer());
        return id;
    }

    private static String word() {
        return "ordnung" + UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 6);
    }
}
