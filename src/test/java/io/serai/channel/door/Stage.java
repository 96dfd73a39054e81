package io.serai.channel.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.account.ChannelAccounts;
import io.serai.testing.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door as Serai builds it, under a Camel of its own, before a channel of its own. */
final class Stage implements AutoCloseable {

    static final String CODE = "inn.example";

    static final Map<String, String> LOGIN =
            Map.of("api_key", "key-of-the-inn", "api_secret", "s3cret-<&\"of-the-inn");

    private static final String DESCRIPTION =
            """
            code: inn.example
            deadline: 1500ms
            fields: { rooms: { at: room, request: counts } }
            requests: { counts: { one: [hotel, month] } }
            answers: { http: { 400: isolate, 401: renew, 403: broken, 429: later, 5xx: later }, default: refused }
            retries: { unreachable: [1m] }
            reference: 'RUID: \\[([^\\]]+)]|"ruid":"([^"]+)"'
            limits:
              scarce: { account: 5/h }
              scarce-for-hotels: { account: 100/h, hotel: 5/h }
            cards:
              reservations-poll:
                - "//PaymentCard/@CardNumber"
                - "//PaymentCard/@SeriesCode"
                - "//PaymentCard/@ExpireDate"
                - "//PaymentCard/CardHolderName"
              payment-read: [ "$..card_details.card_number", "$..card_details.cvc", "$..card_details.card_name", "$..card_details.customer.full_name" ]
            sign-in:
              kind: token
              url: "{{inn.url}}/token"
              fields: { client_id: "{{credential:api_key}}", client_secret: "{{credential:api_secret}}" }
              token: /jwt
              exchanges: 30/h
              renew-ahead: 5m
            """;

    private final AnnotationConfigApplicationContext beans =
            new AnnotationConfigApplicationContext();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    private Stage(
            Path folder,
            Database database,
            Inn inn,
            String description,
            Map<String, String> settings) {
        MockEnvironment environment = new MockEnvironment();
        environment.setProperty("inn.url", inn.url());
        environment.setProperty("serai.flow.routes", folder.resolve("routes").toString());
        environment.setProperty("serai.vault.key-file", folder.resolve("key.json").toString());
        environment.setProperty("serai.door.log-every", "20ms");
        environment.setProperty("serai.door.turn-wait", "10ms");
        settings.forEach(environment::setProperty);
        write(folder.resolve("routes/inn"), description);
        beans.setEnvironment(environment);
        PlatformTransactionManager transactions = new JdbcTransactionManager(database.engine());
        beans.getBeanFactory().registerSingleton("dataSource", database.engine());
        beans.registerBean(JdbcClient.class, () -> JdbcClient.create(database.engine()));
        beans.getBeanFactory().registerSingleton("transactionManager", transactions);
        beans.getBeanFactory()
                .registerSingleton("transactionTemplate", new TransactionTemplate(transactions));
        beans.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        beans.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        beans.scan("io.serai.vault", "io.serai.channel");
        beans.refresh();
        DoorUnderCamel door = beans.getBean(DoorUnderCamel.class);
        HttpComponent http = new HttpComponent();
        camel.addComponent("http", http);
        door.configure("http", http);
        camel.start();
    }

    static Stage before(Inn inn, Path folder, Database database) {
        return new Stage(folder, database, inn, DESCRIPTION, Map.of());
    }

    /** With {@code from} of the channel's description replaced. */
    static Stage before(Inn inn, Path folder, Database database, String from, String to) {
        return new Stage(folder, database, inn, DESCRIPTION.replace(from, to), Map.of());
    }

    /** With the channel's description changed. */
    static Stage before(
            Inn inn, Path folder, Database database, UnaryOperator<String> description) {
        return new Stage(folder, database, inn, description.apply(DESCRIPTION), Map.of());
    }

    /** With the sign-ins of the channel's description replaced. */
    static Stage signingIn(Inn inn, Path folder, Database database, String signIns) {
        String rest = DESCRIPTION.substring(0, DESCRIPTION.indexOf("sign-in:"));
        return new Stage(folder, database, inn, rest + signIns, Map.of());
    }

    static Stage before(Inn inn, Path folder, Database database, Map<String, String> settings) {
        return new Stage(folder, database, inn, DESCRIPTION, settings);
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    Channel inn() {
        return bean(Channels.class).byCode(CODE);
    }

    long account() {
        return bean(ChannelAccounts.class).take(CODE, "The inn", LOGIN);
    }

    /** Makes a call as a route does; what became of it, an exception included. */
    Exchange call(String url, long account, String call, Object body, String... headers) {
        return camel.createFluentProducerTemplate()
                .to(url + "?throwExceptionOnFailure=false")
                .withProcessor(
                        exchange -> {
                            Message message = exchange.getMessage();
                            message.setBody(body);
                            message.setHeader("Serai-Account", account);
                            message.setHeader("Serai-Call", call);
                            for (int i = 0; i < headers.length; i += 2) {
                                message.setHeader(headers[i], headers[i + 1]);
                            }
                        })
                .send();
    }

    void publish(Object event) {
        beans.publishEvent(event);
    }

    DefaultCamelContext camel() {
        return camel;
    }

    @Override
    public void close() {
        camel.stop();
        beans.close();
    }

    private static void write(Path folder, String description) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(Channels.FILE), description);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
