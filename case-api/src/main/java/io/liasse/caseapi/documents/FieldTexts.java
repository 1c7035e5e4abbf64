package io.liasse.caseapi.documents;

import io.liasse.routes.reading.FieldDefinitions;
import io.liasse.routes.reading.FieldTitles;
import io.liasse.store.document.Field;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What fields are called in the language of the request: those that are built in by their text, others as the document
 * itself calls them or as their definition says, else by their key. Thread-safe.
 */
@Component
public final class FieldTexts {
    private final MessageSource texts;
    private final FieldDefinitions definitions;

    FieldTexts(MessageSource texts, FieldDefinitions definitions) {
        this.texts = texts;
        this.definitions = definitions;
    }

    /** The fields as they are shown, in the same order. */
    public List<FieldLine> lines(List<Field> fields) {
        FieldTitles titles = definitions.titles();
        String language = LocaleContextHolder.getLocale().getLanguage();
        Function<Field, String> title = titled();
        return fields.stream()
                .map(field -> FieldLine.of(field, title.apply(field)).saying(value(field, titles, language)))
                .toList();
    }

    /** Says of each field what it is called. */
    Function<Field, String> titled() {
        FieldTitles titles = definitions.titles();
        Locale locale = LocaleContextHolder.getLocale();
        return field -> FieldLine.NAMES.contains(field.name())
                ? texts.getMessage("field." + field.name(), null, locale)
                : Objects.requireNonNullElseGet(
                        field.label(),
                        () -> titles.of(field.name(), locale.getLanguage()).orElse(field.name()));
    }

    /** Of a paper form the title says more than its key. */
    private static String value(Field field, FieldTitles titles, String language) {
        return field.name().equals("form") ? titles.of(field.value(), language).orElse(field.value()) : field.value();
    }
}
