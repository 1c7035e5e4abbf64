package io.liasse.caseapi.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Takes the names of enumerated values in requests in any case: {@code kind=document} is {@code kind=DOCUMENT}. */
@Component
final class EnumNames implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new AnyCase());
    }

    @SuppressWarnings("rawtypes") // a converter of all enumerations has no other type
    private static final class AnyCase implements ConverterFactory<String, Enum> {
        @Override
        @SuppressWarnings("NullAway") // a converter may give null, which is what an empty name stands for
        public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
            return name -> named(type, name.strip());
        }

        private static <T extends Enum> @Nullable T named(Class<T> type, String name) {
            if (name.isEmpty()) {
                return null;
            }
            return Arrays.stream(type.getEnumConstants())
                    .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " " + name));
        }
    }
}
