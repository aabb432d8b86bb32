namespace VideoAnalysis.LocalAws.Storage;

/// <summary>The data folder belongs to another running process.</summary>
internal sealed class DataFolderInUseException(string folder, string processId, Exception inner) : IOException(
    $"The data folder {folder} is in use by another process (id {processId}). Stop that one, or choose another folder.",
    inner);
