namespace VideoAnalysis.LocalAws.Rekognition.Jobs;

/// <summary>What a job was started on is not stored any more.</summary>
internal sealed class JobObjectGoneException()
    : Exception("The object was deleted or replaced before it was analysed. A replacement has a job of its own.");
