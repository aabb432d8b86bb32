using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.LocalAws.Rekognition.Analyses;
using VideoAnalysis.LocalAws.Rekognition.Protocol;

namespace VideoAnalysis.LocalAws.Rekognition.Faces;

/// <summary><c>StartFaceDetection</c> and <c>GetFaceDetection</c>.</summary>
internal sealed class FaceDetectionAnalysis()
    : TypedAnalysis<StartFaceDetectionRequest, GetJobRequest>(
        FaceJson.Default.StartFaceDetectionRequest, ProtocolJson.Default.GetJobRequest)
{
    // The values of FaceAttributes (API reference, StartFaceDetection).
    private const string DefaultAttributes = "DEFAULT";
    private const string AllAttributes = "ALL";

    /// <inheritdoc/>
    public override string Name => "faces";

    /// <inheritdoc/>
    public override string StartOperation => "StartFaceDetection";

    /// <inheritdoc/>
    public override string GetOperation => "GetFaceDetection";

    /// <inheritdoc/>
    public override string ResultList => "Faces";

    /// <inheritdoc/>
    protected override void Check(StartFaceDetectionRequest request, RequestConstraints constraints) =>
        constraints.OneOf(request.FaceAttributes, "faceAttributes", DefaultAttributes, AllAttributes);

    /// <inheritdoc/>
    protected override StartFaceDetectionRequest Spell(StartFaceDetectionRequest request) =>
        request with { FaceAttributes = request.FaceAttributes ?? DefaultAttributes };

    /// <inheritdoc/>
    protected override EngineRequest RequestOf(StartFaceDetectionRequest start) => new FaceRequest(WantsAll(start));

    /// <inheritdoc/>
    protected override string Write(StartFaceDetectionRequest start, Detection detection) => JsonSerializer.Serialize(
        FaceDetectionItem.Of((FaceDetection)detection, WantsAll(start)), FaceJson.Default.FaceDetectionItem);

    private static bool WantsAll(StartFaceDetectionRequest start) => start.FaceAttributes == AllAttributes;
}
