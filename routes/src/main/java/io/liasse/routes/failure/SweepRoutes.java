package io.liasse.routes.failure;

import java.util.List;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.spring.spi.CamelBeanPostProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One route for each channel that is swept: a clock, the pause after trouble, the sweep. All share one error
 * configuration: trouble shows on the channel's health and is tried again, for ever, with growing pauses.
 */
@Configuration(proxyBeanMethods = false)
class SweepRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(SweepRoutes.class);
    private static final String ERRORS = "channel-errors";
    private static final String HEALTH = "channel-health";
    private static final long SHUTDOWN_SECONDS = 10;

    @Bean
    RouteBuilder sweeps(List<SweptChannels> channels) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                channels.stream()
                        .flatMap(each -> each.sweeps().stream())
                        .forEach(sweep -> from(clockOf(sweep))
                                .routeId(sweep.id())
                                .routeConfigurationId(ERRORS)
                                .setProperty(HEALTH, constant(sweep.health()))
                                .filter(exchange -> sweep.health().due())
                                .process(exchange -> sweep.sweep())
                                .process(exchange -> sweep.health().worked()));
            }
        };
    }

    private static String clockOf(Sweep sweep) {
        return "scheduler:%s?initialDelay=0&delay=%d"
                .formatted(sweep.id(), sweep.interval().toMillis());
    }

    @Bean
    RouteConfigurationBuilder channelErrors() {
        return new RouteConfigurationBuilder() {
            @Override
            public void configuration() {
                routeConfiguration(ERRORS)
                        .onException(Throwable.class)
                        .handled(true)
                        .process(SweepRoutes::note);
            }
        };
    }

    private static void note(Exchange exchange) {
        Throwable problem = Objects.requireNonNull(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        ChannelHealth health = Objects.requireNonNull(exchange.getProperty(HEALTH, ChannelHealth.class));
        health.failed(problem);
        LOG.atWarn()
                .addKeyValue("channel", health.name())
                .addKeyValue("problem", health.lastProblem())
                .log("channel is in trouble and tries again");
    }

    /** No bean here carries Camel's annotations; looking for them in all beans would be a part of each start. */
    @Bean
    static BeanFactoryPostProcessor withoutAnnotations() {
        return beans -> beans.getBean(CamelBeanPostProcessor.class).setEnabled(false);
    }

    @Bean
    CamelContextConfiguration supervision() {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                context.getRouteController().supervising();
                context.getShutdownStrategy().setTimeout(SHUTDOWN_SECONDS);
            }

            @Override
            public void afterApplicationStart(CamelContext context) {}
        };
    }
}
