package io.liasse.caseapi.ledger;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Items;
import io.liasse.store.item.NewItem;
import io.liasse.store.object.ObjectStore;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The receipt book in a real browser and by its interface. */
class LedgerJourneyTest extends RunningLiasse {
    private static final double READ = 120_000;
    private static Chromium chromium;

    @Autowired
    private Documents documents;

    @Autowired
    private ObjectStore objects;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void findsAFailedReceiptAndHasItReadAgain() {
        String name = word();
        Items.Receipt failed = failed(name + ".txt");
        try (Window window = chromium.desk(address()).signIn(supervisor(), "/ledger")) {
            Page page = window.page();
            page.getByLabel("Name or sender").fill(name);
            page.locator("#state").selectOption("FAILED");
            assertThat(page.locator(".ledger tbody tr")).hasCount(1);
            assertThat(page.locator(".ledger")).containsText("Failed");
            assertThat(page.locator(".ledger")).containsText("damaged");
            window.inspect("ledger");
            page.locator(".ledger a", new Page.LocatorOptions().setHasText(name))
                    .first()
                    .click();
            assertThat(page.locator("h1")).hasText(name + ".txt");
            assertThat(page.locator("ol.rows")).containsText("could not be read");
            window.inspect("ledger-item");
            page.locator("#retry").click();
            assertThat(page.locator("#flash")).containsText("being read again");
            assertThat(window.complaints()).isEmpty();
            page.waitForCondition(
                    () -> documents.find(failed.document()).orElseThrow().state() == DocumentState.INBOX,
                    new Page.WaitForConditionOptions().setTimeout(READ));
            page.reload();
            assertThat(page.locator(".badges")).containsText("To be filed");
            assertThat(page.locator("#retry")).hasCount(0);
        }
    }

    @Test
    void readsAllFailedOnesOfAFilterAgainOnce() {
        String name = word();
        Items.Receipt one = failed(name + " one.txt");
        Items.Receipt two = failed(name + " two.txt");
        try (Window window = chromium.desk(address()).signIn(supervisor(), "/ledger?state=FAILED&text=" + name)) {
            Page page = window.page();
            page.locator("#retry-all").click();
            assertThat(page.locator("#flash")).containsText("2 documents are being read again");
        }
        Answer again = as(Role.SUPERVISOR).post("/api/v1/items/retry", "{\"text\":\"" + name + "\"}");
        assertThat(again.json().get("retried").asInt()).as(again.toString()).isZero();
        assertThat(List.of(one, two))
                .noneMatch(each -> documents.find(each.document()).orElseThrow().state() == DocumentState.FAILED);
    }

    @Test
    void isReadableOnATelephone() {
        String name = word();
        failed(name + ".txt");
        try (Window phone = chromium.phone(address()).signIn(supervisor(), "/ledger?text=" + name)) {
            assertThat(phone.page().locator(".ledger tbody tr")).hasCount(1);
            phone.inspect("ledger");
            phone.open("/ledger/statement");
            phone.inspect("statement");
            phone.page().locator(".table a").first().isVisible();
        }
    }

    @Test
    void saysThatNothingIsMissing() {
        failed(word() + ".txt");
        try (Window window = chromium.desk(address()).signIn(supervisor(), "/ledger")) {
            Page page = window.page();
            page.getByText("Daily statement").click();
            assertThat(page.locator("#verdict")).isVisible();
            Locator table = page.locator("table");
            assertThat(table).containsText("Interface");
            assertThat(table).not().containsText("does not agree");
            page.locator("#check").click();
            assertThat(page.locator("#verdict"))
                    .containsText("looked for", new LocatorAssertions.ContainsTextOptions().setTimeout(READ));
            window.inspect("statement");
            assertThat(window.complaints()).isEmpty();
        }
        String day = LocalDate.now().toString();
        Answer statement = as(Role.SUPERVISOR).get("/api/v1/items/statement?day=" + day);
        assertThat(statement.json().get("agrees").asBoolean())
                .as(statement.toString())
                .isTrue();
        statement.json().get("channels").forEach(channel -> {
            long sum = 0;
            for (String state : channel.get("present").propertyNames()) {
                sum += channel.get("present").get(state).asLong();
            }
            assertThat(sum).isEqualTo(channel.get("received").asLong());
        });
        Answer table = as(Role.SUPERVISOR).get("/api/v1/items/statement.csv?day=" + day);
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.text()).startsWith("day,channel,received,stored,read,").contains(day + ",REST,");
    }

    @Test
    void tellsAdministratorsOfALineOnlyThatItIsThere() {
        Items.Receipt item = failed(word() + ".txt");
        Answer lines = as(Role.ADMINISTRATOR).get("/api/v1/items?limit=200");
        for (var line : lines.json().get("items")) {
            if (line.get("id").asString().equals(item.item().toString())) {
                assertThat(line.get("name").isNull()).isTrue();
                assertThat(line.get("sha256").isNull()).isTrue();
                assertThat(line.get("state").asString()).isEqualTo("FAILED");
            }
        }
        assertThat(lines.text()).contains(item.item().toString());
        assertThat(as(Role.ADMINISTRATOR).get("/api/v1/items/" + item.item()).status())
                .isEqualTo(404);
        Answer told = as(Role.CLERK).get("/api/v1/items/" + item.item());
        assertThat(told.json().at("/parts/0/id").asString())
                .isEqualTo(item.document().toString());
        assertThat(told.json().at("/steps/0/action").asString()).isEqualTo("DOCUMENT_RECEIVED");
        assertThat(as(Role.CLERK)
                        .get("/api/v1/items?from=2000-01-02&to=2000-01-01")
                        .status())
                .isEqualTo(400);
    }

    private Items.Receipt failed(String name) {
        byte[] bytes = ("the text of " + name).getBytes(StandardCharsets.UTF_8);
        Items.Receipt receipt = documents.receive(
                new NewItem(
                        Channel.REST,
                        null,
                        objects.put(new ByteArrayInputStream(bytes)),
                        name,
                        "scanner@example.org",
                        "text/plain",
                        null,
                        List.of(),
                        List.of(),
                        null),
                Wishes.NONE);
        DocumentId id = receipt.document();
        documents.startReading(id);
        documents.refuse(id, DocumentState.FAILED, "damaged");
        return receipt;
    }

    private String supervisor() {
        return people().with(Role.SUPERVISOR).username();
    }

    private static String word() {
        return "beleg" + UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 6);
    }
}
