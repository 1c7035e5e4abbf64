package io.liasse.caseapi.web;

import io.liasse.store.document.DocumentTypes;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;

/** Texts of document types that the configuration or people add. A type that is no longer configured is called by its key. */
final class AddedTypeNames extends AbstractMessageSource {
    private static final String BEGINNING = "type.document.";

    private final Supplier<DocumentTypes> types;

    AddedTypeNames(Supplier<DocumentTypes> types) {
        this.types = types;
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        if (!code.startsWith(BEGINNING)) {
            return null;
        }
        String type = code.substring(BEGINNING.length());
        return types.get().nameOfAdded(type, locale.getLanguage()).orElse(type);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        String text = resolveCodeWithoutArguments(code, locale);
        return text == null ? null : new MessageFormat(text.replace("'", "''").replace("{", "'{'"), locale);
    }
}
