namespace VideoAnalysis.LocalAws.Port;

/// <summary>The protocols of AWS's services, as far as their errors differ.</summary>
internal enum ServiceProtocol
{
    /// <summary>AWS JSON 1.0 and 1.1.</summary>
    Json,

    /// <summary>REST with JSON.</summary>
    RestJson,

    /// <summary>AWS Query, and REST with XML, whose errors look the same.</summary>
    Query,

    /// <summary>The variant of AWS Query that EC2 speaks.</summary>
    Ec2Query,

    /// <summary>Smithy RPC v2 with CBOR.</summary>
    Cbor,
}
