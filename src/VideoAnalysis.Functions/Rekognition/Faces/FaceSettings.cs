using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Functions.Rekognition.Faces;

/// <summary>The settings of the analysis of faces.</summary>
internal static class FaceSettings
{
    /// <summary>Reads <c>FACE_ATTRIBUTES</c>: <c>DEFAULT</c> (when not set) or <c>ALL</c>.</summary>
    /// <exception cref="SettingException">The setting is neither of the two words.</exception>
    public static FaceAnalysis Read(SettingReader settings) => new(
        settings.Choice("FACE_ATTRIBUTES", ("DEFAULT", FaceAttributes.Default), ("ALL", FaceAttributes.All)));
}
