package io.liasse.caseapi.casework.plan;

import io.liasse.caseapi.web.Entered;
import io.liasse.store.party.PartyId;
import io.liasse.store.plan.Cost;
import io.liasse.store.plan.Measure;
import io.liasse.store.plan.MeasureState;
import io.liasse.store.plan.NewMeasure;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A measure as it is entered; {@code who} is the id of a party that takes part. */
record MeasureForm(
        @Nullable String what,
        @Nullable UUID who,
        @Nullable String place,
        @Nullable String how,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable String cost,
        @Nullable String currency,
        @Nullable String state,
        @Nullable Long version) {
    static MeasureForm of(Measure measure) {
        Cost cost = measure.cost();
        return new MeasureForm(
                measure.what(),
                measure.who() == null ? null : measure.who().id().value(),
                measure.place(),
                measure.how(),
                Objects.toString(measure.startsOn(), null),
                Objects.toString(measure.endsOn(), null),
                cost == null ? null : cost.amount().toPlainString(),
                cost == null ? null : cost.currency().getCurrencyCode(),
                measure.state().name(),
                measure.version());
    }

    void check(Errors errors) {
        if (what == null) {
            errors.rejectValue("what", "plan.problem.what");
        }
        Entered.checkDay(errors, "startsOn", startsOn);
        Entered.checkDay(errors, "endsOn", endsOn);
        Entered.checkNumber(errors, "cost", cost);
    }

    NewMeasure measure() {
        BigDecimal amount = Entered.number(cost);
        return new NewMeasure(
                Objects.toString(what, ""),
                who == null ? null : new PartyId(who),
                place,
                how,
                Entered.day(startsOn),
                Entered.day(endsOn),
                amount == null ? null : Cost.of(amount, currency == null ? "CHF" : currency),
                Entered.term(MeasureState.values(), state));
    }
}
