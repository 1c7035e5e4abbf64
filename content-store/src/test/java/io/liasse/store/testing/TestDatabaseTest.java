package io.liasse.store.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {
    @Test
    void givesEveryTestAMigratedDatabaseOfItsOwn() {
        try (HikariDataSource first = TestDatabase.fresh().pool();
                HikariDataSource second = TestDatabase.fresh().pool()) {
            JdbcClient.create(first)
                    .sql("insert into case_number values (2026, 1)")
                    .update();
            long seen = JdbcClient.create(second)
                    .sql("select count(*) from case_number")
                    .query(Long.class)
                    .single();
            assertThat(seen).isZero();
        }
    }
}
