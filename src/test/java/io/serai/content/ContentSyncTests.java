package io.serai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.serai.api.ApiClient;
import io.serai.channel.Channels;
import io.serai.channel.account.ChannelAccounts;
import io.serai.testing.SeraiOfFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hotel's content, from what was written to what a channel holds, in the running Serai. */
class ContentSyncTests {

    private static final SeraiOfFolders FOLDERS = SeraiOfFolders.shared();
    private static Quay quay;

    private final String name = "quay-" + UUID.randomUUID().toString().substring(0, 8);
    private int hotel;
    private int connection;
    private ApiClient api;

    @BeforeAll
    static void dropIn() throws IOException {
        quay = new Quay();
        Path there = FOLDERS.routes().resolve("quay");
        SeraiOfFolders.copy(Path.of("src/test/resources/content/quay"), there);
        Path file = there.resolve("channel.yaml");
        Files.writeString(file, Files.readString(file).replace("http://127.0.0.1:1", quay.url()));
        CamelContext camel = FOLDERS.serai().part(CamelContext.class);
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                FOLDERS.serai().part(Channels.class).find("quay").isPresent()
                                        && camel.getRoute("quay-content-push") != null
                                        && camel.getRoute("quay-content-read") != null
                                        && camel.getRoute("quay-products-read") != null);
    }

    @AfterAll
    static void takeOut() {
        SeraiOfFolders.delete(FOLDERS.routes().resolve("quay"));
        quay.close();
    }

    @BeforeEach
    void anotherHotel() {
        quay.forget();
        hotel =
                key(
                        "insert into hotels (code, name, time_zone, currency) values (?, 'Pier House', 'UTC', 'EUR') returning id",
                        name);
        int room =
                key(
                        "insert into room_types (hotel_id, code, name, size, max_guests) values (?, 'DBL', 'Double', 5, 2) returning id",
                        hotel);
        int plan =
                key(
                        "insert into rate_plans (hotel_id, code, name) values (?, 'BAR', 'Best') returning id",
                        hotel);
        key(
                "insert into products (hotel_id, room_type_id, rate_plan_id) values (?, ?, ?) returning id",
                hotel,
                room,
                plan);
        int user =
                key(
                        "insert into users (login, password_hash, role) values (?, '{noop}stub', 'operator') returning id",
                        name);
        key("insert into user_hotels values (?, ?) returning hotel_id", user, hotel);
        api = new ApiClient(FOLDERS.serai().url(), name);
        write(
                "property",
                "{\"address\": {\"line1\": \"Quay 1\", \"city\": \"Porto\", \"country\": \"PT\"}, \"stars\": \"4\"}");
        write(
                "policies",
                "{\"pets\": {\"allowed\": \"no\"}, \"quiet\": {\"from\": \"23:00\"}, \"payment\": [\"visa\"]}");
        write("facilities", "{\"breakfast\": {\"served\": true}}");
        write(
                "room:DBL",
                "{\"description\": {\"en\": \"By the sea\", \"pt\": \"Junto ao mar\"}, \"own\": {\"quay\": {\"code\": 7}}}");
    }

    @Test
    void makesAHotelStepByStep() throws IOException {
        connect(null);

        api.post(path("/creation"), "");

        untilStep("signature");
        assertThat(kinds(quay.told())).containsExactly("property", "room", "product", "facilities");
        JsonNode property = quay.told().get(0);
        assertThat(property.path("create").asBoolean()).isTrue();
        assertThat(property.at("/configuration/contract").asText()).isEqualTo("C-1");
        assertThat(property.at("/content/address/city").asText()).isEqualTo("Porto");
        assertThat(property.at("/content/currency").asText()).isEqualTo("EUR");
        assertThat(property.has("hotel")).isFalse();
        String number =
                text("select remote_hotel from third_party_integrations where id = ?", connection);
        assertThat(number).startsWith("50");
        assertThat(quay.told().get(1).path("hotel").asText()).isEqualTo(number);
        assertThat(quay.told().get(1).at("/content/description").toString())
                .isEqualTo("{\"en\":\"By the sea\"}");
        assertThat(quay.told().get(2).at("/part/room").asText())
                .isEqualTo(part("room:DBL").path("remote").asText());

        assertThat(api.post(path("/creation/steps/signature"), "").status()).isEqualTo(200);

        untilCreation("done");
        until(() -> part("policies").path("state").asText().equals("settled"));
        assertThat(kinds(quay.told()).subList(4, 6)).containsExactly("check", "policies");
        assertThat(faults(state())).isEmpty();
    }

    @Test
    void sendsOnlyWhatDiffersAndARefusedFieldNotAgainUntilItIsChanged() {
        connect("4711");
        quay.answersNext(
                "policies",
                "{\"outcome\": \"partly\", \"items\": [{\"fields\": [\"pets\"], \"outcome\": \"refused\", \"code\": \"E7\", \"words\": \"no such rule\"}]}");

        sync();

        until(() -> part("policies").path("state").asText().equals("settled"));
        assertThat(field("policies", "pets.allowed").path("state").asText()).isEqualTo("refused");
        assertThat(field("policies", "pets.allowed").path("words").asText())
                .isEqualTo("no such rule");
        assertThat(field("policies", "quiet.from").path("state").asText()).isEqualTo("accepted");
        assertThat(part("room:DBL").path("state").asText()).isEqualTo("absent");
        assertThat(field("property", "currency").path("state").asText()).isEqualTo("fixed");

        quay.forget();
        sync();
        until(() -> part("policies").path("nextTryAt").isNull());
        assertThat(quay.told()).isEmpty();

        write("policies", "{\"pets\": {\"allowed\": \"yes\"}}");
        sync();
        until(() -> field("policies", "pets.allowed").path("state").asText().equals("accepted"));
        JsonNode told = quay.told("policies").get(0);
        assertThat(texts(told.path("changed"))).containsExactly("pets.allowed", "quiet.from");
        assertThat(told.path("content").toString()).isEqualTo("{\"pets\":{\"allowed\":\"yes\"}}");
    }

    @Test
    void readsWhatIsThereBeforeItTellsAnythingAndTellsOnlyWhatDiffers() {
        quay.showsNext("policies", "{\"pets.allowed\": \"no\", \"quiet.from\": \"22:00\"}");
        connect("4717");

        sync();

        until(() -> field("policies", "quiet.from").path("state").asText().equals("accepted"));
        assertThat(texts(quay.told("policies").get(0).path("changed")))
                .containsExactly("quiet.from");
        assertThat(quay.read("policies").get(0).at("/content/pets/allowed").asText())
                .isEqualTo("no");

        quay.forget();
        quay.showsNext("policies", "{\"pets.allowed\": \"yes\", \"quiet.from\": null}");
        assertThat(api.post(path("/read"), "").status()).isEqualTo(202);
        until(() -> field("policies", "pets.allowed").path("theirs").asText().equals("yes"));
        assertThat(field("policies", "pets.allowed").path("state").asText()).isEqualTo("open");
        assertThat(field("policies", "quiet.from").path("theirs").isNull()).isTrue();
        assertThat(part("policies").path("readAt").isNull()).isFalse();
        assertThat(quay.told("policies")).isEmpty();
        sync();
        until(() -> field("policies", "pets.allowed").path("state").asText().equals("accepted"));
        assertThat(texts(quay.told("policies").get(0).path("changed")))
                .containsExactly("pets.allowed", "quiet.from");
    }

    @Test
    void readsOnceWhatWasNotAnsweredAndDoesNotTellItAgainWhereItIsThere() {
        connect("4718");
        quay.answersNext("policies", "");
        sync();
        until(() -> part("policies").path("state").asText().equals("failing"));
        quay.showsNext("policies", "{\"pets.allowed\": \"no\", \"quiet.from\": \"23:00\"}");

        sync();

        until(() -> part("policies").path("state").asText().equals("settled"));
        assertThat(quay.told("policies")).hasSize(1);
        assertThat(field("policies", "quiet.from").path("state").asText()).isEqualTo("accepted");
    }

    @Test
    void saysWhatNeedsAPersonUntilItIsMended() {
        connect("4719");
        quay.answersNext(
                "policies",
                "{\"outcome\": \"partly\", \"items\": [{\"fields\": [\"pets\"], \"outcome\": \"refused\", \"code\": \"E7\", \"words\": \"no such rule\"}]}");
        quay.answersNext(
                "property",
                "{\"outcome\": \"broken\", \"items\": [{\"outcome\": \"broken\", \"words\": \"no contract\"}]}");
        sync();
        until(() -> troubles().size() == 2);

        JsonNode pets = trouble("policies");
        JsonNode house = trouble("property");

        assertThat(texts(pets.path("fields"))).containsExactly("pets.allowed");
        assertThat(pets.path("words").asText()).isEqualTo("E7: no such rule");
        assertThat(pets.path("connection").asInt()).isEqualTo(connection);
        assertThat(house.path("state").asText()).isEqualTo("broken");
        assertThat(house.path("words").asText()).isEqualTo("no contract");
        String since = house.path("since").asText();
        quay.answersNext(
                "property",
                "{\"outcome\": \"broken\", \"items\": [{\"outcome\": \"broken\", \"words\": \"still none\"}]}");
        sync();
        until(() -> words("property").filter("still none"::equals).isPresent());
        assertThat(trouble("property").path("since").asText()).isEqualTo(since);
        write("policies", "{\"pets\": {\"allowed\": \"yes\"}}");
        sync();
        until(() -> troubles().isEmpty());
    }

    @Test
    void keepsContactsSealedAndTellsThemInClear() {
        connect("4720");
        write(
                "contacts",
                "{\"general\": {\"lastName\": \"Sealed-Name\", \"email\": \"desk@quay.example\"}}");

        sync();

        until(() -> part("contacts").path("state").asText().equals("settled"));
        assertThat(quay.told("contacts").get(0).at("/content/general/lastName").asText())
                .isEqualTo("Sealed-Name");
        assertThat(field("contacts", "general.lastName").path("theirs").asText())
                .isEqualTo("Sealed-Name");
        assertThat(
                        key(
                                """
                                select count(*)::integer
                                  from (select p::text as line from content_parts p union all select o::text from ota_content_sync o
                                        union all select s::text from content_syncs s) a
                                 where line like '%Sealed-Name%'
                                """))
                .isZero();
    }

    @Test
    void sealsContactsThatPlainSqlWrote() {
        FOLDERS.serai()
                .sql()
                .sql(
                        "insert into content_parts (hotel_id, kind, content) values (?, 'contacts', '{\"general\": {\"lastName\": \"Open\"}}')")
                .param(hotel)
                .update();

        FOLDERS.serai().part(ContentWishes.class).daily("Antarctica/Troll");

        assertThat(
                        key(
                                "select count(*)::integer from content_parts where hotel_id = ? and content = '{}' and sealed is not null",
                                hotel))
                .isOne();
        assertThat(
                        api.get("/api/content-sync/hotels/" + hotel + "/parts/contacts")
                                .body()
                                .at("/content/general/lastName")
                                .asText())
                .isEqualTo("Open");
    }

    private JsonNode troubles() {
        return api.get("/api/content-sync/hotels/" + hotel + "/troubles").body().path("troubles");
    }

    private JsonNode trouble(String what) {
        return found(what).orElseThrow();
    }

    /** What is said of it; nothing while it is sent again. */
    private Optional<String> words(String what) {
        return found(what).map(each -> each.path("words").asText());
    }

    private Optional<JsonNode> found(String what) {
        return StreamSupport.stream(troubles().spliterator(), false)
                .filter(each -> each.path("what").asText().equals(what))
                .findFirst();
    }

    @Test
    void keepsAWishThatComesDuringACallAndForgetsWhatAnOutdatedClaimSays() {
        connect("4716");
        sync();
        until(() -> part("policies").path("state").asText().equals("settled"));
        long id = part("policies").path("id").asLong();
        var now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        FOLDERS.serai()
                .sql()
                .sql("update content_syncs set next_try_at = ? where id = ?")
                .params(now.plusDays(2), id)
                .update();
        long fence = key("select fence::integer from content_syncs where id = ?", id);
        var book = FOLDERS.serai().part(SyncBook.class);

        boolean outdated = book.holds(claimed(id, fence - 1, now.plusDays(1)));
        book.end(claimed(id, fence, now.plusDays(1)), SyncState.SETTLED, null, null);
        boolean wished = !part("policies").path("nextTryAt").isMissingNode();
        book.end(claimed(id, fence, now.plusDays(2)), SyncState.SETTLED, null, null);

        assertThat(outdated).isFalse();
        assertThat(wished).isTrue();
        assertThat(
                        key(
                                "select count(*)::integer from content_syncs where id = ? and next_try_at is null",
                                id))
                .isEqualTo(1);
    }

    private SyncedPart claimed(long id, long fence, OffsetDateTime due) {
        return new SyncedPart(
                id,
                hotel,
                connection,
                0,
                "quay",
                "4716",
                false,
                "{}",
                new PartId("policies", null, null, ""),
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                0,
                due,
                fence);
    }

    @Test
    void sendsTheRestWithoutWhatARefusalNames() {
        connect("4712");
        quay.answersNext(
                "policies",
                "{\"outcome\": \"refused\", \"items\": [{\"fields\": [\"quiet.from\"], \"outcome\": \"refused\", \"words\": \"too late\"}]}");

        sync();

        until(() -> part("policies").path("state").asText().equals("settled"));
        assertThat(quay.told("policies")).hasSize(2);
        assertThat(texts(quay.told("policies").get(1).path("changed")))
                .containsExactly("pets.allowed");
        assertThat(field("policies", "quiet.from").path("state").asText()).isEqualTo("refused");
    }

    @Test
    void sendsAgainWhatWasNotAnsweredAndSaysSoWhereItMakesSomething() {
        connect(null);
        quay.answersNext("property", "");

        api.post(path("/creation"), "");

        until(() -> part("property").path("state").asText().equals("failing"));
        assertThat(field("property", "name").path("state").asText()).isEqualTo("unknown");
        FOLDERS.serai()
                .sql()
                .sql(
                        "update content_syncs set next_try_at = now() where connection_id = ? and state = 'failing'")
                .param(connection)
                .update();
        untilStep("signature");
        assertThat(quay.told("property")).hasSize(2);
        assertThat(quay.told("property").get(0).path("again").asBoolean()).isFalse();
        assertThat(quay.told("property").get(1).path("again").asBoolean()).isTrue();
    }

    @Test
    void asksAfterWhatTheChannelWorksOn() {
        connect(null);
        quay.answersNext(
                "property", "{\"outcome\": \"pending\", \"ask\": \"content-check\", \"after\": 0}");
        quay.answersNext("property", "{\"outcome\": \"applied\", \"remote\": \"6001\"}");

        api.post(path("/creation"), "");

        untilStep("signature");
        assertThat(quay.told().get(1)).isEqualTo(quay.told().get(0));
        assertThat(
                        text(
                                "select remote_hotel from third_party_integrations where id = ?",
                                connection))
                .isEqualTo("6001");
        assertThat(field("property", "name").path("state").asText()).isEqualTo("accepted");
    }

    @Test
    void stopsWhereSomethingIsLackingAndGoesOnWhenItIsThere() {
        connect(null);
        write("property", "{}");
        write("facilities", "{}");

        api.post(path("/creation"), "");

        untilCreation("stopped");
        assertThat(state().at("/creation/words").asText()).isEqualTo("lacks address.city");
        write("property", "{\"address\": {\"city\": \"Porto\"}}");
        api.post(path("/creation"), "");
        until(() -> state().at("/creation/words").asText().equals("lacks breakfast.served"));
        write("facilities", "{\"breakfast\": {\"served\": false}}");
        api.post(path("/creation"), "");
        untilStep("signature");
        assertThat(quay.told("property")).hasSize(1);
    }

    @Test
    void triesAWholeRefusalAgainAsSoonAsAnythingOfItChanges() {
        connect(null);
        quay.answersNext(
                "property",
                "{\"outcome\": \"refused\", \"items\": [{\"outcome\": \"refused\", \"code\": \"400\", \"words\": \"not like this\"}]}");

        api.post(path("/creation"), "");

        untilCreation("stopped");
        assertThat(state().at("/creation/words").asText()).isEqualTo("400: not like this");
        write(
                "property",
                "{\"address\": {\"line1\": \"Quay 2\", \"city\": \"Porto\", \"country\": \"PT\"}}");
        api.post(path("/creation"), "");
        untilStep("signature");
        assertThat(quay.told("property").get(1).at("/content/address/country").asText())
                .isEqualTo("PT");
    }

    @Test
    void showsWhatTheChannelDoesNotTakeAndWhereItIsWritten() throws IOException {
        connect("4713");

        JsonNode state = state();
        JsonNode managed = state.path("managed");

        assertThat(faults(state)).isEmpty();
        assertThat(state.path("unread").toString())
                .isEqualTo(
                        "[{\"what\":\"room\",\"why\":\"the portal shows rooms to people only\"}]");
        assertThat(
                        StreamSupport.stream(managed.spliterator(), false)
                                .map(
                                        each ->
                                                each.path("what").asText()
                                                        + ": "
                                                        + each.path("where").asText()))
                .contains(
                        "policies.payment: Portal, Payments",
                        "charges: Portal, Charges",
                        "descriptions: Portal, Texts",
                        "property.stars: null");
    }

    @Test
    void looksAtEveryHotelThatIsAtAChannelWhenItsJobRuns() {
        connect("4714");

        key(
                "insert into users (login, password_hash, role) values (?, '{noop}stub', 'engineer') returning id",
                "content-engineer");
        var run =
                new ApiClient(FOLDERS.serai().url(), "content-engineer")
                        .post("/api/jobs/content/run", "");

        assertThat(run.status()).as(run.body().toString()).isEqualTo(202);
        until(() -> field("policies", "pets.allowed").path("state").asText().equals("accepted"));
        String where = run.whole().headers().firstValue("Location").orElseThrow();
        until(() -> api.get(where).body().path("outcome").asText().equals("ok"));
    }

    @Test
    void showsTheNewerContentToWhoeverWritesAnOlderOne() {
        String part = "/api/content-sync/hotels/" + hotel + "/parts/policies";
        String seen = api.get(part).whole().headers().firstValue("ETag").orElseThrow();
        write("policies", "{\"parties\": true}");

        var late = api.put(part, "{\"parties\": false}", "If-Match", seen);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().at("/newer/content/parties").asBoolean()).isTrue();
    }

    @Test
    void refusesAPartThatItsSchemaOrTheHotelsRecordContradicts() {
        var unknown =
                api.put(
                        "/api/content-sync/hotels/" + hotel + "/parts/policies",
                        "{\"pets\": {\"allowed\": \"perhaps\"}}");
        var name =
                api.put(
                        "/api/content-sync/hotels/" + hotel + "/parts/property",
                        "{\"name\": \"Other\"}");
        var own =
                api.put(
                        "/api/content-sync/hotels/" + hotel + "/parts/property",
                        "{\"own\": {\"quay\": {\"a.b\": 1}}}");

        assertThat(List.of(unknown.status(), name.status(), own.status())).containsOnly(400);
        assertThat(unknown.body().path("detail").asText()).contains("/pets/allowed");
        assertThat(name.body().path("detail").asText()).contains("Pier House");
        assertThat(own.body().path("detail").asText()).contains("a.b");
    }

    private void connect(String number) {
        long account =
                FOLDERS.serai()
                        .part(ChannelAccounts.class)
                        .take("quay.example", "test", Map.of("api_key", name, "api_secret", "s"));
        connection =
                key(
                        """
                        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, account_id, state)
                        values ('quay', 'ota', 'quay.example', '{}', jsonb_strip_nulls(jsonb_build_object('hotel_id', cast(? as text), 'contract', 'C-1', 'test_mode', true)), ?, ?, 'reading') returning id
                        """,
                        number,
                        hotel,
                        account);
    }

    private void write(String part, String content) {
        var reply = api.put("/api/content-sync/hotels/" + hotel + "/parts/" + part, content);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    }

    private void sync() {
        var reply = api.post(path("/sync"), "");
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(202);
    }

    private String path(String below) {
        return "/api/content-sync/connections/" + connection + below;
    }

    private JsonNode state() {
        return api.get(path("")).body();
    }

    private JsonNode part(String part) {
        return StreamSupport.stream(state().path("parts").spliterator(), false)
                .filter(each -> each.path("part").asText().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode field(String part, String field) {
        return StreamSupport.stream(part(part).path("fields").spliterator(), false)
                .filter(each -> each.path("field").asText().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private void untilStep(String step) {
        until(
                () ->
                        StreamSupport.stream(state().at("/creation/steps").spliterator(), false)
                                .anyMatch(
                                        each ->
                                                each.path("step").asText().equals(step)
                                                        && each.path("state")
                                                                .asText()
                                                                .equals("there")));
    }

    private void untilCreation(String state) {
        until(() -> state().at("/creation/state").asText().equals(state));
    }

    private void until(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100)).until(holds);
    }

    /** What the API's contract has against a state. */
    private static Set<String> faults(JsonNode state) throws IOException {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$ref", "#/components/schemas/ContentState");
        schema.set(
                "components",
                new YAMLMapper()
                        .readTree(Path.of("src/main/resources/openapi/serai.yaml").toFile())
                        .path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(state)
                .stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static List<String> kinds(List<JsonNode> told) {
        return told.stream().map(each -> each.at("/part/kind").asText("check")).toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static int key(String sql, Object... params) {
        return FOLDERS.serai().sql().sql(sql).params(params).query(Integer.class).single();
    }

    private static String text(String sql, Object... params) {
        return FOLDERS.serai().sql().sql(sql).params(params).query(String.class).single();
    }
}
