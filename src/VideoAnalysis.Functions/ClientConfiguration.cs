using Amazon.Runtime;

namespace VideoAnalysis.Functions;

/// <summary>Says where a client of AWS calls, and as whom; by default the environment does.</summary>
/// <param name="config">The client's configuration, which is changed.</param>
public delegate void ClientConfiguration(ClientConfig config);
