namespace VideoAnalysis.Results;

/// <summary>A page token is of a result that has been replaced by a newer upload's: start again at the first page.</summary>
public sealed class StalePositionException()
    : Exception("The video was analysed again since this page token was given out. Start again at the first page.");
