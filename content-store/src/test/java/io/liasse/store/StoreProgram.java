package io.liasse.store;

import io.liasse.store.access.Users;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The store alone as a program, as Spring Boot starts it; {@code main} makes the first user, says so, and stays. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "io.liasse.store",
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.testing\\..*"))
class StoreProgram {
    static final String READY = "ready";

    static ConfigurableApplicationContext started(String... arguments) {
        return new SpringApplicationBuilder(StoreProgram.class)
                .bannerMode(Banner.Mode.OFF)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ConfigurableApplicationContext program = started(arguments);
        program.getBean(Users.class).createFirst("admin", "a password for tests");
        System.out.write((READY + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
