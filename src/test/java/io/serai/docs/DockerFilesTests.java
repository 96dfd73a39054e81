package io.serai.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * What stands in docker/: read as those who run it would read it, as far as that goes without them.
 */
class DockerFilesTests {

    private static final Path DOCKER = Path.of("docker");
    private static final ObjectMapper YAML =
            YAMLMapper.builder(YAMLFactory.builder().loaderOptions(uniqueKeys()).build()).build();
    private static final Pattern METRIC = Pattern.compile("\\bserai_[a-z_]+");
    private static final Pattern METER = Pattern.compile("\"(serai\\.[a-z.-]+)\"");

    private static final Map<String, Class<? extends HasMetadata>> KINDS =
            Map.of(
                    "ConfigMap", ConfigMap.class,
                    "Deployment", Deployment.class,
                    "Service", Service.class,
                    "Ingress", Ingress.class,
                    "PersistentVolumeClaim", PersistentVolumeClaim.class,
                    "PodDisruptionBudget", PodDisruptionBudget.class);

    @Test
    void composesOfWhatIsThere() throws IOException {
        JsonNode compose = YAML.readTree(DOCKER.resolve("compose.yaml").toFile());
        JsonNode services = compose.path("services");

        for (JsonNode service : services) {
            for (JsonNode volume : service.path("volumes")) {
                String from = volume.asText().split(":")[0];
                if (from.startsWith("./")) {
                    assertThat(DOCKER.resolve(from)).exists();
                } else {
                    assertThat(compose.path("volumes").has(from)).as(from).isTrue();
                }
            }
            service.path("depends_on")
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(services.has(name)).as(name).isTrue());
            assertThat(service.path("image").asText()).as("image").isNotBlank();
        }
    }

    @Test
    void givesKubernetesOnlyWhatItKnows() throws IOException {
        ObjectMapper strict =
                YAMLMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .annotationIntrospector(
                                new JacksonAnnotationIntrospector() {
                                    private static final long serialVersionUID = 1;

                                    @Override
                                    public Boolean hasAnySetter(Annotated of) {
                                        return false;
                                    }
                                })
                        .build();
        List<HasMetadata> read = new ArrayList<>();

        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class)
                        .readValues(DOCKER.resolve("kubernetes/serai.yaml").toFile())) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                read.add(strict.treeToValue(document, KINDS.get(document.path("kind").asText())));
            }
        }

        assertThat(read).extracting(HasMetadata::getKind).containsAll(KINDS.keySet());
        Deployment serai =
                (Deployment)
                        read.stream()
                                .filter(Deployment.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        assertThat(serai.getSpec().getReplicas()).isEqualTo(2);
        assertThat(serai.getSpec().getTemplate().getSpec().getContainers())
                .allSatisfy(
                        container -> {
                            assertThat(container.getLivenessProbe()).isNotNull();
                            assertThat(container.getReadinessProbe()).isNotNull();
                        });
    }

    @Test
    void watchesOnlyWhatSeraiMeasures() throws IOException {
        Set<String> measured = meters();

        assertThat(measured).containsAll(asked(DOCKER.resolve("prometheus/alerts.yml")));
        for (Path board : boards()) {
            assertThat(measured).as("%s", board).containsAll(asked(board));
        }
    }

    @Test
    void saysInTheDocsWhatSeraiMeasuresAndWhatEachAlertWants() throws IOException {
        Path docs = Path.of("docs/operations.md");
        String text = Files.readString(docs);

        assertThat(asked(docs)).containsAll(meters());
        for (JsonNode group :
                YAML.readTree(DOCKER.resolve("prometheus/alerts.yml").toFile()).path("groups")) {
            assertThat(group.path("rules"))
                    .allSatisfy(
                            rule -> assertThat(text).contains("`" + rule.path("alert").asText()));
        }
    }

    @Test
    void saysOfEachPanelWhatItShowsAndWhatToDo() throws IOException {
        assertThat(boards()).hasSize(4);
        for (Path board : boards()) {
            for (JsonNode panel : YAML.readTree(board.toFile()).path("panels")) {
                String title = board.getFileName() + ": " + panel.path("title").asText();
                if (!panel.path("type").asText().equals("row")) {
                    assertThat(panel.path("description").asText()).as(title).hasSizeGreaterThan(30);
                    assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                            .as(title)
                            .isNotBlank();
                    assertThat(panel.path("targets")).as(title).isNotEmpty();
                }
            }
        }
    }

    @Test
    void copiesIntoTheImageWhatIsThere() throws IOException {
        List<String> lines = Files.readAllLines(DOCKER.resolve("Dockerfile"));

        assertThat(lines)
                .anyMatch(line -> line.startsWith("USER serai"))
                .anyMatch(line -> line.startsWith("HEALTHCHECK"));
        for (String line : lines) {
            if (line.startsWith("COPY ") && !line.contains("--from") && !line.contains("target/")) {
                assertThat(Path.of(line.split(" ")[1])).isDirectory();
            }
        }
    }

    private static LoaderOptions uniqueKeys() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private static List<Path> boards() throws IOException {
        try (Stream<Path> boards = Files.list(DOCKER.resolve("grafana/dashboards"))) {
            return boards.sorted().toList();
        }
    }

    /** The names of Serai's own meters in a file, as its code has them. */
    private static Set<String> asked(Path file) throws IOException {
        return METRIC.matcher(Files.readString(file))
                .results()
                .map(
                        each ->
                                each.group()
                                        .replaceFirst("_(total|max|count|sum|bucket)$", "")
                                        .replaceFirst("_(seconds|bytes)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What is registered as a meter, by the classes that know of meters: settings have other names.
     */
    private static Set<String> meters() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (!text.contains("io.micrometer") && !text.contains("Watched")) {
                    continue;
                }
                found.addAll(
                        METER.matcher(text)
                                .results()
                                .map(each -> each.group(1).replaceAll("[.-]", "_"))
                                .collect(Collectors.toSet()));
            }
        }
        return found;
    }
}
