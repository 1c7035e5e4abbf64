package io.liasse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The program: all rooms in one process.
 *
 * <p>Every class that is looked through costs at each start, so nested ones are left out (no component is one, which
 * {@code ArchitectureTest} sees to), and so is {@code capture}, which has no components.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"io.liasse.store", "io.liasse.search", "io.liasse.routes", "io.liasse.caseapi"},
        resourcePattern = "**/{name:[^$]*}.class",
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@EnableScheduling
public class LiasseApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(LiasseApplication.class, arguments);
    }
}
