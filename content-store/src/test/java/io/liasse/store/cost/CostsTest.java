package io.liasse.store.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseChange;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.casefile.NewCase;
import io.liasse.store.document.DocumentId;
import io.liasse.store.journal.Action;
import io.liasse.store.testing.Stores;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CostsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private final Stores stores = Stores.fresh();
    private final Costs costs = stores.bean(Costs.class);
    private final CaseFiles cases = stores.bean(CaseFiles.class);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final Viewer officer = stores.user(Role.RECORDS_OFFICER);
    private final Viewer clerk = stores.user(Role.CLERK);
    private final CaseFile file = stores.given().openCase("Case", manager);

    @AfterEach
    void close() {
        stores.close();
    }

    private static NewCostEntry time(String what, int minutes, String perHour) {
        return new NewCostEntry(what, DAY, minutes, new BigDecimal(perHour), null, null);
    }

    private static NewCostEntry expense(String what, LocalDate day, String amount) {
        return new NewCostEntry(what, day, null, null, new BigDecimal(amount), null);
    }

    private CostEntry add(NewCostEntry entry) {
        return costs.add(file.id(), entry, manager);
    }

    private CostTotals totals() {
        return costs.totals(file.id(), manager);
    }

    @Test
    void addUpTimeAndExpensesAgainstTheBudget() {
        assertThat(totals().any()).isFalse();
        CostEntry call = add(time("Call", 50, "133.35"));
        assertThat(call.amount()).isEqualByComparingTo("111.12");
        add(time("Visit", 90, "120"));
        add(expense("Train", DAY, "45.6"));
        CostTotals totals = totals();
        assertThat(totals.minutes()).isEqualTo(140);
        assertThat(totals.time()).isEqualByComparingTo("291.12");
        assertThat(totals.expenses()).isEqualByComparingTo("45.60");
        assertThat(totals.sum()).isEqualByComparingTo("336.72");
        assertThat(totals.currency().getCurrencyCode()).isEqualTo("CHF");
        assertThat(totals.budget()).isNull();
        costs.budget(file.id(), new BigDecimal("673.44"), manager);
        assertThat(totals().percent()).isEqualTo(50);
        assertThat(totals().overBudget()).isFalse();
        assertThat(costs.budget(file.id(), BigDecimal.ONE, manager).overBudget())
                .isTrue();
        assertThat(costs.budget(file.id(), null, manager).budget()).isNull();
    }

    @Test
    void takenOutNoLongerCountsAndIsPutBack() {
        CostEntry train = add(expense("Train", DAY, "45.60"));
        CostEntry out = costs.remove(file.id(), train.id(), train.version(), manager);
        assertThat(out.counts()).isFalse();
        assertThat(totals().sum()).isEqualByComparingTo("0");
        assertThat(costs.page(file.id(), officer, PageRequest.first(5)).items()).hasSize(1);
        assertThatThrownBy(() -> costs.remove(file.id(), train.id(), out.version(), manager))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> costs.change(file.id(), train.id(), expense("Bus", DAY, "4"), out.version(), manager))
                .isInstanceOf(Conflict.class);
        CostEntry back = costs.restore(file.id(), train.id(), out.version(), manager);
        assertThat(totals().sum()).isEqualByComparingTo("45.60");
        assertThatThrownBy(() -> costs.restore(file.id(), train.id(), back.version(), manager))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(
                        () -> costs.change(file.id(), train.id(), expense("Bus", DAY, "4"), train.version(), manager))
                .isInstanceOfSatisfying(
                        Conflict.class, problem -> assertThat(problem.stale()).isTrue());
        costs.change(file.id(), train.id(), time("Journey", 30, "100"), back.version(), manager);
        assertThat(totals().minutes()).isEqualTo(30);
        assertThat(totals().expenses()).isEqualByComparingTo("0");
        assertThat(stores.journal()
                        .ofCase(
                                file.id(),
                                Set.of(
                                        Action.COST_ADDED,
                                        Action.COST_CHANGED,
                                        Action.COST_REMOVED,
                                        Action.COST_RESTORED),
                                PageRequest.first(9))
                        .items())
                .extracting(each -> each.action())
                .containsExactly(Action.COST_CHANGED, Action.COST_RESTORED, Action.COST_REMOVED, Action.COST_ADDED);
    }

    @Test
    void areListedTheLatestDaysFirst() {
        for (int each = 1; each <= 5; each++) {
            add(expense("of " + each, DAY.plusDays(each % 3), "1"));
        }
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            Page<CostEntry> page = costs.page(file.id(), manager, new PageRequest(2, cursor));
            page.items().forEach(each -> found.add(each.what()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(found).containsExactly("of 5", "of 2", "of 4", "of 1", "of 3");
        assertThatThrownBy(() -> costs.page(file.id(), manager, new PageRequest(2, "bm9uc2Vuc2U")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void areSeenByWhoSeesTheCaseAndChangedWhileItIsOpen() {
        CaseFile sealed = cases.open(new NewCase("case-management", "Sealed", true, null, List.of()), manager);
        CostEntry hidden = costs.add(sealed.id(), expense("Hidden", DAY, "1"), manager);
        assertThatThrownBy(() -> costs.totals(sealed.id(), officer)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> costs.page(sealed.id(), officer, PageRequest.first(5)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> costs.get(file.id(), hidden.id(), manager)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> costs.totals(file.id(), clerk)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> costs.add(file.id(), expense("x", DAY, "1"), officer))
                .isInstanceOf(NotAllowed.class);
        CaseChange closing = new CaseChange(null, null, CaseState.CLOSED, null, null);
        cases.change(file.id(), closing, cases.get(file.id(), manager).version(), manager);
        assertThatThrownBy(() -> add(expense("Late", DAY, "1"))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> costs.budget(file.id(), BigDecimal.ONE, manager))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void refuseWhatCannotBe() {
        assertThatThrownBy(() -> expense(" ", DAY, "1")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> expense("x", DAY, "-1")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> expense("x", DAY, "1e9")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> expense("x", DAY, "1e-999999")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> expense("x", LocalDate.of(9999, 1, 1), "1")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> time("x", 0, "100")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> time("x", 6001, "100")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new NewCostEntry("x", DAY, null, null, null, null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new NewCostEntry("x", DAY, 5, null, BigDecimal.ONE, null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> add(new NewCostEntry("No rate is set here", DAY, 5, null, null, null)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        problem -> assertThat(problem.field()).isEqualTo("perHour"));
        assertThatThrownBy(() ->
                        add(new NewCostEntry("x", DAY, null, null, BigDecimal.ONE, new DocumentId(UUID.randomUUID()))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> costs.budget(file.id(), BigDecimal.TEN.negate(), manager))
                .isInstanceOf(InvalidInput.class);
    }
}
