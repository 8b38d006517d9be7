package org.parley.enrollment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.parley.enrollment", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule domainKnowsNoAdapter = noClasses()
            .that()
            .resideOutsideOfPackages("org.parley.enrollment.http..", "org.parley.enrollment.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.parley.enrollment.http..", "org.parley.enrollment.ui..");

    @ArchTest
    static final ArchRule partsKnowNoTraining = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.parley.enrollment.keys", "org.parley.enrollment.timekeeping", "org.parley.enrollment.officers")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.parley.enrollment", "org.parley.enrollment.evaluations");

    @ArchTest
    static final ArchRule trainingsKnowNoEvaluation = noClasses()
            .that()
            .resideInAPackage("org.parley.enrollment")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.parley.enrollment.evaluations");

    @ArchTest
    static final ArchRule adaptersDoNotKnowEachOther =
            slices().matching("org.parley.enrollment.(http|ui)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.parley.enrollment.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noOtherServiceIsReached = noClasses()
            .that()
            .resideInAPackage("org.parley.enrollment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.parley.session..", "org.parley.referral..", "org.parley.reporting..");
}
