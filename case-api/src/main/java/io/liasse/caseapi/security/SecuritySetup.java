package io.liasse.caseapi.security;

import io.liasse.store.access.Viewer;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes {@link ViewerArgument} and {@link OnlyForCheck} known to Spring MVC. */
@Configuration(proxyBeanMethods = false)
class SecuritySetup implements WebMvcConfigurer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class, SignedIn.class);
    }

    private final ViewerArgument viewers = new ViewerArgument();
    private final OnlyForCheck roles = new OnlyForCheck();

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(viewers);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(roles);
    }
}
