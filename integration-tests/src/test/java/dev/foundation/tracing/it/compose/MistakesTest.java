package dev.foundation.tracing.it.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.error.YAMLException;

/** The rules find what they are there for. A row: the rule, the file, what stands there, what by mistake, what is said then. */
class MistakesTest {

    @TempDir
    static Path directory;

    private static Checkout copy;

    @BeforeAll
    static void copy() {
        copy = Checkout.copiedTo(directory);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            THE_COMPOSE_FILE_HAS_KNOWN_FIELDS        | docker-compose.yml                       | mem_limit: 768m     | mem_limits: 768m   | mem_limits
            THE_COMPOSE_FILE_HAS_KNOWN_FIELDS        | docker-compose.yml                       | retries: 60         | retrys: 60         | retrys
            THE_COMPOSE_FILE_HAS_KNOWN_FIELDS        | docker-compose.yml                       | service_started     | service_start      | service_started
            THE_COLLECTORS_FILE_HAS_KNOWN_FIELDS     | services/compose/collector.yaml          | max_elapsed_time    | max_elapsed        | max_elapsed
            THE_COLLECTORS_FILE_HAS_KNOWN_FIELDS     | services/compose/collector.yaml          | '  grpc: '          | '  gprc: '         | gprc
            TEMPOS_FILE_HAS_KNOWN_FIELDS             | services/compose/tempo.yaml              | live_store:         | ingester:          | ingester
            TEMPOS_FILE_HAS_KNOWN_FIELDS             | services/compose/tempo.yaml              | /var/tempo/wal      | /tmp/wal           | /var/tempo
            PROMETHEUSS_FILE_HAS_KNOWN_FIELDS        | services/compose/prometheus.yaml         | targets:            | target:            | targets
            GRAFANAS_FILES_HAVE_KNOWN_FIELDS         | services/compose/grafana/datasources.yaml | jsonData:          | json_data:         | json_data
            GRAFANAS_FILES_HAVE_KNOWN_FIELDS         | services/compose/grafana/dashboards.yaml | options:            | option:            | options
            SERVICES_KNOW_THE_VARIABLES_THAT_ARE_SET | docker-compose.yml                       | SHOP_CATALOG_URL    | SHOP_CATALOGUE_URL | orders knows no setting SHOP_CATALOGUE_URL
            SERVICES_KNOW_THE_VARIABLES_THAT_ARE_SET | docker-compose.yml                       | QUARKUS_REDIS_HOSTS | QUARKUS_REDIS_HOST | QUARKUS_REDIS_HOST
            SERVICES_KNOW_THE_VARIABLES_THAT_ARE_SET | docker-compose.yml                       | SHOP_FAULTS_ORDERS_LATENCY | SHOP_FAULTS_ORDER_LATENCY | storefront knows no setting SHOP_FAULTS_ORDER_LATENCY
            SERVICES_KNOW_THE_VARIABLES_THAT_ARE_SET | docker-compose.yml                       | TRAFFIC_PROFILE:    | TRAFFIC_PROFIL:    | traffic knows no setting TRAFFIC_PROFIL
            """)
    void aMisspeltFieldIsFound(Rule rule, String file, String text, String by, String found) throws IOException {
        assertFound(rule, file, text, by, found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUBLISHED_PORTS_ARE_LISTENED_ON                | docker-compose.yml                        | 8081:8081              | 8081:8082              | catalog does not listen on 8082
            ADDRESSES_LEAD_TO_CONTAINERS_THAT_LISTEN_THERE | docker-compose.yml                        | http://payments:8083   | http://payments:8082   | payments:8082
            ADDRESSES_LEAD_TO_CONTAINERS_THAT_LISTEN_THERE | docker-compose.yml                        | //postgres:5432        | //database:5432        | database:5432
            ADDRESSES_LEAD_TO_CONTAINERS_THAT_LISTEN_THERE | services/compose/collector.yaml           | tempo:4317             | tempo:4319             | tempo:4319
            ADDRESSES_LEAD_TO_CONTAINERS_THAT_LISTEN_THERE | services/compose/collector.yaml           | port: 8888             | port: 8889             | collector:8888
            ADDRESSES_LEAD_TO_CONTAINERS_THAT_LISTEN_THERE | services/compose/tempo.yaml               | http_listen_port: 3200 | http_listen_port: 80   | tempo:3200
            ADDRESSES_LEAD_TO_CONTAINERS_THAT_LISTEN_THERE | services/compose/tempo.yaml               | prometheus:9090        | prometheus:9091        | prometheus:9091
            ADDRESSES_LEAD_TO_CONTAINERS_THAT_LISTEN_THERE | services/compose/prometheus.yaml          | orders:8082            | orders:8080            | orders:8080
            ADDRESSES_LEAD_TO_CONTAINERS_THAT_LISTEN_THERE | services/compose/grafana/datasources.yaml | tempo:3200             | tempo:3201             | tempo:3201
            ADDRESSES_LEAD_TO_CONTAINERS_THAT_LISTEN_THERE | services/orders/src/main/resources/application.properties | port=8082 | port=8092           | orders:8082
            ADDRESSES_FOR_THE_BROWSER_ARE_PUBLISHED        | docker-compose.yml                        | localhost:3000/explore | localhost:3001/explore | localhost:3001
            PROBES_ASK_THEIR_OWN_CONTAINER                 | docker-compose.yml                        | 127.0.0.1:13133        | 127.0.0.1:13134        | 13134
            """)
    void aWrongPortIsFound(Rule rule, String file, String text, String by, String found) throws IOException {
        assertFound(rule, file, text, by, found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MOUNTED_FILES_EXIST                             | docker-compose.yml                        | compose/tempo.yaml         | compose/temp.yaml  | temp.yaml is mounted, but missing
            EVERY_FILE_FOR_COMPOSE_IS_MOUNTED               | docker-compose.yml                        | compose/collector.yaml     | compose/tempo.yaml | collector.yaml is mounted nowhere
            VOLUMES_ARE_DECLARED                            | docker-compose.yml                        | - grafana:/                | - graphana:/       | graphana
            VOLUMES_LIE_WHERE_THEIR_IMAGES_HAVE_A_DIRECTORY | docker-compose.yml                        | tempo:/var/tempo           | tempo:/data        | /data
            THE_FOUR_SERVICES_ARE_THERE                     | docker-compose.yml                        | SERVICE: payments          | SERVICE: orders    | payments
            FAULTS_CAN_BE_SWITCHED_ON_IN_EVERY_SERVICE      | docker-compose.yml                        | ', *faults'                | ''                 | orders has no SHOP_FAULTS_ORDERS_LATENCY
            FAULTS_CAN_BE_SWITCHED_ON_IN_EVERY_SERVICE      | docker-compose.yml                        | 'ENABLED: "true"'          | 'ENABLED: "false"' | orders has no faults
            PIPELINES_NAME_WHAT_IS_DEFINED                  | services/compose/collector.yaml           | [otlp_grpc/tempo           | [otlp/tempo        | otlp/tempo
            NOTHING_IS_DEFINED_IN_VAIN                      | services/compose/collector.yaml           | [memory_limiter]           | []                 | memory_limiter
            EVERY_SERVICE_IS_ASKED_FOR_ITS_NUMBERS          | services/compose/prometheus.yaml          | ', "payments:8083"'        | ''                 | payments
            DATA_SOURCES_THAT_ARE_NAMED_EXIST               | services/compose/grafana/datasources.yaml | uid: prometheus            | uid: metrics       | prometheus
            DATA_SOURCES_THAT_ARE_NAMED_EXIST               | services/dashboards/shop.json             | "uid": "prometheus"        | "uid": "mimir"     | mimir
            THE_SHOPS_LINK_TO_A_TRACE_NAMES_A_DATA_SOURCE   | services/compose/grafana/datasources.yaml | uid: tempo                 | uid: traces        | tempo
            DASHBOARDS_ARE_WHERE_GRAFANA_LOOKS              | services/compose/grafana/dashboards.yaml  | /etc/grafana/dashboards    | /dashboards        | /dashboards
            DASHBOARDS_HAVE_NAMES_OF_THEIR_OWN              | services/dashboards/shop.json             | "title": "The shop at      | "name": "The shop at | title
            COPIED_FILES_EXIST                              | services/Dockerfile                       | COPY services/image/       | COPY services/images/ | services/images/
            ALL_THAT_IS_RUN_IS_BUILT                        | services/Dockerfile                       | ',services/traffic'        | ''                 | traffic
            WHAT_IS_ALREADY_BUILT_IS_SENT_TO_DOCKER         | .dockerignore                             | !services/                 | services/          | already built
            """)
    void aWrongNameIsFound(Rule rule, String file, String text, String by, String found) throws IOException {
        assertFound(rule, file, text, by, found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SERVICES_MAY_END_IN_ORDER                   | docker-compose.yml              | stop_grace_period: 30s                  | stop_grace_period: 8s                   | killed
            ONLY_WHAT_HAS_A_PROBE_IS_AWAITED_AS_HEALTHY | docker-compose.yml              | collector: { condition: service_started | collector: { condition: service_healthy | collector has no probe
            ONLY_WHAT_HAS_A_PROBE_IS_AWAITED_AS_HEALTHY | docker-compose.yml              | storefront: { condition                 | traffic: { condition                    | traffic has no probe
            WHAT_HAS_A_PROBE_IS_AWAITED_AS_HEALTHY      | docker-compose.yml              | tempo: { condition: service_healthy     | tempo: { condition: service_started     | tempo
            WHAT_IS_AWAITED_IS_THERE                    | docker-compose.yml              | redis: { condition                      | jaeger: { condition                     | jaeger
            NOTHING_WAITS_FOR_ITSELF                    | docker-compose.yml              | prometheus: { condition                 | grafana: { condition                    | grafana
            PROBES_NEED_NO_SHELL                        | docker-compose.yml              | ["CMD", "/tempo"                        | ["CMD-SHELL", "/tempo"                  | tempo
            WITHOUT_JAEGER_NOTHING_WAITS                | services/compose/collector.yaml | enabled: false                          | enabled: true                           | Jaeger
            PROMETHEUS_TAKES_WHAT_TEMPO_WRITES          | docker-compose.yml              | --web.enable-remote-write-receiver      | --web.enable-lifecycle                  | remote-write-receiver
            TEMPO_MAKES_WHAT_GRAFANA_SHOWS              | services/compose/tempo.yaml     | ', service-graphs'                      | ''                                      | service-graphs
            """)
    void whatWouldNotStartOrStopInOrderIsFound(Rule rule, String file, String text, String by, String found)
            throws IOException {
        assertFound(rule, file, text, by, found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOTHING_IS_PUBLISHED_BUT_TO_THIS_MACHINE       | docker-compose.yml  | 127.0.0.1:3000:3000              | 3000:3000             | grafana
            NO_PORT_IS_PUBLISHED_TWICE                     | docker-compose.yml  | 127.0.0.1:9090:9090              | 127.0.0.1:3000:9090   | twice
            IMAGES_ARE_OF_AN_EXACT_VERSION                 | docker-compose.yml  | grafana/tempo:3.0.2              | grafana/tempo:latest  | latest
            IMAGES_ARE_OF_AN_EXACT_VERSION                 | docker-compose.yml  | postgres:17.6                    | postgres              | postgres
            IMAGES_ARE_OF_AN_EXACT_VERSION                 | services/Dockerfile | maven:3.9.11-eclipse             | maven:3-eclipse       | maven:3-
            ALL_TOGETHER_FITS_IN_FOUR_GIB                  | docker-compose.yml  | mem_limit: 768m                  | mem_limit: 2g         | MiB
            EVERY_CONTAINER_HAS_ITS_LIMITS                 | docker-compose.yml  | mem_limit: 64m                   | init: true            | redis
            EVERY_CONTAINER_HAS_ITS_LIMITS                 | docker-compose.yml  | max-size: 10m,                   | ''                    | log
            NO_CONTAINER_GETS_MORE_RIGHTS                  | docker-compose.yml  | no-new-privileges:true           | seccomp:unconfined    | rights
            SERVICES_CANNOT_CHANGE_THEIR_FILES             | docker-compose.yml  | read_only: true                  | read_only: false      | storefront
            THE_PASSWORD_IS_KNOWN_NOWHERE_ELSE             | docker-compose.yml  | only-inside-this-compose-network | shop                  | contains the password
            IT_RUNS_AS_AN_ORDINARY_USER_THAT_SIGNALS_REACH | services/Dockerfile | USER 10001                       | USER root             | USER
            IT_RUNS_AS_AN_ORDINARY_USER_THAT_SIGNALS_REACH | services/Dockerfile | ENTRYPOINT ["java",              | ENTRYPOINT java       | ENTRYPOINT
            """)
    void whatIsUnsafeIsFound(Rule rule, String file, String text, String by, String found) throws IOException {
        assertFound(rule, file, text, by, found);
    }

    @Test
    void aMissingFileIsFound() throws IOException {
        changing("services/compose/tempo.yaml", file -> {
            Files.delete(copy.file(file));

            assertThat(Rule.MOUNTED_FILES_EXIST.mistakes(copy)).singleElement().asString().contains("tempo.yaml");
        });
    }

    @Test
    void aFieldThatStandsTwiceIsFound() throws IOException {
        changing("services/compose/collector.yaml", file -> {
            copy.replace(file, "\nprocessors:", "\nreceivers: {}\nprocessors:");

            assertThatThrownBy(copy::collector).isInstanceOf(YAMLException.class)
                    .hasMessageContaining("duplicate key receivers");
        });
    }

    private static void assertFound(Rule rule, String file, String text, String by, String found) throws IOException {
        changing(file, name -> {
            copy.replace(name, text, by);

            assertThat(rule.mistakes(copy)).anySatisfy(mistake -> assertThat(mistake).contains(found));
        });
        assertThat(rule.mistakes(copy)).isEmpty();
    }

    private interface Change {

        void makeTo(String file) throws IOException;
    }

    private static void changing(String file, Change change) throws IOException {
        try {
            change.makeTo(file);
        } finally {
            copy.restore(file);
        }
    }
}
