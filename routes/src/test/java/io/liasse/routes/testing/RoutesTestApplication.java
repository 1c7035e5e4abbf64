package io.liasse.routes.testing;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Store, search and routes without screens. */
@SpringBootApplication(scanBasePackages = {"io.liasse.store", "io.liasse.search", "io.liasse.routes"})
class RoutesTestApplication {}
