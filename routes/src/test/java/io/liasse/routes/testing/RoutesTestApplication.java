package io.liasse.routes.testing;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Store and routes without search and screens. */
@SpringBootApplication(scanBasePackages = {"io.liasse.store", "io.liasse.routes"})
@ConfigurationPropertiesScan({"io.liasse.store", "io.liasse.routes"})
class RoutesTestApplication {}
