package dev.foundation.tracing.it.compose;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that must be true of the files that Docker Compose works with. */
enum Rule {

    THE_COMPOSE_FILE_HAS_KNOWN_FIELDS(SchemaRules::theComposeFileHasKnownFields),
    THE_COLLECTORS_FILE_HAS_KNOWN_FIELDS(SchemaRules::theCollectorsFileHasKnownFields),
    TEMPOS_FILE_HAS_KNOWN_FIELDS(SchemaRules::temposFileHasKnownFields),
    PROMETHEUSS_FILE_HAS_KNOWN_FIELDS(SchemaRules::prometheussFileHasKnownFields),
    GRAFANAS_FILES_HAVE_KNOWN_FIELDS(SchemaRules::grafanasFilesHaveKnownFields),

    MOUNTED_FILES_EXIST(FileRules::mountedFilesExist),
    EVERY_FILE_FOR_COMPOSE_IS_MOUNTED(FileRules::everyFileForComposeIsMounted),
    VOLUMES_ARE_DECLARED(FileRules::volumesAreDeclared),
    VOLUMES_LIE_WHERE_THEIR_IMAGES_HAVE_A_DIRECTORY(FileRules::volumesLieWhereTheirImagesHaveADirectory),

    THE_FOUR_SERVICES_ARE_THERE(SettingRules::theFourServicesAreThere),
    SERVICES_KNOW_THE_VARIABLES_THAT_ARE_SET(SettingRules::servicesKnowTheVariablesThatAreSet),
    FAULTS_CAN_BE_SWITCHED_ON_IN_EVERY_SERVICE(SettingRules::faultsCanBeSwitchedOnInEveryService),
    SERVICES_MAY_END_IN_ORDER(SettingRules::servicesMayEndInOrder),

    ADDRESSES_LEAD_TO_CONTAINERS_THAT_LISTEN_THERE(EndpointRules::addressesLeadToContainersThatListenThere),
    ADDRESSES_FOR_THE_BROWSER_ARE_PUBLISHED(EndpointRules::addressesForTheBrowserArePublished),
    PROBES_ASK_THEIR_OWN_CONTAINER(EndpointRules::probesAskTheirOwnContainer),
    PUBLISHED_PORTS_ARE_LISTENED_ON(EndpointRules::publishedPortsAreListenedOn),

    ONLY_WHAT_HAS_A_PROBE_IS_AWAITED_AS_HEALTHY(StartRules::onlyWhatHasAProbeIsAwaitedAsHealthy),
    WHAT_HAS_A_PROBE_IS_AWAITED_AS_HEALTHY(StartRules::whatHasAProbeIsAwaitedAsHealthy),
    WHAT_IS_AWAITED_IS_THERE(StartRules::whatIsAwaitedIsThere),
    NOTHING_WAITS_FOR_ITSELF(StartRules::nothingWaitsForItself),
    PROBES_NEED_NO_SHELL(StartRules::probesNeedNoShell),

    NOTHING_IS_PUBLISHED_BUT_TO_THIS_MACHINE(SafetyRules::nothingIsPublishedButToThisMachine),
    NO_PORT_IS_PUBLISHED_TWICE(SafetyRules::noPortIsPublishedTwice),
    IMAGES_ARE_OF_AN_EXACT_VERSION(SafetyRules::imagesAreOfAnExactVersion),
    ALL_TOGETHER_FITS_IN_FOUR_GIB(SafetyRules::allTogetherFitsInFourGiB),
    EVERY_CONTAINER_HAS_ITS_LIMITS(SafetyRules::everyContainerHasItsLimits),
    NO_CONTAINER_GETS_MORE_RIGHTS(SafetyRules::noContainerGetsMoreRights),
    SERVICES_CANNOT_CHANGE_THEIR_FILES(SafetyRules::servicesCannotChangeTheirFiles),
    THE_PASSWORD_IS_KNOWN_NOWHERE_ELSE(SafetyRules::thePasswordIsKnownNowhereElse),

    PIPELINES_NAME_WHAT_IS_DEFINED(CollectorRules::pipelinesNameWhatIsDefined),
    NOTHING_IS_DEFINED_IN_VAIN(CollectorRules::nothingIsDefinedInVain),
    WITHOUT_JAEGER_NOTHING_WAITS(CollectorRules::withoutJaegerNothingWaits),

    EVERY_SERVICE_IS_ASKED_FOR_ITS_NUMBERS(MetricsRules::everyServiceIsAskedForItsNumbers),
    PROMETHEUS_TAKES_WHAT_TEMPO_WRITES(MetricsRules::prometheusTakesWhatTempoWrites),
    TEMPO_MAKES_WHAT_GRAFANA_SHOWS(MetricsRules::tempoMakesWhatGrafanaShows),

    DATA_SOURCES_THAT_ARE_NAMED_EXIST(GrafanaRules::dataSourcesThatAreNamedExist),
    THE_SHOPS_LINK_TO_A_TRACE_NAMES_A_DATA_SOURCE(GrafanaRules::theShopsLinkToATraceNamesADataSource),
    DASHBOARDS_ARE_WHERE_GRAFANA_LOOKS(GrafanaRules::dashboardsAreWhereGrafanaLooks),
    DASHBOARDS_HAVE_NAMES_OF_THEIR_OWN(GrafanaRules::dashboardsHaveNamesOfTheirOwn),

    COPIED_FILES_EXIST(ImageRules::copiedFilesExist),
    ALL_THAT_IS_RUN_IS_BUILT(ImageRules::allThatIsRunIsBuilt),
    WHAT_IS_ALREADY_BUILT_IS_SENT_TO_DOCKER(ImageRules::whatIsAlreadyBuiltIsSentToDocker),
    IT_RUNS_AS_AN_ORDINARY_USER_THAT_SIGNALS_REACH(ImageRules::itRunsAsAnOrdinaryUserThatSignalsReach);

    @SuppressWarnings("ImmutableEnumChecker") // They are static methods.
    private final Function<Checkout, Stream<String>> check;

    Rule(Function<Checkout, Stream<String>> check) {
        this.check = check;
    }

    /** @return in words; empty if all is as it must be */
    List<String> mistakes(Checkout checkout) {
        return check.apply(checkout).toList();
    }
}
