package io.liasse.caseapi.inbox;

import io.liasse.capture.field.TakenValue;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says while a clerk fills in the form what a text is as the value of a field, as filing would keep it. */
@RestController
final class FieldValueController {
    private static final int LONGEST = 1000;

    private final Clock clock;

    FieldValueController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping(path = "/fragments/field-value", produces = MediaType.APPLICATION_JSON_VALUE)
    TakenValue value(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String text) {
        String whole = text.substring(0, Math.min(LONGEST, text.length()));
        return TakenValue.of(name, whole, LocalDate.now(clock));
    }
}
