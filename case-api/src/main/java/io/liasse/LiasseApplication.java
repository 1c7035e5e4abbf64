package io.liasse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The program: all rooms in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class LiasseApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(LiasseApplication.class, arguments);
    }
}
