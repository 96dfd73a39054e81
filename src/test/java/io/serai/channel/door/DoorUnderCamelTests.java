package io.serai.channel.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.wire.Wire;
import io.serai.testing.Database;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.springboot.HttpComponentAutoConfiguration;
import org.apache.camel.component.http.springboot.HttpComponentConverter;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DoorUnderCamelTests {

    @TempDir Path folder;

    @Test
    void isUnderBothComponentsThatSpringMakes() {
        try (Database database = Database.fresh();
                Inn inn = new Inn();
                Stage stage = Stage.before(inn, folder, database)) {
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    CamelAutoConfiguration.class,
                                    HttpComponentAutoConfiguration.class,
                                    HttpComponentConverter.class))
                    .withBean(DoorUnderCamel.class, () -> stage.bean(DoorUnderCamel.class))
                    .run(
                            serai -> {
                                CamelContext camel = serai.getBean(CamelContext.class);
                                for (String name : new String[] {"http", "https"}) {
                                    assertThat(
                                                    camel.getComponent(name, HttpComponent.class)
                                                            .getClientConnectionManager())
                                            .isSameAs(stage.bean(Wire.class).pool());
                                }
                            });
        }
    }
}
