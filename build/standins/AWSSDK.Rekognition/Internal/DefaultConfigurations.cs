using System.Collections.ObjectModel;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Rekognition.Internal;

/// <summary>The SDK's modes of defaults (AWS_DEFAULTS_MODE): they differ in how long a connection may take.</summary>
internal static class DefaultConfigurations
{
    public static ReadOnlyCollection<IDefaultConfiguration> All { get; } = new(
    [
        Of(DefaultConfigurationMode.Standard, 3_100),
        Of(DefaultConfigurationMode.InRegion, 1_100),
        Of(DefaultConfigurationMode.CrossRegion, 3_100),
        Of(DefaultConfigurationMode.Mobile, 30_000),
        Of(DefaultConfigurationMode.Auto, 1_100),
    ]);

    private static IDefaultConfiguration Of(DefaultConfigurationMode mode, int connectMilliseconds) =>
        new DefaultConfiguration
        {
            Name = mode,
            RetryMode = RequestRetryMode.Standard,
            S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
            ConnectTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
            TlsNegotiationTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
        };
}
