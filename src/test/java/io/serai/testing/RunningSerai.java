package io.serai.testing;

import io.serai.Serai;
import io.serai.sandbox.SandboxApplication;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole of Serai and the sandbox, each with its own port and over HTTP, on one database:
 * started once for all stories of a JVM, so that each story makes a hotel of its own.
 */
public final class RunningSerai implements AutoCloseable {

    private static final StandIns STAND_INS = new StandIns();

    /** Those that nobody has closed. */
    private static final Set<RunningSerai> OPEN = ConcurrentHashMap.newKeySet();

    /** A time that no test lives to see: jobs that would change what stories count. */
    private static final String NOT_BY_ITSELF = "0 0 0 1 1 ? 2099";

    private final Database database;
    private final Database standIns;
    private final ConfigurableApplicationContext sandbox;
    private final ConfigurableApplicationContext serai;
    private volatile boolean resting;

    private RunningSerai(Map<String, Object> more, Database database, Database standIns) {
        this.database = database;
        this.standIns = standIns;
        Map<String, Object> own = STAND_INS.own();
        own.put("sandbox.port", 0);
        own.put("sandbox.db.url", standIns.url());
        own.put("sandbox.db.user", "postgres");
        own.put("sandbox.db.password", "");
        sandbox = SandboxApplication.start(own);
        serai = start(more);
        OPEN.add(this);
    }

    /** The one of this JVM. */
    public static RunningSerai shared() {
        return Shared.SERAI.awake();
    }

    /** Another one, with a database of its own and these settings; to be closed. */
    public static RunningSerai with(Map<String, Object> more) {
        Database database = Database.fresh();
        return new RunningSerai(more, database, database);
    }

    /**
     * Another one on a database where the stand-ins keep nothing, with these settings; to be
     * closed.
     */
    public static RunningSerai on(Database database, Map<String, Object> more) {
        return new RunningSerai(more, database, Database.fresh());
    }

    /**
     * Wherever one runs: disconnects every hotel that is connected to a channel, and has nothing
     * done by the clock until somebody wants something of it again.
     */
    static void retire() {
        OPEN.forEach(RunningSerai::rest);
    }

    private void rest() {
        disconnect();
        try {
            clock().standby();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
        resting = true;
    }

    private RunningSerai awake() {
        if (resting) {
            resting = false;
            try {
                clock().start();
            } catch (SchedulerException e) {
                throw new IllegalStateException(e);
            }
        }
        return this;
    }

    private Scheduler clock() {
        return serai.getBean(CamelContext.class)
                .getComponent("quartz", QuartzComponent.class)
                .getScheduler();
    }

    private void disconnect() {
        JdbcClient.create(database.owner())
                .sql(
                        """
                        update third_party_integrations set state = 'disconnected'
                         where id in (select id from third_party_integrations where state <> 'disconnected' for update skip locked)
                        """)
                .update();
    }

    @Override
    public void close() {
        OPEN.remove(this);
        serai.close();
        sandbox.close();
        database.close();
        standIns.close();
    }

    private ConfigurableApplicationContext start(Map<String, Object> more) {
        Map<String, Object> settings = STAND_INS.ofSerai(sandbox.getEnvironment());
        settings.put("server.port", 0);
        settings.put("serai.db.url", database.url());
        settings.put("serai.db.user", "postgres");
        settings.put("serai.db.password", "");
        settings.put("serai.sandbox.enabled", false);
        settings.put("serai.demo.enabled", false);
        settings.put("serai.vault.key-file", OwnFolder.of("keys.json").toString());
        settings.put("serai.db.place.file", OwnFolder.of("database.json").toString());
        settings.put("serai.flow.kept", OwnFolder.of("kept").toString());
        settings.put("serai.flow.messages.trial-at-most", "2m");
        settings.put("serai.polls.tick", 100);
        settings.put("serai.delivery.tick", 200);
        settings.put("serai.connections.tick", 200);
        settings.put("serai.webhooks.tick", 100);
        settings.put("serai.webhooks.first-pause", "300ms");
        settings.put("serai.inbox.tick", 200);
        settings.put("serai.hooks.tick", 100);
        settings.put("serai.hooks.deadline", "2s");
        settings.put("serai.hooks.lease", "4s");
        settings.put("serai.hooks.retries", "200ms,300ms,400ms");
        settings.put("serai.hooks.private-addresses", true);
        settings.put("serai.alerts.look-at", NOT_BY_ITSELF);
        settings.put("serai.alerts.tick", 200);
        settings.put("serai.alerts.gather", "1s");
        settings.put("serai.alerts.lease", "4s");
        settings.put("serai.alerts.mail.host", "localhost");
        settings.put("serai.alerts.mail.port", MailServer.port());
        settings.put("serai.alerts.mail.security", "none");
        settings.put("serai.alerts.mail.from", "serai@hotel.example");
        settings.put("serai.requests.tick", 200);
        settings.put("serai.photos.tick", 200);
        settings.put("serai.photos.looks", "300ms,300ms,500ms,500ms,1s,1s,1s,1s,2s,2s");
        settings.put("serai.photos.folder", OwnFolder.of("photos").toString());
        settings.put("serai.content.tick", 200);
        settings.put("serai.jobs.content.at", NOT_BY_ITSELF);
        settings.put("serai.jobs.reservations.at", NOT_BY_ITSELF);
        settings.put("serai.jobs.reservations-compare.at", NOT_BY_ITSELF);
        settings.put("serai.requests.retries", "200ms,200ms,200ms,1s");
        settings.putAll(more);
        SpringApplication application = new SpringApplication(Serai.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                context -> {
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("test", settings));
                    context.getBeanFactory()
                            .registerSingleton("noTestClasses", new NoTestClasses());
                    context.getBeanFactory().addBeanPostProcessor(new Mortal());
                });
        return application.run();
    }

    /** Where the sandbox answers. */
    public String sandboxUrl() {
        return "http://localhost:"
                + awake().sandbox.getEnvironment().getProperty("local.server.port");
    }

    /** Where a stand-in answers that has a port of its own, by its name in the sandbox. */
    public String standInUrl(String name) {
        return "http://localhost:"
                + awake().sandbox.getEnvironment().getRequiredProperty("local." + name + ".port");
    }

    /** Where Serai answers. */
    public String url() {
        return "http://localhost:"
                + awake().serai.getEnvironment().getProperty("local.server.port");
    }

    /** Its database, as the owner. */
    public JdbcClient sql() {
        return JdbcClient.create(awake().database.owner());
    }

    public Database database() {
        return awake().database;
    }

    /** A part of the running Serai. */
    public <T> T part(Class<T> type) {
        return awake().serai.getBean(type);
    }

    /** Started by the first who asks. */
    private static final class Shared {

        static final RunningSerai SERAI = with(Map.of());
    }

    /** Lets a test kill what it calls itself between two statements. */
    private static final class Mortal implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return name.equals("engineDataSource") || name.equals("appDataSource")
                    ? new Kill((DataSource) bean)
                    : bean;
        }
    }
}
