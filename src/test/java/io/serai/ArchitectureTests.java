package io.serai;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "io.serai", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    /** Things hotels have, and a few technical packages. */
    private static final Set<String> PACKAGES =
            Set.of(
                    "hotel",
                    "alert",
                    "ari",
                    "channel",
                    "delivery",
                    "reservation",
                    "content",
                    "payment",
                    "report",
                    "vault",
                    "console",
                    "api",
                    "sandbox",
                    "database",
                    "flow",
                    "job",
                    "trace");

    private static final Set<String> KINDS_OF_CLASSES =
            Set.of(
                    "service",
                    "services",
                    "util",
                    "utils",
                    "dto",
                    "impl",
                    "model",
                    "common",
                    "helper",
                    "config");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.serai.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_SMALLER_CYCLES =
            slices().matching("io.serai.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_OF_A_PACKAGE_USES_THE_PROGRAM =
            noClasses()
                    .that(resideInAPackage("io.serai.*.."))
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.serai"));

    @ArchTest
    static final ArchRule ONLY_THE_PROGRAM_STARTS_THE_SANDBOX =
            noClasses()
                    .that(
                            resideInAPackage("io.serai.*..")
                                    .and(resideOutsideOfPackage("io.serai.sandbox..")))
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.serai.sandbox.."))
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_SANDBOX_SHARES_NOTHING_WITH_SERAI =
            noClasses()
                    .that(resideInAPackage("io.serai.sandbox.."))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.serai..")
                                    .and(resideOutsideOfPackage("io.serai.sandbox..")))
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PURE_DECISIONS_NEED_NO_FRAMEWORK =
            noClasses()
                    .that(resideInAPackage("io.serai.ari.."))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.springframework..")
                                    .or(resideInAPackage("org.apache.camel.."))
                                    .or(resideInAPackage("java.sql..")));

    @ArchTest
    static final ArchRule PACKAGES_ARE_THINGS_OF_THE_TRADE =
            classes()
                    .that(resideInAPackage("io.serai.*.."))
                    .should(
                            new com.tngtech.archunit.lang.ArchCondition<>(
                                    "lie in a package of the trade") {
                                @Override
                                public void check(
                                        JavaClass type,
                                        com.tngtech.archunit.lang.ConditionEvents events) {
                                    List<String> names =
                                            List.of(type.getPackageName().split("[.]"));
                                    boolean known =
                                            PACKAGES.contains(names.get(2))
                                                    && names.stream()
                                                            .noneMatch(KINDS_OF_CLASSES::contains);
                                    if (!known) {
                                        events.add(
                                                com.tngtech.archunit.lang.SimpleConditionEvent
                                                        .violated(
                                                                type,
                                                                type.getName()
                                                                        + " (expected: below one of "
                                                                        + new TreeSet<>(PACKAGES)
                                                                        + ")"));
                                    }
                                }
                            });

    @Test
    void namesNoChannelInSharedCode() {
        List<String> names = channelNames();
        assertThat(names).contains("wayside").hasSizeGreaterThan(4);

        List<String> found =
                shared().flatMap(
                                file ->
                                        lines(file)
                                                .filter(
                                                        line ->
                                                                names.stream()
                                                                        .anyMatch(
                                                                                name ->
                                                                                        names(
                                                                                                line,
                                                                                                name)))
                                                .map(line -> file + ": " + line.strip()))
                        .toList();

        assertThat(found)
                .as("shared code that names a channel (expected: only routes/ and mappings/ do)")
                .isEmpty();
    }

    @Test
    void explainsEachPackageAndMarksItNullSafe() {
        List<Path> unexplained =
                files(Path.of("src/main/java"))
                        .map(Path::getParent)
                        .distinct()
                        .filter(
                                folder ->
                                        !Files.exists(folder.resolve("package-info.java"))
                                                || lines(folder.resolve("package-info.java"))
                                                        .noneMatch(
                                                                line -> line.equals("@NullMarked")))
                        .toList();

        assertThat(unexplained).isEmpty();
    }

    /** What every channel is called that has a folder, the example too: its folder and its code. */
    private static List<String> channelNames() {
        return Stream.of(Path.of("routes"), Path.of("examples/channel/routes"))
                .flatMap(ArchitectureTests::files)
                .filter(file -> file.endsWith("channel.yaml"))
                .flatMap(
                        file ->
                                Stream.of(file.getParent().getFileName().toString(), code(file))
                                        .flatMap(
                                                name ->
                                                        Stream.of(
                                                                name,
                                                                name.replace('.', '_'),
                                                                name.replace(".", ""))))
                .distinct()
                .toList();
    }

    private static String code(Path file) {
        return lines(file)
                .filter(line -> line.startsWith("code: "))
                .map(line -> line.substring("code: ".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    /** A name with a dot in it may be the call of a method: of one whose name goes on. */
    private static boolean names(String line, String channel) {
        String end = channel.contains(".") ? "(?![a-z])" : "";
        return Pattern.compile("(?<![a-z])" + Pattern.quote(channel) + end)
                .matcher(line.toLowerCase(Locale.ROOT))
                .find();
    }

    private static Stream<Path> shared() {
        return Stream.of(
                        Path.of("src/main/java"),
                        Path.of("src/main/resources/templates"),
                        Path.of("src/main/resources/static/console"),
                        Path.of("src/main/resources/openapi"),
                        Path.of("mappings/schema"),
                        Path.of("docker"),
                        Path.of("pom.xml"),
                        Path.of("src/main/resources/db/migration"),
                        Path.of("routes/common"))
                .filter(Files::exists)
                .flatMap(ArchitectureTests::files)
                .filter(
                        file ->
                                !file.toString().contains("sandbox")
                                        && !file.toString().contains("Sandbox"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
