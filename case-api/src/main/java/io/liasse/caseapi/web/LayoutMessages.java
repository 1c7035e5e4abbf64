package io.liasse.caseapi.web;

import io.liasse.store.document.DocumentTypes;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The texts of the screens: one bundle per feature, English in the file without suffix, never the server's language. */
@Configuration(proxyBeanMethods = false)
class LayoutMessages implements WebMvcConfigurer {
    /** The bundles under {@code messages/}; a test holds each against the four languages. */
    static final String[] BUNDLES = {
        "layout",
        "terms",
        "signin",
        "errors",
        "today",
        "cases",
        "settings",
        "documents",
        "correction",
        "pages",
        "ledger",
        "inbox",
        "quality",
        "plan",
        "task",
        "cost",
        "consent",
        "telephone"
    };

    @Bean
    MessageSource messageSource(ObjectProvider<DocumentTypes> types) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        for (String bundle : BUNDLES) {
            messages.addBasenames("messages/" + bundle);
        }
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setParentMessageSource(new AddedTypeNames(types::getObject));
        return messages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor chosen = new LocaleChangeInterceptor();
        chosen.setParamName(LayoutLanguage.PARAMETER);
        chosen.setIgnoreInvalidLocale(true);
        registry.addInterceptor(chosen);
    }
}
