"""Terms of the Core Business Vocabulary 2.0, as bare words, URNs and web URIs."""

import re
from typing import Final

CONTEXT: Final = "https://ref.gs1.org/standards/epcis/epcis-context.jsonld"
CONTEXT_PATTERN: Final = re.compile(
    r"https://(?:ref\.gs1\.org/standards/epcis(?:/[0-9.]+)?|gs1\.github\.io/EPCIS)/epcis-context(?:-[0-9.]+)?\.jsonld"
)
BUILT_IN_PREFIXES: Final = frozenset({"cbv", "cbvmda", "dcterms", "epcis", "gs1", "owl", "rdfs", "xsd"})
"""Prefixes that the context of EPCIS declares."""

_BIZ_STEPS = """
accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting
decommissioning departing destroying disassembling dispensing encoding entering_exiting holding inspecting installing
killing loading other packing picking receiving removing repackaging repairing replacing reserving retail_selling
sampling sensor_reporting shipping staging_outbound stock_taking stocking storing transporting unloading unpacking
void_shipping
"""
_DISPOSITIONS = """
active available completeness_inferred completeness_verified conformant container_closed container_open damaged
destroyed dispensed disposed encoded expired in_progress in_transit inactive mismatch_class mismatch_instance
mismatch_quantity needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed recalled
reserved retail_sold returned sellable_accessible sellable_not_accessible stolen unavailable unknown
"""
_TRANSACTIONS = "bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt"
_MEASUREMENTS = """
AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Activity Altitude AmountOfSubstance
AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum AngularVelocity Area Capacitance Conductance
Conductivity Count Density Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity ElectricCharge
ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency Illuminance Inductance
Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux LuminousIntensity MagneticFlux
MagneticFluxDensity MagneticVectorPotential Mass MassConcentration MassFlowRate MassPerAreaTime MemoryCapacity
MolalityOfSolute MolarEnergy MolarMass MolarVolume Power Pressure RadiantFlux RadiantIntensity RelativeHumidity
Resistance Resistivity SolidAngle SpecificVolume Speed SurfaceDensity SurfaceTension Temperature Time Torque Voltage
Volume VolumeFlowRate VolumeFraction VolumetricFlux Wavenumber
"""
_COMPONENTS = """
x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting northing latitude longitude
altitude geocoordinate
"""

TERMS: Final[dict[str, frozenset[str]]] = {
    "bizStep": frozenset(_BIZ_STEPS.split()),
    "disposition": frozenset(_DISPOSITIONS.split()),
    "bizTransaction": frozenset(_TRANSACTIONS.split()),
    "sourceDest": frozenset({"owning_party", "possessing_party", "location"}),
    "errorReason": frozenset({"did_not_occur", "incorrect_data"}),
    "measurement": frozenset(_MEASUREMENTS.split()),
    "alert": frozenset({"ALARM_CONDITION", "ERROR_CONDITION"}),
    "component": frozenset(_COMPONENTS.split()),
}
_URNS: Final = {
    "bizStep": "urn:epcglobal:cbv:bizstep:",
    "disposition": "urn:epcglobal:cbv:disp:",
    "bizTransaction": "urn:epcglobal:cbv:btt:",
    "sourceDest": "urn:epcglobal:cbv:sdt:",
    "errorReason": "urn:epcglobal:cbv:er:",
}
WEB: Final = {
    "bizStep": "https://ref.gs1.org/cbv/BizStep-",
    "disposition": "https://ref.gs1.org/cbv/Disp-",
    "bizTransaction": "https://ref.gs1.org/cbv/BTT-",
    "sourceDest": "https://ref.gs1.org/cbv/SDT-",
    "errorReason": "https://ref.gs1.org/cbv/ER-",
    "component": "https://ref.gs1.org/cbv/Comp-",
    "measurement": "https://gs1.org/voc/",
    "alert": "https://gs1.org/voc/",
}
"""What the JSON-LD context of EPCIS makes of a bare word."""


def bare(kind: str, text: str) -> str:
    """The bare word behind any of its spellings; other texts as they are."""
    prefixes = [_URNS.get(kind, ""), WEB[kind], WEB[kind].replace("https://ref.gs1.org/cbv/", "cbv:")]
    if kind in ("measurement", "alert"):
        prefixes += ["https://www.gs1.org/voc/", "https://ref.gs1.org/voc/", "gs1:"]
    for prefix in prefixes:
        if prefix and text.startswith(prefix):
            return text[len(prefix) :]
    return text


def is_standard_spelling(kind: str, text: str) -> bool:
    """Whether a text claims to be a term of the vocabulary: then it must be one."""
    return ":" not in text or bare(kind, text) != text
