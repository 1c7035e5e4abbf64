package io.liasse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The program: all rooms in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LiasseApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(LiasseApplication.class, arguments);
    }
}
